package latentlab.session;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import latentlab.data.Dataset;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.EpochResult;
import latentlab.run.RateChange;
import latentlab.run.Run;
import latentlab.run.RunState;
import latentlab.run.TrainingEvent;
import latentlab.run.TrainingService;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/**
 * The one model all views share: the run, its history, and the epoch being looked at. Views read its properties and call its
 * commands; nothing else changes it.
 *
 * <p>Belongs to the user interface's thread. Events of the {@link TrainingService} come in through {@link #post} on any thread
 * and are applied there in order, all that have gathered at a time, none dropped.
 */
public final class TrainingModel {
    private final Executor userInterface;
    private final EventInbox inbox = new EventInbox();

    private TrainingService service;
    private Thread owner;

    private final ReadOnlyObjectWrapper<Dataset> dataset = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<TrainingConfig> settings = new ReadOnlyObjectWrapper<>(TrainingConfig.DEFAULT);
    private final ReadOnlyObjectWrapper<Run> run = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<RunState> state = new ReadOnlyObjectWrapper<>(RunState.READY);
    private final ReadOnlyObjectWrapper<Problem> error = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Sentence> remark = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Problem> refusal = new ReadOnlyObjectWrapper<>();
    private final ObservableList<EpochResult> history = FXCollections.observableArrayList();
    private final ObservableList<EpochResult> readOnlyHistory = FXCollections.unmodifiableObservableList(history);
    private final ObservableList<Run> trained = FXCollections.observableArrayList();
    private final ObservableList<Run> readOnlyTrained = FXCollections.unmodifiableObservableList(trained);
    private final RateHistory rates = new RateHistory();
    private final ReadOnlyIntegerWrapper selectedEpoch = new ReadOnlyIntegerWrapper(0);
    private final ReadOnlyBooleanWrapper live = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyIntegerWrapper plannedEpochs = new ReadOnlyIntegerWrapper(0);
    private final ReadOnlyDoubleWrapper epochProgress = new ReadOnlyDoubleWrapper(0);
    private final ReadOnlyBooleanWrapper settingsPending = new ReadOnlyBooleanWrapper(false);
    /** The run asked for last; null before the first. */
    private Request requested;
    /** It has not come yet. */
    private final ReadOnlyBooleanWrapper opening = new ReadOnlyBooleanWrapper();
    /** It has not been told to train yet, so that other settings may still replace it without asking. */
    private boolean untouched;

    /** What a run is made of. */
    private record Request(Dataset dataset, TrainingConfig config) {
        boolean isFor(Run run) {
            return run.dataset() == dataset && run.config() == config;
        }
    }

    /** @param userInterface runs work on the user interface's thread, in order */
    public TrainingModel(Executor userInterface) {
        this.userInterface = userInterface;
    }

    /** Connects the model with the service whose events it is posted. */
    public void attach(TrainingService service) {
        this.service = service;
    }

    // ---- events in

    /** Takes an event from any thread. */
    public void post(TrainingEvent event) {
        if (inbox.post(event)) {
            userInterface.execute(this::drain);
        }
    }

    /** Applies what has gathered; what comes meanwhile asks for another drain, so that the thread gets to breathe. */
    private void drain() {
        assert onOwnThread();
        inbox.takeUp();
        for (TrainingEvent next = inbox.poll(); next != null; next = inbox.poll()) {
            apply(next);
        }
        if (!history.isEmpty()) {
            selectedEpoch.set(live.get() ? history.size() - 1 : kept(selectedEpoch.get()));
        }
    }

    /** @return the epoch to look at in place of one that may not be kept any more */
    private int kept(int epoch) {
        int last = Math.max(0, history.size() - 1);
        return run.get() == null ? 0 : run.get().epochs().kept(Math.clamp(epoch, 0, last));
    }

    private void apply(TrainingEvent event) {
        switch (event) {
            case TrainingEvent.Opened(Run opened, EpochResult initial) -> apply(opened, initial);
            case TrainingEvent.EpochDone done -> {
                history.addAll(withFollowing(done));
                if (trained.isEmpty() || trained.getLast() != run.get()) {
                    trained.add(run.get());
                }
                epochProgress.set(0);
            }
            case TrainingEvent.StateChanged(RunState now, int planned, Problem why) -> {
                plannedEpochs.set(planned);
                error.set(why);
                if (now == RunState.TRAINING) {
                    rates.epochBegins();
                } else if (now != RunState.PAUSED) {
                    epochProgress.set(0);
                    rates.epochDropped(history.size());
                }
                if (now == RunState.TRAINING || now == RunState.STOPPED) {
                    untouched = now == RunState.STOPPED && history.size() == 1;
                }
                state.set(now);
            }
            case TrainingEvent.RateChanged(RateChange change) -> rates.add(change);
            case TrainingEvent.EpochProgress(double fraction) -> epochProgress.set(fraction);
            case TrainingEvent.Remarked(Sentence what) -> remark.set(what);
            case TrainingEvent.Refused(Problem why) -> refusal.set(why);
        }
    }

