package latentlab.view;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Predicate;

/** Asks the user for files and folders; in the app with the system's own dialogs. Returns null if the user cancels. */
public interface FilePicker {
    Path openFolder(String title);

    /** @return a file that is there */
    Path openFile(String title);

    /**
     * @param name proposed file name
     * @param extension of the file, e.g. {@code gif}
     */
    Path save(String title, String name, String extension);

    /**
     * Like {@link #save(String, String, String)}, and adds the extension if it is missing, which some systems' dialogs
     * leave to the user.
     *
     * @param mayReplace asks whether to replace an existing file that the dialog has not asked about
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
