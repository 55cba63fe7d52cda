package latentlab.view;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What is needed for saving a file.
 *
 * @param picker asks where to save it
 * @param mayReplace asks whether an existing file may be replaced
 * @param show opens a saved file in the system's program for it, or a folder in its file browser, without waiting
 */
public record FileSaving(FilePicker picker, Predicate<Path> mayReplace, Consumer<Path> show) {}
