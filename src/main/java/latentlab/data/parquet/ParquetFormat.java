package latentlab.data.parquet;

import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import latentlab.data.Account;
import latentlab.data.DataRequest;
import latentlab.data.Dataset;
import latentlab.data.DatasetFormat;
import latentlab.data.ImageOptions;
import latentlab.data.ImageSet;
import latentlab.data.arrays.ArrayDataset;
import latentlab.data.arrays.ArrayImages;
import latentlab.data.arrays.ImageLayout;
import latentlab.data.arrays.LabelNames;
import latentlab.data.arrays.Labels;
import latentlab.data.arrays.NumberArray;
import latentlab.data.arrays.NumberType;
import latentlab.data.pictures.PictureStream;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * Parquet files as dataset hubs have them: {@code train-00000-of-00002.parquet} and so on for each part, in a folder,
 * in {@code data} below it or in its only subfolder; or one of these, which stands for those beside it.
 */
public final class ParquetFormat implements DatasetFormat {
    /** Size and tones are what was asked for once the pictures are decoded. */
    private static final ImageOptions AS_THEY_ARE =
            new ImageOptions(null, ImageOptions.Fit.PAD, ImageOptions.Invert.NO, ImageOptions.Channels.AUTO);

    @Override
    public Sentence kind() {
        return Sentence.of("data.kind.parquet");
    }

    @Override
    public Match match(DataRequest request, Path path, Progress progress) throws Problem {
        ParquetParts found = path == null ? null : ParquetParts.of(path, progress);
        return found == null ? null : new Match(Fit.SURE, reading -> read(found, request, path, reading));
    }

    private static Dataset read(ParquetParts parts, DataRequest request, Path path, Progress progress) throws Problem {
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
        int[] ends = new int[3];
        try (PictureStream pictures = new PictureStream(
                request.images(), path, (int) Math.min(total, Integer.MAX_VALUE), progress.part(0, 0.9))) {
            for (int part = 0; part < tables.size(); part++) {
                for (ParquetTable table : tables.get(part)) {
                    checkAlike(first, table);
                    table.read(pictures, labels::add);
                }
                ends[part] = labels.size();
            }
            return dataset(parts, first, pictures, labels, ends, path, progress);
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
            ParquetParts parts,
            ParquetTable first,
            PictureStream pictures,
            List<Object> labels,
            int[] ends,
            Path path,
            Progress progress)
            throws Problem {
        int[] read = pictures.finish();
        boolean labelled = first.label() != null;
        Object[] each = new Object[read.length];
        Arrays.setAll(each, i -> labels.get(read[i]));
        // Validation images are training images, of which a fifth is for validation.
        List<ImageSet> sets = pictures.sets(ends[1], ends[2]);
        int train = sets.getFirst().count();
        long validation =
                Arrays.stream(read).filter(i -> i >= ends[0] && i < ends[1]).count();
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
        if (validation > 0) {
            account = account.withParts(
                    Sentence.of("data.npy.validation", validation, ParquetParts.place(parts.validation())));
        }
        ArrayImages training = images(
                first,
                ParquetParts.place(parts.train()),
                sets.getFirst(),
                labelled ? Arrays.copyOf(each, train) : null);
        ArrayImages test = sets.getLast().count() == 0
                ? null
                : images(
                        first,
                        ParquetParts.place(parts.test()),
                        sets.getLast(),
                        labelled ? Arrays.copyOfRange(each, train, each.length) : null);
        Sentence name = Sentence.of("data.name", DatasetFormat.name(path));
        return new ArrayDataset(path, name, path.toString(), AS_THEY_ARE, names, account)
                .of(training, test, parts.standsIn(), progress.part(0.9, 1));
    }

    private static ArrayImages images(ParquetTable table, String place, ImageSet images, Object... labels)
            throws Problem {
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
