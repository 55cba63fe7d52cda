package latentlab.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import latentlab.data.Dataset;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.weights.WeightFile;
import latentlab.run.Fault;
import latentlab.run.RateChange;
import latentlab.run.SavedRun;
import latentlab.run.StartWeights;
import latentlab.run.TrainingCommands;
import latentlab.text.Problem;

/** The data, settings and weights shown, which a new run will take, compared with those of the run requested last. */
final class NextRun {
    final ReadOnlyObjectWrapper<Dataset> dataset = new ReadOnlyObjectWrapper<>();
    final ReadOnlyObjectWrapper<TrainingConfig> settings = new ReadOnlyObjectWrapper<>(TrainingConfig.DEFAULT);
    final ReadOnlyObjectWrapper<WeightFile> weights = new ReadOnlyObjectWrapper<>();
    final SettingsHistory history;
    /** Whether they differ in something that only a new run can take. */
    final ReadOnlyBooleanWrapper pending = new ReadOnlyBooleanWrapper(false);
    /** Whether the run requested last is not open yet. */
    final ReadOnlyBooleanWrapper opening = new ReadOnlyBooleanWrapper();

    /** The run requested last; null before the first. */
    private Request requested;
    /** Runs requested together and still waiting for their turn, by id. */
    private final Map<String, Request> queued = new HashMap<>();

    /** What a run is made of. */
    private record Request(String id, Dataset dataset, TrainingConfig config, WeightFile weights) {}

    /** @param take takes settings that are gone back to, as if a person had chosen them */
    NextRun(Consumer<TrainingConfig> take) {
        history = new SettingsHistory(settings.getReadOnlyProperty(), take, System::nanoTime);
    }

    /** Takes settings, a change that can be taken back. */
    void choose(TrainingConfig other) {
        history.changing(settings.get(), other);
        settings.set(other);
    }

    /** Whether any run has been requested. */
    boolean asked() {
        return requested != null;
    }

    /** A batch that nobody has chosen goes with the number of images, see {@link TrainingConfig#usualBatch}. */
    void takeData(Dataset other) {
        int usual = dataset.get() == null ? TrainingConfig.DEFAULT.batch() : usualBatch(dataset.get());
        if (settings.get().batch() == usual) {
            settings.set(settings.get().withBatch(usualBatch(other)));
        }
        dataset.set(other);
    }

    private static int usualBatch(Dataset dataset) {
        return TrainingConfig.usualBatch(dataset.train().count());
    }

    /** Whether the run requested last has other data or settings than those shown. */
    boolean differs() {
        return requested == null
                || requested.dataset() != dataset.get()
                || requested.weights() != weights.get()
                || !requested.config().equals(settings.get());
    }

    /**
     * Requests a run of all that is shown.
     *
     * @param refused told why there will be none
     * @return its id; null if it is refused
     */
    String open(TrainingCommands commands, Consumer<Fault> refused) {
        WeightFile file = weights.get();
        if (file == null) {
            return commands.open(dataset.get(), settings.get());
        }
        try {
            float[] parameters = file.parameters(
                    Autoencoder.checked(settings.get(), dataset.get().shape()));
            StartWeights start = new StartWeights(new StartWeights.From(file.name(), file.hash()), parameters);
            return commands.open(dataset.get(), settings.get(), start);
        } catch (Problem problem) {
            refused.accept(Fault.of(problem));
            return null;
        }
    }

    /** Notes that a run with the data and settings shown has been requested. @param id of that run */
    void ask(String id) {
        queued.clear();
        request(new Request(id, dataset.get(), settings.get(), weights.get()));
    }

    /** Notes that a run that was kept has been requested, and shows its data and settings as they are by now. */
    void takeUp(String id, Dataset data, SavedRun saved, int planned) {
        TrainingConfig config = TrainingConfig.ofTexts(saved.start().settings());
        List<RateChange> changes = saved.rateChanges();
        dataset.set(data);
        choose(config.withEpochs(planned)
                .withLearningRate(
                        changes.isEmpty()
                                ? config.learningRate()
                                : changes.getLast().after()));
        ask(id);
    }

    /** Notes that several runs with the data shown have been requested, to be made one after the other. */
    void ask(List<String> ids, List<TrainingConfig> configs) {
        queued.clear();
        for (int i = 0; i < ids.size(); i++) {
            queued.put(ids.get(i), new Request(ids.get(i), dataset.get(), configs.get(i), weights.get()));
        }
    }

    /**
     * Starts the turn of a waiting run: its settings are shown from then on.
     *
     * @return false if the run was not waiting
     */
    boolean takeTurn(String id) {
        Request next = queued.remove(id);
        if (next != null) {
            choose(next.config());
            request(next);
        }
        return next != null;
    }

    private void request(Request next) {
        requested = next;
        opening.set(true);
        compare();
    }

    /** Forgets the runs that still wait for their turn. */
    void forgetQueue() {
        queued.clear();
    }

    void opened(String id) {
        opening.set(!requested.id().equals(id));
    }

    /** Compares what is shown with what was requested. */
    void compare() {
        pending.set(requested != null && onlyNewRunCanTake());
    }

    private boolean onlyNewRunCanTake() {
        TrainingConfig mine = requested.config();
        TrainingConfig reachable =
                settings.get().withLearningRate(mine.learningRate()).withEpochs(mine.epochs());
        return requested.dataset() != dataset.get() || requested.weights() != weights.get() || !mine.equals(reachable);
    }
}