    private void apply(Run opened, EpochResult initial) {
        opening.set(!requested.isFor(opened));
        Run before = run.get();
        live.set(true);
        selectedEpoch.set(0);
        rates.clear();
        remark.set(null);
        epochProgress.set(0);
        run.set(opened);
        history.setAll(initial);
        if (before != null) {
            // Views have let go of it; the wait for a computation under way must not be on this thread.
            Thread.ofVirtual().start(trained.contains(before) ? before::rest : before::close);
        }
    }

    /** Epochs that have gathered enter the history together: a thousand changes of it would keep the views busy for nothing. */
    private List<EpochResult> withFollowing(TrainingEvent.EpochDone first) {
        return Stream.concat(Stream.of(first), inbox.pollFollowing().stream())
                .map(TrainingEvent.EpochDone::result)
                .toList();
    }

    /** @return true, so that it can be asserted; the first thread to use the model is its owner */
    private boolean onOwnThread() {
        if (owner == null) {
            owner = Thread.currentThread();
        }
        return owner == Thread.currentThread();
    }

    // ---- what views see

    /** The data a new run will take; the run's own is {@link Run#dataset()}. Null until some is loaded. */
    public ReadOnlyObjectProperty<Dataset> datasetProperty() {
        return dataset.getReadOnlyProperty();
    }

    /** The settings as shown: what a new run will take. */
    public ReadOnlyObjectProperty<TrainingConfig> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    /** Whether data or settings differ from the run's in something only a new run can take. */
    public ReadOnlyBooleanProperty settingsPendingProperty() {
        return settingsPending.getReadOnlyProperty();
    }

    /** The run being trained and looked at; null before the first. Set before its epoch 0 enters the history. */
    public ReadOnlyObjectProperty<Run> runProperty() {
        return run.getReadOnlyProperty();
    }

    /**
     * The runs trained since the window was opened, oldest first, the one being looked at included once it has an epoch. They stay
     * readable until whoever made the model closes them. Read-only.
     */
    public ObservableList<Run> trainedRuns() {
        return readOnlyTrained;
    }

    public ReadOnlyObjectProperty<RunState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether a new run has been asked for that is not there yet: its epoch 0 is being computed. */
    public ReadOnlyBooleanProperty openingProperty() {
        return opening.getReadOnlyProperty();
    }

    /** Why the state is DIVERGED or FAILED, or PAUSED unasked, with what caused it if that says more; else null. */
    public ReadOnlyObjectProperty<Problem> errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** What people should know about the run, the last of it; null for nothing. */
    public ReadOnlyObjectProperty<Sentence> remarkProperty() {
        return remark.getReadOnlyProperty();
    }

    /** Why the run asked for last was refused; null if it was not. */
    public ReadOnlyObjectProperty<Problem> refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /** Every epoch of the run so far: element e is epoch e, kept or not. Read-only. */
    public ObservableList<EpochResult> history() {
        return readOnlyHistory;
    }

    /** Changes of the learning rate on the way, in order. Read-only. */
    public ObservableList<RateChange> rateChanges() {
        return rates.changes();
    }

    /** The epoch every view shows, 0 to the last one of the history; one that is kept. */
    public ReadOnlyIntegerProperty selectedEpochProperty() {
        return selectedEpoch.getReadOnlyProperty();
    }

    /** Whether the selection follows the newest epoch. */
    public ReadOnlyBooleanProperty liveProperty() {
        return live.getReadOnlyProperty();
    }

    /** Epochs the run will have when it is finished. */
    public ReadOnlyIntegerProperty plannedEpochsProperty() {
        return plannedEpochs.getReadOnlyProperty();
    }

    /** How far the epoch under way is, 0 to 1. */
    public ReadOnlyDoubleProperty epochProgressProperty() {
        return epochProgress.getReadOnlyProperty();
    }

    // ---- the timeline's commands

    /**
     * Looks at an epoch and stays there while training goes on; once it is no longer kept, at the last one before it that is.
     *
     * @param epoch clamped to what there is
     */
    public void select(int epoch) {
        assert onOwnThread();
        live.set(false);
        selectedEpoch.set(kept(epoch));
    }

