package latentlab.data.idx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import latentlab.data.DataProblems;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.data.Split;
import latentlab.data.arrays.ArrayImages;
import latentlab.data.arrays.ImageLayout;
import latentlab.data.arrays.Labels;
import latentlab.data.arrays.NumberArray;
import latentlab.data.arrays.NumberType;
import latentlab.data.idx.IdxNames.Role;
import latentlab.data.pictures.Listing;
import latentlab.text.Problem;
import latentlab.text.Progress;

/**
 * The four IDX files of one dataset, three of which may be missing.
 *
 * <p>EMNIST is told by its files' prefix {@code emnist}, and by nothing else: its images are stored column by column,
 * which no header says. Of labels in several columns, which only QMNIST has, the first counts.
 *
 * @param folder where they lie
 * @param set prefix of their names; empty where they have none
 * @param trainImages shape [count, height, width], or with channels of colour
 * @param trainLabels shape [count], or [count, columns], or null
 * @param testImages as {@code trainImages}, or null
 * @param testLabels as {@code trainLabels}, or null
 */
public record IdxFiles(Path folder, String set, Path trainImages, Path trainLabels, Path testImages, Path testLabels) {
    /** Folders within one that may be looked into: with more, it is none that a library downloads datasets into. */
    private static final int SUBFOLDERS = 64;
    /** Columns of QMNIST's labels: the class, then who wrote it and where it is found. */
    private static final int QMNIST_COLUMNS = 8;

    public static boolean named(Path file) {
        return IdxNames.usual(file);
    }

    /**
     * @param folder searched itself, then its {@code raw}, then each of its subfolders and the {@code raw} of that,
     *     where torchvision puts what it downloads
     * @param chosen one of the files, which tells the sets of a folder apart; or null
     * @return null if the folder holds no files of that kind
     * @throws Problem if there are several sets and none has been chosen, or there are no training images
     */
    public static IdxFiles find(Path folder, Path chosen, Progress progress) throws Problem {
        Map<String, Map<Role, Path>> here = IdxNames.sets(folder, progress);
        if (!here.isEmpty()) {
            return select(folder, here, chosen == null ? "" : IdxNames.set(chosen));
        }
        Map<Path, Map<String, Map<Role, Path>>> below = new TreeMap<>();
        look(folder.resolve("raw"), below, progress);
        List<Path> subfolders = below.isEmpty() ? Listing.of(folder, Files::isDirectory, progress) : List.of();
        for (Path subfolder : subfolders.size() > SUBFOLDERS ? List.<Path>of() : subfolders) {
            if (!look(subfolder, below, progress)) {
                look(subfolder.resolve("raw"), below, progress);
            }
        }
        if (below.size() > 1) {
            List<String> names = new ArrayList<>();
            below.keySet().forEach(place -> names.add(folder.relativize(place).toString()));
            throw Problem.of("data.idx.folders", folder.toString(), String.join(", ", names));
        }
        for (Map.Entry<Path, Map<String, Map<Role, Path>>> only : below.entrySet()) {
            return select(only.getKey(), only.getValue(), "");
        }
        return null;
    }

    private static boolean look(Path place, Map<Path, Map<String, Map<Role, Path>>> found, Progress progress)
            throws Problem {
        // One that may not be opened is for whoever reads all folders to tell of.
        boolean open = Files.isDirectory(place) && Files.isReadable(place);
        Map<String, Map<Role, Path>> sets = open ? IdxNames.sets(place, progress) : Map.of();
        if (!sets.isEmpty()) {
            found.put(place, sets);
        }
        return !sets.isEmpty();
    }

    private static IdxFiles select(Path folder, Map<String, Map<Role, Path>> sets, String wanted) throws Problem {
        String set = wanted;
        if (!sets.containsKey(set) && sets.size() > 1) {
            throw Problem.of("data.idx.several", folder.toString(), String.join(", ", sets.keySet()));
        }
        if (!sets.containsKey(set)) {
            set = sets.keySet().iterator().next();
        }
        Map<Role, Path> files = sets.get(set);
        Path trainImages = files.get(new Role(true, IdxContent.IMAGES));
        if (trainImages == null) {
            throw Problem.of("data.idx.noTrain", folder.toString());
        }
        return new IdxFiles(
                folder,
                set,
                trainImages,
                files.get(new Role(true, IdxContent.LABELS)),
                files.get(new Role(false, IdxContent.IMAGES)),
                files.get(new Role(false, IdxContent.LABELS)));
    }

    /** Whether images are stored column by column. */
    boolean transposed() {
        return set.toLowerCase(Locale.ROOT).startsWith("emnist");
    }

    /** What the files hold; {@code test} is null where there is none. */
    record Content(ArrayImages train, ArrayImages test) {}

    /** @throws Problem if a file is not what it should be */
    Content read(Progress progress) throws Problem {
        // Nearly all the time goes into the training images.
        IdxArray train = IdxFile.read(trainImages, IdxContent.IMAGES, progress.part(0, 0.85));
        ArrayImages training = images(train, labels(trainLabels, progress.part(0.85, 0.86)));
        if (testImages == null) {
            return new Content(training, null);
        }
        IdxArray test = IdxFile.read(testImages, IdxContent.IMAGES, progress.part(0.86, 0.99));
        return new Content(training, images(test, labels(testLabels, progress.part(0.99, 1))));
    }

    private static Labels labels(Path file, Progress progress) throws Problem {
        if (file == null) {
            return null;
        }
        NumberArray numbers = IdxFile.read(file, IdxContent.LABELS, progress).numbers();
        return numbers.size() == QMNIST_COLUMNS && !oneHot(numbers) ? Labels.column(numbers, 0) : Labels.of(numbers);
    }

    private static boolean oneHot(NumberArray numbers) {
        try {
            return Labels.of(numbers).oneHot();
        } catch (Problem columns) {
            return false;
        }
    }

    private ArrayImages images(IdxArray images, Labels labels) throws Problem {
        NumberArray numbers = images.numbers();
        ImageLayout layout = IdxFile.layout(numbers.place(), numbers.shape());
        return ArrayImages.of(numbers, transposed() ? layout.transposed() : layout, labels);
    }

    /**
     * Of files that are known to be whole and to hold unsigned bytes: labels stay as they are.
     *
     * @throws Problem if they do not belong together
     */
    public static Split split(IdxArray train, IdxArray trainLabels, IdxArray test, IdxArray testLabels, Path source)
            throws Problem {
        ImageSet training = imageSet(train, trainLabels);
        ImageSet tested = imageSet(test, testLabels);
        if (!training.shape().equals(tested.shape())) {
            throw DataProblems.sizes(
                    train.file().toString(), training.shape(), test.file().toString(), tested.shape());
        }
        return Split.of(training, tested, source);
    }

    private static ImageSet imageSet(IdxArray images, IdxArray labels) throws Problem {
        NumberArray numbers = images.numbers();
        for (IdxArray array : List.of(images, labels)) {
            if (array.numbers().type() != NumberType.UINT8) {
                throw Problem.of("data.idx.format", array.file().toString());
            }
        }
        ImageShape shape = ImageLayout.grey(numbers.place(), numbers.shape()).shape();
        ArrayImages checked = ArrayImages.of(numbers, null, Labels.of(labels.numbers()));
        long[] classes = checked.labels().numbers();
        return new ImageSet(
                numbers.count(),
                shape,
                numbers.bytes(),
                Arrays.stream(classes).mapToInt(label -> (int) label).toArray());
    }
}
