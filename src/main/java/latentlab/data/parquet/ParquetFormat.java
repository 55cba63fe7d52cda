package latentlab.data.parquet;

import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import latentlab.data.Account;
import latentlab.data.DataRequest;
import latentlab.data.Dataset;
import latentlab.data.DatasetFormat;
import latentlab.data.ForeignFiles;
import latentlab.data.ImageOptions;
import latentlab.data.ImageSet;
import latentlab.data.arrays.ArrayDataset;
import latentlab.data.arrays.ArrayImages;
import latentlab.data.arrays.ImageLayout;
import latentlab.data.arrays.LabelNames;
import latentlab.data.arrays.Labels;
import latentlab.data.arrays.LoneFiles;
import latentlab.data.arrays.NumberArray;
import latentlab.data.arrays.NumberType;
import latentlab.data.pictures.Listing;
import latentlab.data.pictures.PictureStream;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * Parquet files as dataset hubs have them: {@code train-00000-of-00002.parquet} and so on for each part, in a folder,
 * in {@code data} below it or in its only subfolder; or one of these, which stands for those beside it.
 */
public final class ParquetFormat implements DatasetFormat {
    private static final Pattern NAME = Pattern.compile(
            "(|.*[-_. ])(?<part>train|training|test|testing|val|valid|validation)([-_. ].*)?\\.parquet");

    private enum Part {
        TRAIN,
        VALIDATION,
        TEST
    }

    /** Files of each part, sorted. */
    private record Parts(List<Path> train, List<Path> validation, List<Path> test) {}

    /** Size and tones are what was asked for once the pictures are decoded. */
    private static final ImageOptions AS_THEY_ARE =
            new ImageOptions(null, ImageOptions.Fit.PAD, ImageOptions.Invert.NO, ImageOptions.Channels.AUTO);

    @Override
    public Sentence kind() {
        return Sentence.of("data.kind.parquet");
    }

    @Override
    public Match match(DataRequest request, Path path, Progress progress) throws Problem {
        Parts parts = null;
        if (path != null && Files.isDirectory(path)) {
            parts = inFolder(path, progress);
        } else if (path != null && parquet(path)) {
            parts = part(path) == null
                    ? new Parts(List.of(path), List.of(), List.of())
                    : beside(path.getParent(), progress);
        }
        Parts found = parts;
        return found == null ? null : new Match(Fit.SURE, reading -> read(found, request, path, reading));
    }

    private static boolean parquet(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !ForeignFiles.file(name) && name.endsWith(".parquet");
    }

