package latentlab.data.table;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import latentlab.data.Account;
import latentlab.data.DataRequest;
import latentlab.data.Dataset;
import latentlab.data.DatasetFormat;
import latentlab.data.arrays.ArrayDataset;
import latentlab.data.arrays.ArrayImages;
import latentlab.data.arrays.LabelNames;
import latentlab.data.arrays.LoneFiles;
import latentlab.data.pictures.Listing;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * A table in CSV or TSV, plain or gzip, with an image in each row; or a folder of such. A file of training images
 * brings those with it that are beside it under the same name but for the part: {@code mnist_train.csv} and {@code
 * mnist_test.csv}. EMNIST's images (told by the name) are stored column by column, as in its other files.
 */
public final class TableFormat implements DatasetFormat {
    private static final Pattern PART = Pattern.compile(
            "(?<before>|.*[-_. ])(?<part>train|training|test|testing|val|valid|validation)(?<after>[-_. ].*)");

    private enum Part {
        TRAIN,
        VALIDATION,
        TEST
    }

    /** What a file's name says; {@code rest} is the name without its part. */
    private record Named(Part part, String rest) {
        static Named of(Path file) {
            String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
            Matcher matcher = PART.matcher(name);
            if (!matcher.matches()) {
                return null;
            }
            String part = matcher.group("part");
            return new Named(
                    part.startsWith("tr") ? Part.TRAIN : part.startsWith("te") ? Part.TEST : Part.VALIDATION,
                    matcher.group("before") + matcher.group("after"));
        }
    }

    /** Files of one dataset, of which the last two may be null. */
    private record Parts(Path train, Path validation, Path test) {
        boolean standsIn() {
            return test != null && Named.of(test).part() == Part.VALIDATION;
        }
    }

    @Override
    public Sentence kind() {
        return Sentence.of("data.kind.table");
    }

    @Override
    public Match match(DataRequest request, Path path, Progress progress) throws Problem {
        if (path == null) {
            return null;
        }
        Parts parts = null;
        if (Files.isDirectory(path)) {
            parts = inFolder(path, progress);
        } else if (TableSource.named(path)) {
            parts = beside(path, progress);
        }
        Parts found = parts;
        return found == null ? null : new Match(Fit.SURE, reading -> read(found, request, path, reading));
    }

    /** @return tables of images whose names say that they are a dataset, or the only one of a folder with no others */
    private static Parts inFolder(Path folder, Progress progress) throws Problem {
        List<Path> files = Listing.of(folder, TableSource::named, progress);
        List<Path> tables = new ArrayList<>();
        boolean alone = !files.isEmpty() && LoneFiles.in(folder, progress);
        for (Path file : files) {
            Named named = Named.of(file);
            boolean train = named != null && named.part() == Part.TRAIN;
            if ((alone || train) && Files.isRegularFile(file) && ofImages(file, alone, progress)) {
                tables.add(file);
            }
        }
        List<Path> training = tables.stream()
                .filter(file -> Named.of(file) != null && Named.of(file).part() == Part.TRAIN)
                .toList();
        List<Path> choice = training.isEmpty() ? tables : training;
        if (choice.size() > 1) {
            List<String> names =
                    choice.stream().map(file -> file.getFileName().toString()).toList();
            throw Problem.of("data.table.several", folder.toString(), String.join(", ", names));
        }
        return choice.isEmpty() ? null : beside(choice.getFirst(), progress);
    }

    /** A file that is broken is the dataset where there is nothing else, and may be anything where there is. */
    private static boolean ofImages(Path file, boolean alone, Progress progress) throws Problem {
        try {
            return Table.open(file, progress).ofImages();
        } catch (Problem broken) {
            if (alone) {
                throw broken;
            }
            return false;
        }
    }

    private static Parts beside(Path file, Progress progress) throws Problem {
        Named named = Named.of(file);
        if (named == null || named.part() != Part.TRAIN || file.getParent() == null) {
            return new Parts(file, null, null);
        }
        Path validation = null;
        Path test = null;
        for (Path other : Listing.of(file.getParent(), TableSource::named, progress)) {
            Named part = Named.of(other);
            if (part != null && part.rest().equals(named.rest()) && part.part() == Part.VALIDATION) {
                validation = other;
            } else if (part != null && part.rest().equals(named.rest()) && part.part() == Part.TEST) {
                test = other;
            }
        }
        return test == null ? new Parts(file, null, validation) : new Parts(file, validation, test);
    }

    private static Dataset read(Parts parts, DataRequest request, Path path, Progress progress) throws Problem {
        Table table = Table.open(parts.train(), progress.part(0, 0));
        boolean transposed =
                parts.train().getFileName().toString().toLowerCase(Locale.ROOT).startsWith("emnist");
        Table.Content train = table.read(progress.part(0, 0.7));
        ArrayImages training = upright(train.images(), transposed);
        Account account = train.account();
        if (transposed) {
            account = account.withChanged(Sentence.of("data.idx.upright"));
        }
        if (parts.validation() != null) {
            Table.Content more = other(parts.validation(), table, progress.part(0.7, 0.75));
            ArrayImages both = training.and(upright(more.images(), transposed), path);
            account = account.and(more.account());
            account = both == null
                    ? account.withLeftOut(
                            Sentence.of("data.npy.unlike"),
                            List.of(parts.validation().toString()))
                    : account.withParts(Sentence.of(
                            "data.npy.validation",
                            more.images().numbers().count(),
                            parts.validation().toString()));
            training = both == null ? training : both;
        }
        ArrayImages test = null;
        if (parts.test() != null) {
            Table.Content content = other(parts.test(), table, progress.part(0.75, 0.85));
            test = upright(content.images(), transposed);
            account = account.and(content.account());
        }
        List<Sentence> warnings = new ArrayList<>();
        List<LabelNames> names = LabelNames.beside(
                parts.train().getParent(), mapping(parts.train()), warnings, progress.part(0.85, 0.85));
        account = account.withWarnings(warnings.toArray(Sentence[]::new));
        Sentence name = Sentence.of("data.name", DatasetFormat.name(path));
        return new ArrayDataset(path, name, path.toString(), request.images(), names, account)
                .of(training, test, parts.standsIn(), progress.part(0.85, 1));
    }

    private static Table.Content other(Path file, Table train, Progress progress) throws Problem {
        return Table.open(file, progress.part(0, 0)).like(train).read(progress);
    }

    private static ArrayImages upright(ArrayImages images, boolean transposed) {
        return transposed ? new ArrayImages(images.numbers(), images.layout().transposed(), images.labels()) : images;
    }

    /** @return the name of EMNIST's file that maps labels to letters */
    private static String mapping(Path train) {
        String name = train.getFileName().toString();
        int part = name.toLowerCase(Locale.ROOT).indexOf("train");
        return part < 0 ? null : name.substring(0, part) + "mapping.txt";
    }
}
