package latentlab.session;

import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import latentlab.data.Dataset;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.EpochResult;
import latentlab.engine.weights.WeightFile;
import latentlab.run.Fault;
import latentlab.run.RateChange;
import latentlab.run.Run;
import latentlab.run.RunEvent;
import latentlab.run.RunState;
import latentlab.run.Runs;
import latentlab.run.SavedRun;
import latentlab.run.TrainingCommands;
import latentlab.text.Sentence;

/**
 * The one model all views share: the run on screen, what is known of it, and the epoch being looked at. Views read its
 * properties and call its commands; nothing else changes it.
 *
 * <p>Belongs to the user interface's thread. {@link RunEvent}s come in through {@link #post} on any thread and are
 * applied on this one in order, all that have gathered at a time, none dropped; see {@link EventInbox}.
 */
public final class TrainingModel {
    private final EventInbox inbox;
    private final RunOnScreen screen = new RunOnScreen();
    private final NextRun next = new NextRun(this::setSettings);

    private TrainingCommands commands;
    private Runs runs;
    private final OwnThread thread = new OwnThread();
    private final ReadOnlyObjectWrapper<Fault> refusal = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Run> trained = FXCollections.observableArrayList();
    private final ObservableList<Run> readOnlyTrained = FXCollections.unmodifiableObservableList(trained);
    private final Timeline timeline = new Timeline(screen);
    /** Whether the run requested last has trained nothing yet, so that new settings may replace it without asking. */
    private boolean untouched;

    /** @param userInterface runs tasks on the user interface's thread, in order */
    public TrainingModel(Executor userInterface) {
        this(Schedule.on(userInterface));
    }

    TrainingModel(Schedule schedule) {
        inbox = new EventInbox(schedule, this::drain);
    }

    /**
     * Connects the model with the service that trains and posts its events here.
     *
     * @param runs holds the runs the events are about
     */
    public void attach(TrainingCommands commands, Runs runs) {
        this.commands = commands;
        this.runs = runs;
    }

    /** Takes an event from any thread. */
    public void post(RunEvent event) {
        inbox.post(event);
    }

    /** Applies the events that have gathered; those posted meanwhile cause another drain, after other work. */
    private void drain() {
        assert thread.isThis();
        inbox.takeUp();
        for (RunEvent event = inbox.poll(); event != null; event = inbox.poll()) {
            apply(event);
        }
        timeline.follow();
    }

    private void apply(RunEvent event) {
        switch (event) {
            case RunEvent.Opened opened -> open(opened);
            case RunEvent.Refused(String _, Fault why) -> {
                next.forgetQueue();
                refusal.set(why);
            }
            case RunEvent.EpochDone done -> {
                screen.apply(inbox.withFollowing(done));
                if (trained.isEmpty() || trained.getLast() != screen.run.get()) {
                    trained.add(screen.run.get());
                }
            }
            case RunEvent.StateChanged changed -> {
                if (next.takeTurn(changed.run())) {
                    untouched = false;
                }
                screen.apply(changed);
                if (changed.state() == RunState.TRAINING || changed.state() == RunState.STOPPED) {
                    untouched = changed.state() == RunState.STOPPED && history().size() == 1;
                }
                // Last, since an observer of the state may request another run.
                screen.state.set(changed.state());
            }
            case RunEvent.RateChanged changed -> screen.apply(changed);
            case RunEvent.EpochProgress progress -> screen.apply(progress);
            case RunEvent.Remarked remarked -> screen.apply(remarked);
        }
    }

    private void open(RunEvent.Opened opened) {
        next.opened(opened.run());
        Run before = screen.run.get();
        timeline.restart();
        screen.open(runs.get(opened.run()), opened.initial());
        trained.removeIf(run -> run.id().equals(opened.run()));
        if (before != null) {
            // Views have let go of the run before. On another thread, since this waits for a computation under way.
            Thread.ofVirtual().start(trained.contains(before) ? before::rest : () -> runs.close(before));
        }
    }

    /** The data a new run will take; the run's own is {@link Run#dataset()}. Null until some is loaded. */
    public ReadOnlyObjectProperty<Dataset> datasetProperty() {
        return next.dataset.getReadOnlyProperty();
    }

    /** The settings as shown: what a new run will take. */
    public ReadOnlyObjectProperty<TrainingConfig> settingsProperty() {
        return next.settings.getReadOnlyProperty();
    }

