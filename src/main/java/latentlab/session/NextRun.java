package latentlab.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import latentlab.data.Dataset;
import latentlab.engine.settings.TrainingConfig;

/** The data and settings as shown, which a new run will take, beside those of the run that was asked for last. */
final class NextRun {
    final ReadOnlyObjectWrapper<Dataset> dataset = new ReadOnlyObjectWrapper<>();
    final ReadOnlyObjectWrapper<TrainingConfig> settings = new ReadOnlyObjectWrapper<>(TrainingConfig.DEFAULT);
    /** Whether they differ in something that only a new run can take. */
    final ReadOnlyBooleanWrapper pending = new ReadOnlyBooleanWrapper(false);
    /** Whether the run asked for last has not come yet. */
    final ReadOnlyBooleanWrapper opening = new ReadOnlyBooleanWrapper();

    /** The run asked for last; null before the first. */
    private Request requested;
    /** Runs asked for together that have not had their turn, by their ids. */
    private final Map<String, Request> queued = new HashMap<>();

    /** What a run is made of. */
    private record Request(String id, Dataset dataset, TrainingConfig config) {}

    /** Whether any run has been asked for. */
    boolean asked() {
        return requested != null;
    }

    /** Whether the run asked for last was of other data or settings. */
    boolean differs() {
        return requested == null
                || requested.dataset() != dataset.get()
                || !requested.config().equals(settings.get());
    }

    /** What is shown has been asked for. @param id of the run it will be */
    void ask(String id) {
        queued.clear();
        request(new Request(id, dataset.get(), settings.get()));
    }

    /** Several runs with the data shown have been asked for, to be made one after the other. */
    void ask(List<String> ids, List<TrainingConfig> configs) {
        queued.clear();
        for (int i = 0; i < ids.size(); i++) {
            queued.put(ids.get(i), new Request(ids.get(i), dataset.get(), configs.get(i)));
        }
    }

    /** @return whether the run is one of several, and is being made now: its settings are shown from then on */
    boolean takeTurn(String id) {
        Request next = queued.remove(id);
        if (next != null) {
            settings.set(next.config());
            request(next);
        }
        return next != null;
    }

    private void request(Request next) {
        requested = next;
        opening.set(true);
        compare();
    }

    /** Nothing more will come of those that have not had their turn. */
    void forgetQueue() {
        queued.clear();
    }

    void opened(String id) {
        opening.set(!requested.id().equals(id));
    }

    /** Compares what is shown with what was asked for. */
    void compare() {
        pending.set(requested != null && onlyNewRunCanTake());
    }

    private boolean onlyNewRunCanTake() {
        TrainingConfig mine = requested.config();
        TrainingConfig reachable =
                settings.get().withLearningRate(mine.learningRate()).withEpochs(mine.epochs());
        return requested.dataset() != dataset.get() || !mine.equals(reachable);
    }
}
