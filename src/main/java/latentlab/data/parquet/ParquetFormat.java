package latentlab.data.parquet;

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
import latentlab.data.arrays.LabelNames;
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
        List<RowLabel> labels = new ArrayList<>();
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
            List<RowLabel> labels,
            int[] ends,
            Path path,
            Progress progress)
            throws Problem {
        int[] read = pictures.finish();
        List<RowLabel> each = Arrays.stream(read).mapToObj(labels::get).toList();
        boolean fromZero = !first.classNames().isEmpty()
                || each.stream().anyMatch(label -> Long.valueOf(0).equals(label.value()));
        // Validation images are training images, of which a fifth is for validation.
        List<ImageSet> sets = pictures.sets(ends[1], ends[2]);
        int count = sets.getFirst().count();
        PartRows train =
                PartRows.of(ParquetParts.place(parts.train()), sets.getFirst(), each.subList(0, count), fromZero);
        PartRows test = sets.getLast().count() == 0
                ? null
                : PartRows.of(
                        ParquetParts.place(parts.test()), sets.getLast(), each.subList(count, each.size()), fromZero);
        long validation =
                Arrays.stream(train.kept()).filter(i -> read[i] >= ends[0]).count();
        List<Sentence> warnings = new ArrayList<>();
        if (!parts.missing().isEmpty()) {
            String folder = parts.train().getFirst().getParent().toString();
            warnings.add(Sentence.of("data.parquet.missing", folder, String.join(", ", parts.missing())));
        }
        List<LabelNames> names = new ArrayList<>();
        if (!first.classNames().isEmpty()) {
            names.add(LabelNames.of(first.file().toString(), first.classNames()));
        }
        names.addAll(LabelNames.beside(first.file().getParent(), null, warnings, progress.part(0.9, 0.9)));
        Account account = Account.NONE
                .withLeftOut(Sentence.of("data.parquet.pictures"), pictures.broken())
                .withLeftOut(Sentence.of("data.parquet.unlabelled"), leftOut(train, test))
                .withChanged(pictures.changes().toArray(Sentence[]::new))
                .withWarnings(warnings.toArray(Sentence[]::new));
        if (validation > 0) {
            account = account.withParts(
                    Sentence.of("data.npy.validation", validation, ParquetParts.place(parts.validation())));
        }
        Sentence name = Sentence.of("data.name", DatasetFormat.name(path));
        return new ArrayDataset(path, name, path.toString(), AS_THEY_ARE, names, account)
                .of(train.arrays(), test == null ? null : test.arrays(), parts.standsIn(), progress.part(0.9, 1));
    }

    private static List<String> leftOut(PartRows train, PartRows test) {
        List<String> rows = new ArrayList<>(train.leftOut());
        rows.addAll(test == null ? List.of() : test.leftOut());
        return rows;
    }
}