    /** Follows the newest epoch again. */
    public void goLive() {
        assert onOwnThread();
        live.set(true);
        selectedEpoch.set(Math.max(0, history.size() - 1));
    }

    // ---- training commands

    /** Takes other data for the next run; a run that has not been trained yet is made anew with it at once. */
    public void setDataset(Dataset next) {
        assert onOwnThread();
        dataset.set(next);
        settingsChanged();
    }

    /**
     * Takes other settings. Rate and number of epochs reach the run under way; the rest waits for a new run, except that a run
     * not trained yet is made anew at once.
     */
    public void setSettings(TrainingConfig next) {
        assert onOwnThread();
        TrainingConfig before = settings.get();
        settings.set(next);
        if (!untouched && next.learningRate() != before.learningRate()) {
            service.setLearningRate(next.learningRate());
        }
        if (!untouched && next.epochs() != before.epochs() && state.get() != RunState.FINISHED) {
            plannedEpochs.set(Math.max(next.epochs(), nextEpoch()));
            service.setPlannedEpochs(plannedEpochs.get());
        }
        settingsChanged();
    }

    private void settingsChanged() {
        Request next = new Request(dataset.get(), settings.get());
        if ((untouched || requested == null) && !next.equals(requested)) {
            reset();
        }
        settingsPending.set(requested != null && onlyNewRunCanTake(next));
    }

    private boolean onlyNewRunCanTake(Request next) {
        TrainingConfig mine = requested.config();
        TrainingConfig reachable =
                next.config().withLearningRate(mine.learningRate()).withEpochs(mine.epochs());
        return requested.dataset() != next.dataset() || !mine.equals(reachable);
    }

    /**
     * Starts over: a new run with the data and settings shown, ready at epoch 0. Does nothing while there is no data; a run there
     * is no memory for is refused, and the one before stays as it is.
     *
     * @return whether there will be a new run
     */
    public boolean reset() {
        assert onOwnThread();
        if (dataset.get() == null) {
            return false;
        }
        Request next = new Request(dataset.get(), settings.get());
        boolean taken = service.open(next.dataset(), next.config());
        if (taken) {
            requested = next;
            opening.set(true);
            settingsPending.set(false);
            refusal.set(null);
        }
        // The new run is READY from now on, for commands too, though it may take a moment until it can be seen.
        drain();
        untouched |= taken;
        return taken;
    }

    /** Starts over with other settings, none of which reach the run under way. @return as {@link #reset} */
    public boolean startOver(TrainingConfig next) {
        assert onOwnThread();
        settings.set(next);
        boolean taken = reset();
        settingsPending.set(requested != null && onlyNewRunCanTake(new Request(dataset.get(), next)));
        return taken;
    }

    /**
     * Trains on: the planned epochs of a run that is ready or was stopped, as many again as the settings say for one that is
     * finished; resumes a paused one. May be called while a new run is still being made.
     */
    public void train() {
        assert onOwnThread();
        if (!hasRunOfSettings()) {
            return;
        }
        switch (state.get()) {
            case READY, TRAINING, PAUSED, STOPPED -> train(Math.max(plannedEpochs.get(), nextEpoch()));
            case FINISHED -> train(nextEpoch() - 1 + settings.get().epochs());
            case DIVERGED, FAILED -> {}
        }
    }

    /** The epoch that would be trained next. */
    private int nextEpoch() {
        return opening.get() ? 1 : history.size();
    }

    private void train(int epochs) {
        untouched = false;
        service.trainUntil(epochs);
    }

    /** Before the first epoch, what is shown is what is trained: settings that were refused are tried again, or nothing is. */
    private boolean hasRunOfSettings() {
        boolean refused = requested == null || untouched && settingsPending.get();
        return !refused || reset();
    }

    /** Pauses before the next batch. */
    public void pause() {
        assert onOwnThread();
        service.pause();
    }

    /** Trains one epoch and pauses. */
    public void trainOneEpoch() {
        assert onOwnThread();
        switch (state.get()) {
            case READY, TRAINING, PAUSED, STOPPED, FINISHED -> {
                if (hasRunOfSettings()) {
                    untouched = false;
                    service.trainOneEpoch();
                }
            }
            case DIVERGED, FAILED -> {}
        }
    }

    /** Ends training; the epochs done are kept. */
    public void stop() {
        assert onOwnThread();
        service.stop();
    }
}