    /** Changes of the settings, to be taken back and made again as if a person had moved them there. */
    public SettingsHistory settingsHistory() {
        return next.history;
    }

    /** The weights that new runs begin with, see {@link #setWeights}; null where they are drawn. */
    public ReadOnlyObjectProperty<WeightFile> weightsProperty() {
        return next.weights.getReadOnlyProperty();
    }

    /** Whether data or settings differ from the run's in something only a new run can take. */
    public ReadOnlyBooleanProperty settingsPendingProperty() {
        return next.pending.getReadOnlyProperty();
    }

    /** The run being trained and looked at; null before the first. Set before its epoch 0 enters the history. */
    public ReadOnlyObjectProperty<Run> runProperty() {
        return screen.run.getReadOnlyProperty();
    }

    /**
     * The runs trained since the window was opened, oldest first, including the one looked at once it has trained an
     * epoch. They stay readable until the owner of the runs closes them. Read-only.
     */
    public ObservableList<Run> trainedRuns() {
        return readOnlyTrained;
    }

    public ReadOnlyObjectProperty<RunState> stateProperty() {
        return screen.state.getReadOnlyProperty();
    }

    /** Whether a new run has been requested and is not open yet: its epoch 0 is being computed. */
    public ReadOnlyBooleanProperty openingProperty() {
        return next.opening.getReadOnlyProperty();
    }

    /** Why the state is DIVERGED or FAILED, or PAUSED without the user's asking; else null. */
    public ReadOnlyObjectProperty<Fault> faultProperty() {
        return screen.fault.getReadOnlyProperty();
    }

    /** The latest remark on the run for the user; null for none. */
    public ReadOnlyObjectProperty<Sentence> remarkProperty() {
        return screen.remark.getReadOnlyProperty();
    }

    /** Why the run requested last was refused; null if it was not. */
    public ReadOnlyObjectProperty<Fault> refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /** Every epoch of the run so far: element e is epoch e, kept or not. Read-only. */
    public ObservableList<EpochResult> history() {
        return screen.history;
    }

    /** Changes of the learning rate during the run, in order. Read-only. */
    public ObservableList<RateChange> rateChanges() {
        return screen.rateChanges;
    }

    /** The epoch every view shows, from 0 to the last of the history; always one that is kept. */
    public ReadOnlyIntegerProperty selectedEpochProperty() {
        return timeline.selectedEpoch.getReadOnlyProperty();
    }

    /** Whether the selection follows the newest epoch. */
    public ReadOnlyBooleanProperty liveProperty() {
        return timeline.live.getReadOnlyProperty();
    }

    /** Number of epochs after which the run is finished. */
    public ReadOnlyIntegerProperty plannedEpochsProperty() {
        return screen.plannedEpochs.getReadOnlyProperty();
    }

    /** Progress of the current epoch, 0 to 1. */
    public ReadOnlyDoubleProperty epochProgressProperty() {
        return screen.epochProgress.getReadOnlyProperty();
    }

    /**
     * Looks at an epoch and stays there while training goes on; if it is dropped, at the last kept one before it.
     *
     * @param epoch clamped to the epochs there are
     */
    public void select(int epoch) {
        assert thread.isThis();
        timeline.select(epoch);
    }

    /** Follows the newest epoch again. */
    public void goLive() {
        assert thread.isThis();
        timeline.goLive();
    }

    /** Takes other data for the next run. A run not trained yet is replaced at once by one with these data. */
    public void setDataset(Dataset other) {
        assert thread.isThis();
        next.takeData(other);
        settingsChanged();
    }

    /**
     * Takes other settings. Learning rate and number of epochs apply to the current run; the rest waits for a new run,
     * except that a run not trained yet is replaced at once.
     */
    public void setSettings(TrainingConfig other) {
        assert thread.isThis();
        TrainingConfig before = next.settings.get();
        next.choose(other);
        if (!untouched && other.learningRate() != before.learningRate()) {
            commands.setLearningRate(other.learningRate());
        }
        if (!untouched && other.epochs() != before.epochs() && screen.state.get() != RunState.FINISHED) {
            screen.plannedEpochs.set(Math.max(other.epochs(), nextEpoch()));
            commands.setPlannedEpochs(screen.plannedEpochs.get());
        }
        settingsChanged();
    }

