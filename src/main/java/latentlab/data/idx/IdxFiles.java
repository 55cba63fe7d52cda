package latentlab.data.idx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.data.Split;
import latentlab.data.pictures.Listing;
import latentlab.text.Problem;
import latentlab.text.Progress;

/**
 * The four IDX files of one dataset, three of which may be missing.
 *
 * @param folder where they lie
 * @param trainImages shape [count, height, width]
 * @param trainLabels shape [count], or null
 * @param testImages shape [count, height, width], or null
 * @param testLabels shape [count], or null
 */
public record IdxFiles(Path folder, Path trainImages, Path trainLabels, Path testImages, Path testLabels) {
    /**
     * The usual names: {@code train-images-idx3-ubyte}, {@code t10k-labels.idx1-ubyte.gz}, …, with a prefix where
     * several sets share a folder as EMNIST's do ({@code emnist-letters-test-images-idx3-ubyte.gz}).
     */
    private static final Pattern NAME = Pattern.compile(
            "(?<set>.*?)(?<part>train|t10k|test)[-_.]?(?<kind>images|labels)[-_.]idx\\d[-_.]ubyte(\\.gz)?",
            Pattern.CASE_INSENSITIVE);
    /** Where torchvision puts the files it downloads. */
    private static final List<String> SUBFOLDERS = List.of("", "raw", "MNIST/raw");

    /** What a file's name says it is for. */
    private record Role(boolean train, IdxContent content) {}

    public static boolean named(Path file) {
        return NAME.matcher(file.getFileName().toString()).matches();
    }

    /**
     * @param folder searched itself, then its subfolders {@code raw} and {@code MNIST/raw}
     * @param chosen one of the files, which tells the sets of a folder apart; or null
     * @return null if the folder holds no files of that kind
     * @throws Problem if there are several sets and none has been chosen, or there are no training images
     */
    public static IdxFiles find(Path folder, Path chosen, Progress progress) throws Problem {
        for (String subfolder : SUBFOLDERS) {
            Path place = folder.resolve(subfolder);
            if (Files.isDirectory(place)) {
                Map<String, Map<Role, Path>> sets = sets(place, progress);
                if (!sets.isEmpty()) {
                    return select(place, sets, chosen == null ? "" : set(chosen));
                }
            }
        }
        return null;
    }

    private static String set(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches() ? name.group("set") : "";
    }

    /** By the set's prefix, then by what the files are for. */
    private static Map<String, Map<Role, Path>> sets(Path folder, Progress progress) throws Problem {
        Map<String, Map<Role, Path>> sets = new TreeMap<>();
        // Sorted, so that where a file lies beside its gzip, the unpacked one is taken: it is read faster.
        for (Path file : Listing.of(folder, IdxFiles::named, progress)) {
            Matcher name = NAME.matcher(file.getFileName().toString());
            if (name.matches()) {
                Role role = new Role(
                        name.group("part").equalsIgnoreCase("train"),
                        IdxContent.valueOf(name.group("kind").toUpperCase(Locale.ROOT)));
                sets.computeIfAbsent(name.group("set"), set -> new HashMap<>()).putIfAbsent(role, file);
            }
        }
        return sets;
    }

    private static IdxFiles select(Path folder, Map<String, Map<Role, Path>> sets, String wanted) throws Problem {
        Map<Role, Path> files = sets.get(wanted);
        if (files == null && sets.size() > 1) {
            throw Problem.of("data.idx.several", folder.toString());
        }
        if (files == null) {
            files = sets.values().iterator().next();
        }
        Path trainImages = files.get(new Role(true, IdxContent.IMAGES));
        if (trainImages == null) {
            throw Problem.of("data.idx.noTrain", folder.toString());
        }
        return new IdxFiles(
                folder,
                trainImages,
                files.get(new Role(true, IdxContent.LABELS)),
                files.get(new Role(false, IdxContent.IMAGES)),
                files.get(new Role(false, IdxContent.LABELS)));
    }

    /** @throws Problem if a file is not what it should be, or they do not belong together */
    public Split read(Progress progress) throws Problem {
        // Nearly all the time goes into the training images.
        IdxArray train = IdxFile.read(trainImages, IdxContent.IMAGES, progress.part(0, 0.85));
        IdxArray trainLabel = labels(trainLabels, progress.part(0.85, 0.86));
        if (testImages == null) {
            return Split.holdingBack(imageSet(train, trainLabel), folder);
        }
        IdxArray test = IdxFile.read(testImages, IdxContent.IMAGES, progress.part(0.86, 0.99));
        IdxArray testLabel = labels(testLabels, progress.part(0.99, 1));
        return split(train, trainLabel, test, testLabel, folder);
    }

    private static IdxArray labels(Path file, Progress progress) throws Problem {
        return file == null ? null : IdxFile.read(file, IdxContent.LABELS, progress);
    }

    /** @param trainLabels null when there are none, likewise {@code testLabels} */
    public static Split split(IdxArray train, IdxArray trainLabels, IdxArray test, IdxArray testLabels, Path source)
            throws Problem {
        if (train.height() != test.height() || train.width() != test.width()) {
            throw Problem.of(
                    "data.idx.size",
                    train.file().toString(),
                    train.width(),
                    train.height(),
                    test.file().toString(),
                    test.width(),
                    test.height());
        }
        return Split.of(imageSet(train, trainLabels), imageSet(test, testLabels), source);
    }

    private static ImageSet imageSet(IdxArray images, IdxArray labels) throws Problem {
        if (labels != null && labels.count() != images.count()) {
            throw Problem.of(
                    "data.idx.counts",
                    images.file().toString(),
                    images.count(),
                    labels.file().toString(),
                    labels.count());
        }
        return new ImageSet(
                images.count(),
                ImageShape.grey(images.height(), images.width()),
                images.values(),
                labels == null ? null : labels.unsigned());
    }
}
