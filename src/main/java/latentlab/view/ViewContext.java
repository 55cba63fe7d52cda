package latentlab.view;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import javafx.beans.value.ObservableValue;
import latentlab.preferences.Preferences;
import latentlab.session.EpochComparison;
import latentlab.session.Exploration;
import latentlab.session.GridImages;
import latentlab.session.Selection;
import latentlab.session.Steps;
import latentlab.session.TrainingModel;
import latentlab.text.Sentence;

/**
 * What every view and its controller are made from: the one shared model, and the means to show it. Each view's package
 * makes its own from it.
 *
 * @param model the shared training model
 * @param exploration what users point at in latent space
 * @param selection the test images the user has selected
 * @param comparison the epoch that the one shown is compared with
 * @param images the test images that the grid shows
 * @param shown the epoch all views show, null while there is no run: see {@link ShownEpoch#of}
 * @param texts the window's texts
 * @param colours of the theme, for painting
 * @param preferences what is kept between sessions
 * @param tasks long work with its progress
 * @param notices for the bar at the top of the window
 * @param saving what is needed for saving a file
 * @param mayDropRun asks before a run with epochs that are in no file is replaced by another
 * @param background runs computations off the user interface's thread, several at a time
 * @param userInterface runs tasks on the user interface's thread
 * @param followers computations that playback waits for; views add their own, see {@link #ofEpoch}
 * @param steps what has been changed, to be taken back in order
 */
public record ViewContext(
        TrainingModel model,
        Exploration exploration,
        Selection selection,
        EpochComparison comparison,
        GridImages images,
        ObservableValue<ShownEpoch> shown,
        Texts texts,
        ThemeColours colours,
        Preferences preferences,
        LongTasks tasks,
        Notices notices,
        FileSaving saving,
        MayDropRun mayDropRun,
        ExecutorService background,
        Executor userInterface,
        List<LatestOnly> followers,
        Steps steps) {
    /** Asks before another run takes the place of one on screen that is in no file, or not all of it. */
    public interface MayDropRun {
        /**
         * @param question whether to do what would replace it
         * @param yes key of the word for doing it
         * @return true without asking where nothing would be lost
         */
        boolean asked(Sentence question, String yes);
    }

    /** @return a new requester for one view */
    public LatestOnly latestOnly() {
        return new LatestOnly(background, userInterface, background::isShutdown);
    }

    /** @return a new requester for one view of the selected epoch: playback goes on only once it has been shown */
    public LatestOnly ofEpoch() {
        LatestOnly follower = latestOnly();
        followers.add(follower);
        return follower;
    }

    /** Whether all views show the selected epoch. */
    public boolean allShown() {
        return followers.stream().noneMatch(LatestOnly::pending);
    }
}
