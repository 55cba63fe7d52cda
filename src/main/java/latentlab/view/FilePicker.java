package latentlab.view;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Predicate;

/** Asks the user for files and folders; the system's own dialogs in the app. Null is the answer of a user who cancels. */
public interface FilePicker {
    Path openFolder(String title);

    /** @return a file that is there */
    Path openFile(String title);

    /**
     * @param name proposed
     * @param extension the file will have, e.g. {@code gif}
     */
    Path save(String title, String name, String extension);

    /**
     * As {@link #save(String, String, String)}; the answer has the extension, which some systems' dialogs leave to the user to type.
     *
     * @param mayReplace asks whether a file may be replaced that the dialog has not asked about
     */
    default Path save(String title, String name, String extension, Predicate<Path> mayReplace) {
        Path chosen = save(title, name, extension);
        if (chosen == null) {
            return null;
        }
        String end = "." + extension;
        String given = chosen.getFileName().toString();
        if (given.toLowerCase(Locale.ROOT).endsWith(end)) {
            return chosen;
        }
        Path file = chosen.resolveSibling(given + end);
        return Files.exists(file) && !mayReplace.test(file) ? null : file;
    }
}
