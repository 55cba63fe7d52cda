package latentlab.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.stage.Stage;
import latentlab.data.DataLoader;
import latentlab.data.DataRequest;
import latentlab.export.Export;
import latentlab.preferences.Theme;
import latentlab.run.store.Scratch;
import latentlab.view.FilePicker;

/**
 * What the window takes from outside, so that a test can replace it.
 *
 * @param settingsFile where preferences are kept
 * @param scratch where epochs are kept while the window is open
 * @param runs the folder in which runs are kept for later
 * @param loader loads datasets
 * @param exports what can be saved of a run
 * @param picker asks the user for files, starting in the folder used last
 * @param show opens a file in the system's program for it, or a folder in its file browser; called on a thread that may
 *     wait
 * @param systemTheme theme of the first start
 * @param systemLanguage language of the first start
 * @param askedLanguage language asked for on the command line, which overrides the saved one for this session; null if
 *     none
 * @param data the window opens with
 * @param files opened in the window then, as if they were dropped on it
 */
public record Environment(
        Path settingsFile,
        Scratch scratch,
        Path runs,
        DataLoader loader,
        List<Export> exports,
        BiFunction<Stage, ObjectProperty<Path>, FilePicker> picker,
        Consumer<Path> show,
        Theme systemTheme,
        Locale systemLanguage,
        Locale askedLanguage,
        DataRequest data,
        List<Path> files) {}