    private static Part part(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString().toLowerCase(Locale.ROOT));
        if (!name.matches()) {
            return null;
        }
        String part = name.group("part");
        return part.startsWith("tr") ? Part.TRAIN : part.startsWith("te") ? Part.TEST : Part.VALIDATION;
    }

    private static Parts inFolder(Path folder, Progress progress) throws Problem {
        Parts here = beside(folder, progress);
        Parts below = here == null && Files.isDirectory(folder.resolve("data"))
                ? beside(folder.resolve("data"), progress)
                : here;
        if (below != null) {
            return below;
        }
        List<Path> folders = Listing.of(
                folder,
                file -> !ForeignFiles.folder(file.getFileName().toString()) && Files.isDirectory(file),
                progress);
        return folders.size() == 1 ? beside(folders.getFirst(), progress) : null;
    }

    /** @return null if there are none whose names say what part they are, nor files of nothing else */
    private static Parts beside(Path folder, Progress progress) throws Problem {
        List<Path> files = Listing.of(folder, ParquetFormat::parquet, progress);
        List<Path> train =
                files.stream().filter(file -> part(file) == Part.TRAIN).toList();
        List<Path> validation =
                files.stream().filter(file -> part(file) == Part.VALIDATION).toList();
        List<Path> test = files.stream().filter(file -> part(file) == Part.TEST).toList();
        if (train.isEmpty() && !files.isEmpty() && LoneFiles.in(folder, progress)) {
            return new Parts(files, List.of(), List.of());
        }
        return train.isEmpty()
                ? null
                : test.isEmpty() ? new Parts(train, List.of(), validation) : new Parts(train, validation, test);
    }

    private static Dataset read(Parts parts, DataRequest request, Path path, Progress progress) throws Problem {
        List<List<ParquetTable>> tables = List.of(open(parts.train()), open(parts.validation()), open(parts.test()));
        long total = tables.stream()
                .flatMap(List::stream)
                .mapToLong(ParquetTable::rows)
                .sum();
        if (total == 0) {
            throw Problem.of("data.table.empty", path.toString());
        }
        ParquetTable first = tables.getFirst().getFirst();
        List<Object> labels = new ArrayList<>();
        int[] ends = new int[2];
        try (PictureStream pictures = new PictureStream(
                request.images(), path, (int) Math.min(total, Integer.MAX_VALUE), progress.part(0, 0.9))) {
            for (int part = 0; part < tables.size(); part++) {
                for (ParquetTable table : tables.get(part)) {
                    checkAlike(first, table);
                    table.read(pictures, labels::add);
                }
                // Validation images are training images, of which a fifth is for validation.
                ends[part / 2] = labels.size();
            }
            return dataset(first, pictures, labels, ends, path, progress);
        }
    }

    private static List<ParquetTable> open(List<Path> files) throws Problem {
        List<ParquetTable> tables = new ArrayList<>();
        for (Path file : files) {
            tables.add(ParquetTable.open(file));
        }
        return tables;
    }

    private static void checkAlike(ParquetTable first, ParquetTable other) throws Problem {
        if (!first.like(other)) {
            throw Problem.of(
                    "data.parquet.unlike", first.file().toString(), other.file().toString());
        }
    }

    private static Dataset dataset(
            ParquetTable first, PictureStream pictures, List<Object> labels, int[] ends, Path path, Progress progress)
            throws Problem {
        int[] read = pictures.finish();
        boolean labelled = first.label() != null;
        Object[] each = new Object[read.length];
        Arrays.setAll(each, i -> labels.get(read[i]));
        long train = Arrays.stream(read).filter(i -> i < ends[0]).count();
        List<ImageSet> sets = pictures.sets(ends);
        List<Sentence> warnings = new ArrayList<>();
        List<LabelNames> names = new ArrayList<>();
        if (!first.classNames().isEmpty()) {
            names.add(LabelNames.of(first.file().toString(), first.classNames()));
        }
        names.addAll(LabelNames.beside(first.file().getParent(), null, warnings, progress.part(0.9, 0.9)));
        Account account = Account.NONE
                .withLeftOut(Sentence.of("data.parquet.pictures"), pictures.broken())
                .withChanged(pictures.changes().toArray(Sentence[]::new))
                .withWarnings(warnings.toArray(Sentence[]::new));
        ArrayImages training = images(first, sets.getFirst(), labelled ? Arrays.copyOf(each, (int) train) : null);
        ArrayImages test = sets.getLast().count() == 0
                ? null
                : images(first, sets.getLast(), labelled ? Arrays.copyOfRange(each, (int) train, each.length) : null);
        Sentence name = Sentence.of("data.name", DatasetFormat.name(path));
        return new ArrayDataset(path, name, path.toString(), AS_THEY_ARE, names, account)
                .of(training, test, progress.part(0.9, 1));
    }

    private static ArrayImages images(ParquetTable table, ImageSet images, Object... labels) throws Problem {
        String place = table.file().toString();
        int[] shape = images.shape().grey()
                ? new int[] {images.count(), images.height(), images.width()}
                : new int[] {images.count(), 3, images.height(), images.width()};
        ImageLayout layout = ImageLayout.planar(images.shape());
        NumberArray numbers = new NumberArray(place, NumberType.UINT8, shape, ByteOrder.BIG_ENDIAN, images.pixels());
        if (labels == null || Arrays.stream(labels).allMatch(label -> missing(table, label))) {
            return ArrayImages.of(numbers, layout, null);
        }
        Labels found = table.text()
                ? Labels.of(place, Arrays.stream(labels).map(String::valueOf).toArray(String[]::new))
                : Labels.of(
                        place,
                        Arrays.stream(labels).mapToLong(ParquetFormat::number).toArray());
        return ArrayImages.of(numbers, layout, found);
    }

    private static long number(Object label) {
        return label == null ? -1 : (Long) label;
    }

    /** Where a hub keeps labels of the test part to itself, all of them are -1. */
    private static boolean missing(ParquetTable table, Object label) {
        return label == null || !table.text() && (Long) label == -1;
    }
}