    /** Lets new runs begin with weights, until others are set; null draws them. Waits as {@link #setSettings} does. */
    public void setWeights(WeightFile other) {
        assert thread.isThis();
        next.weights.set(other);
        settingsChanged();
    }

    private void settingsChanged() {
        if (next.differs() && (untouched || !next.asked())) {
            reset();
        }
        next.compare();
    }

    /**
     * Starts over: a new run with the data and settings shown, ready at epoch 0. Does nothing without data. If there is
     * no memory for the new run, it is refused and the one before stays as it is.
     *
     * @return whether there will be a new run
     */
    public boolean reset() {
        assert thread.isThis();
        if (next.dataset.get() == null) {
            return false;
        }
        String id = next.open(commands, refusal::set);
        if (id != null) {
            next.ask(id);
            refusal.set(null);
        }
        // Applies READY now: commands go to the new run from here on, though it may take a moment until it is shown.
        drain();
        untouched |= id != null;
        return id != null;
    }

    /**
     * Takes up a run that was kept, with its settings; the current one ends. {@link #train} goes on with it.
     *
     * @param data what it was trained on
     * @param saved closed with the run, or at once if there is no memory for it
     * @param planned epochs after which it was to be finished
     */
    public boolean resume(Dataset data, SavedRun saved, int planned) {
        assert thread.isThis();
        String id = commands.resume(data, saved);
        if (id == null) {
            saved.close();
            return false;
        }
        next.takeUp(id, data, saved, planned);
        refusal.set(null);
        untouched = false;
        drain();
        return true;
    }

    /** Starts over with other settings, none of which apply to the current run. @return like {@link #reset} */
    public boolean startOver(TrainingConfig other) {
        assert thread.isThis();
        next.choose(other);
        boolean taken = reset();
        next.compare();
        return taken;
    }

    /**
     * Trains new runs with the data shown, one after the other, each to its planned end, and shows each in its turn.
     * The runs still waiting are dropped when one of them is stopped or fails, or another run is requested.
     *
     * @return their ids; empty if there are no data, or no memory for the first
     */
    public List<String> trainAll(List<TrainingConfig> configs) {
        assert thread.isThis();
        Dataset data = next.dataset.get();
        List<String> ids = data == null ? List.of() : commands.trainAll(data, configs);
        if (!ids.isEmpty()) {
            next.ask(ids, configs);
            refusal.set(null);
        }
        drain();
        return ids;
    }

    /**
     * Trains on: the planned epochs for a run that is ready or was stopped, the settings' number of epochs more for a
     * finished one; resumes a paused one. May be called while a new run is still being made.
     */
    public void train() {
        assert thread.isThis();
        if (!hasRunOfSettings()) {
            return;
        }
        switch (screen.state.get()) {
            case READY, TRAINING, PAUSED, STOPPED -> trainUntil(Math.max(screen.plannedEpochs.get(), nextEpoch()));
            case FINISHED -> trainUntil(nextEpoch() - 1 + next.settings.get().epochs());
            case DIVERGED, FAILED -> {}
        }
    }

    /** The epoch to be trained next. */
    private int nextEpoch() {
        return next.opening.get() ? 1 : screen.history.size();
    }

    /** Trains the run, or the one still being made, until it has so many epochs. */
    public void trainUntil(int epochs) {
        assert thread.isThis();
        untouched = false;
        commands.trainUntil(epochs);
    }

    /** Replaces an untrained run without the settings shown by one with them. @return false if that is refused */
    private boolean hasRunOfSettings() {
        boolean refused = !next.asked() || untouched && next.pending.get();
        return !refused || reset();
    }

    /** Pauses before the next batch. */
    public void pause() {
        assert thread.isThis();
        commands.pause();
    }

    /** Trains one epoch and pauses. */
    public void trainOneEpoch() {
        assert thread.isThis();
        switch (screen.state.get()) {
            case READY, TRAINING, PAUSED, STOPPED, FINISHED -> {
                if (hasRunOfSettings()) {
                    untouched = false;
                    commands.trainOneEpoch();
                }
            }
            case DIVERGED, FAILED -> {}
        }
    }

    /** Stops training; the epochs done are kept. */
    public void stop() {
        assert thread.isThis();
        commands.stop();
    }
}
