package latentlab.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import latentlab.text.Problem;

/**
 * The image files of a folder, told by their names' endings. Hidden files and folders are no part of it.
 *
 * @param files sorted by their path within the folder, the same on every system
 * @param classes for each file, the name of the subfolder it lies in, however deep; empty when there are no subfolders
 */
record ImageFiles(List<Path> files, List<String> classes) {
    private static final Set<String> SUFFIXES = Arrays.stream(ImageIO.getReaderFileSuffixes())
            .map(suffix -> suffix.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    /** @throws Problem if images lie both in the folder itself and in its subfolders, or it cannot be read */
    static ImageFiles find(Path folder) throws Problem {
        List<Path> direct = list(folder, ImageFiles::image);
        List<Path> nested = new ArrayList<>();
        List<String> classes = new ArrayList<>();
        for (Path subfolder : subfolders(folder)) {
            List<Path> inside = walk(subfolder);
            nested.addAll(inside);
            inside.forEach(file -> classes.add(subfolder.getFileName().toString()));
        }
        if (!direct.isEmpty() && !nested.isEmpty()) {
            throw Problem.of("data.images.mixed", folder.toString());
        }
        return nested.isEmpty() ? new ImageFiles(direct, List.of()) : new ImageFiles(nested, classes);
    }

    /** @return the folders right inside a folder, hidden ones apart, sorted by name */
    static List<Path> subfolders(Path folder) throws Problem {
        return list(folder, Files::isDirectory);
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

    private static List<Path> list(Path folder, Predicate<Path> wanted) throws Problem {
        try (Stream<Path> files = Files.list(folder)) {
            return sorted(folder, files.filter(file -> !hidden(file)).filter(wanted));
        } catch (IOException e) {
            throw DataProblems.unreadable(folder, e);
        } catch (UncheckedIOException e) {
            throw DataProblems.unreadable(folder, e.getCause());
        }
    }

    private static List<Path> walk(Path folder) throws Problem {
        try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return sorted(folder, files.filter(file -> image(file) && !hiddenBelow(folder, file)));
        } catch (IOException e) {
            throw DataProblems.unreadable(folder, e);
        } catch (UncheckedIOException e) {
            throw DataProblems.unreadable(folder, e.getCause());
        }
    }

    private static List<Path> sorted(Path folder, Stream<Path> files) {
        return files.sorted(Comparator.comparing(
                        file -> folder.relativize(file).toString().replace('\\', '/')))
                .toList();
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
