package latentlab.view;

import java.util.concurrent.Executor;
import latentlab.session.Exploration;
import latentlab.session.Selection;
import latentlab.session.TrainingModel;

/**
 * What every controller is given: the one shared model, and the means to show it.
 *
 * @param model the shared training model
 * @param exploration what people point at in latent space
 * @param selection the test images people have picked out
 * @param texts the window's language
 * @param colours of the theme, for what is painted by hand
 * @param background runs computations off the user interface's thread, several at a time
 * @param userInterface runs work on the user interface's thread
 */
public record ViewContext(
        TrainingModel model,
        Exploration exploration,
        Selection selection,
        Texts texts,
        ThemeColours colours,
        Executor background,
        Executor userInterface) {
    /** @return a requester of its own for one view */
    public LatestOnly latestOnly() {
        return new LatestOnly(background, userInterface);
    }
}
