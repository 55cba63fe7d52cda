package latentlab.view;

import java.nio.file.Path;

/** Asks the user for files and folders; the system's own dialogs in the app. Null is the answer of a user who cancels. */
public interface FilePicker {
    Path openFolder(String title);

    /**
     * @param name proposed
     * @param extension the file will have, e.g. {@code gif}
     */
    Path save(String title, String name, String extension);
}
