package latentlab.view;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What saving a file needs.
 *
 * @param picker asks where
 * @param mayReplace asks whether a file that is there already may be replaced
 * @param showFolder opens the folder of a saved file in the system's file browser
 */
public record FileSaving(FilePicker picker, Predicate<Path> mayReplace, Consumer<Path> showFolder) {}
