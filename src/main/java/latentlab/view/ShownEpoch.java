package latentlab.view;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import latentlab.run.Run;
import latentlab.session.TrainingModel;

/**
 * The epoch of a run that all views show.
 *
 * @param run whose parameters are shown
 * @param epoch 0 to the run's last; one that is kept, as long as it is selected
 */
public record ShownEpoch(Run run, int epoch) {
    /**
     * @return the shared model's selection, null while there is no run; unlike the history, it changes only with the
     *     selection
     */
    public static ObservableValue<ShownEpoch> of(TrainingModel model) {
        return Bindings.createObjectBinding(
                () -> {
                    Run run = model.runProperty().get();
                    int epoch = model.selectedEpochProperty().get();
                    return run == null || epoch >= run.epochs().count() ? null : new ShownEpoch(run, epoch);
                },
                model.runProperty(),
                model.selectedEpochProperty());
    }
}
