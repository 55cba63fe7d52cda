package latentlab.view;

import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import javafx.beans.value.ObservableValue;
import latentlab.preferences.Preferences;
import latentlab.session.Exploration;
import latentlab.session.Selection;
import latentlab.session.TrainingModel;

/**
 * What every view and its controller are made from: the one shared model, and the means to show it. Each view's package makes its own
 * from it.
 *
 * @param model the shared training model
 * @param exploration what users point at in latent space
 * @param selection the test images users have picked out
 * @param shown the epoch all views look at, null while there is no run: see {@link ShownEpoch#of}
 * @param texts the window's language
 * @param colours of the theme, for what is painted by hand
 * @param preferences what is remembered between sessions
 * @param tasks long work with its progress
 * @param notices what the bar at the top says
 * @param saving what saving a file needs
 * @param mayDropRun asks before a run with trained epochs gives way to another
 * @param background runs computations off the user interface's thread, several at a time
 * @param userInterface runs work on the user interface's thread
 */
public record ViewContext(
        TrainingModel model,
        Exploration exploration,
        Selection selection,
        ObservableValue<ShownEpoch> shown,
        Texts texts,
        ThemeColours colours,
        Preferences preferences,
        LongTasks tasks,
        Notices notices,
        FileSaving saving,
        BooleanSupplier mayDropRun,
        Executor background,
        Executor userInterface) {
    /** @return a requester of its own for one view */
    public LatestOnly latestOnly() {
        return new LatestOnly(background, userInterface);
    }
}
