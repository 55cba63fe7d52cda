package latentlab.view.loss;

import javafx.beans.InvalidationListener;
import latentlab.diagnosis.Diagnosis;
import latentlab.run.Run;
import latentlab.run.RunState;
import latentlab.session.TrainingModel;
import latentlab.view.LatestOnly;
import latentlab.view.ViewContext;

/**
 * Works out the test error after the last epoch of the run on screen whenever it is not being trained, so that the
 * library and comparisons have it without anybody asking: it is kept with the run.
 */
final class LastErrorController {
    private final TrainingModel model;
    private final LatestOnly computation;

    LastErrorController(ViewContext context) {
        model = context.model();
        computation = context.latestOnly();
        model.runProperty().subscribe(this::workOut);
        model.stateProperty().subscribe(this::workOut);
        // The epochs of a run that is opened come after it.
        model.history().addListener((InvalidationListener) _ -> workOut());
    }

    private void workOut() {
        computation.forget();
        Run run = model.runProperty().get();
        if (run != null && model.history().size() > 1 && model.stateProperty().get() != RunState.TRAINING) {
            computation.request(wanted -> Diagnosis.lastError(run, wanted), _ -> {});
        }
    }
}
