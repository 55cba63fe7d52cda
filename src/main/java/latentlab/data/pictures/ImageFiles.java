package latentlab.data.pictures;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import latentlab.text.Problem;
import latentlab.text.Progress;

/**
 * The image files of a folder, told by their names' endings. Hidden files and folders are no part of it.
 *
 * @param files sorted by their path within the folder, the same on every system
 * @param classes for each file, the name of the subfolder it lies in, however deep; empty when there are no subfolders
 */
public record ImageFiles(List<PictureSource> files, List<String> classes) {
    private static final Set<String> SUFFIXES = Arrays.stream(ImageIO.getReaderFileSuffixes())
            .map(suffix -> suffix.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    /** @throws Problem if images lie both in the folder itself and in its subfolders, or it cannot be read */
    public static ImageFiles find(Path folder, Progress progress) throws Problem {
        List<PictureSource> direct =
                pictures(folder, Listing.of(folder, file -> !hidden(file) && image(file), progress));
        List<PictureSource> nested = new ArrayList<>();
        List<String> classes = new ArrayList<>();
        for (Path subfolder : Listing.of(folder, file -> !hidden(file) && Files.isDirectory(file), progress)) {
            List<Path> inside = Listing.deep(subfolder, file -> image(file) && !hiddenBelow(subfolder, file), progress);
            nested.addAll(pictures(folder, inside));
            inside.forEach(file -> classes.add(subfolder.getFileName().toString()));
        }
        if (!direct.isEmpty() && !nested.isEmpty()) {
            throw Problem.of("data.images.mixed", folder.toString());
        }
        return nested.isEmpty() ? new ImageFiles(direct, List.of()) : new ImageFiles(nested, classes);
    }

    private static List<PictureSource> pictures(Path folder, List<Path> files) {
        return files.stream()
                .<PictureSource>map(file -> PictureFile.of(folder, file))
                .toList();
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    boolean labelled() {
        return !classes.isEmpty();
    }

    ImageFiles and(ImageFiles more) {
        // A set that is labelled in part only is not labelled.
        boolean labels = labelled() && more.labelled();
        return new ImageFiles(joined(files, more.files), labels ? joined(classes, more.classes) : List.of());
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static boolean hiddenBelow(Path folder, Path file) {
        for (Path part : folder.relativize(file)) {
            if (hidden(part)) {
                return true;
            }
        }
        return false;
    }

    /** By name, on every system: macOS leaves {@code ._image.png} and {@code __MACOSX} wherever it passes. */
    private static boolean hidden(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(".") || name.equals("__MACOSX");
    }

    private static boolean image(Path file) {
        String name = file.getFileName().toString();
        String suffix = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return SUFFIXES.contains(suffix) && !Files.isDirectory(file);
    }
}
