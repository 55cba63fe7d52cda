package latentlab.session;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import latentlab.data.Dataset;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.EpochResult;
import latentlab.run.Fault;
import latentlab.run.RateChange;
import latentlab.run.Run;
import latentlab.run.RunEvent;
import latentlab.run.RunState;
import latentlab.run.Runs;
import latentlab.run.TrainingCommands;
import latentlab.text.Sentence;

/**
 * The one model all views share: the run on screen, what is known of it, and the epoch being looked at. Views read its properties
 * and call its commands; nothing else changes it.
 *
 * <p>Belongs to the user interface's thread. {@link RunEvent}s come in through {@link #post} on any thread and are applied there in
 * order, all that have gathered at a time, none dropped.
 */
public final class TrainingModel {
    private final Executor userInterface;
    private final EventInbox inbox = new EventInbox();
    private final RunOnScreen screen = new RunOnScreen();
    private final NextRun next = new NextRun();

    private TrainingCommands commands;
    private Runs runs;
    private Thread owner;

    private final ReadOnlyObjectWrapper<Fault> refusal = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Run> trained = FXCollections.observableArrayList();
    private final ObservableList<Run> readOnlyTrained = FXCollections.unmodifiableObservableList(trained);
    private final ReadOnlyIntegerWrapper selectedEpoch = new ReadOnlyIntegerWrapper(0);
    private final ReadOnlyBooleanWrapper live = new ReadOnlyBooleanWrapper(true);
    /** The run asked for last has not been told to train yet, so that other settings may still replace it without asking. */
    private boolean untouched;

    /** @param userInterface runs work on the user interface's thread, in order */
    public TrainingModel(Executor userInterface) {
        this.userInterface = userInterface;
    }

    /**
     * Connects the model with whoever trains, whose events it is posted.
     *
     * @param runs where the runs are that the events are about
     */
    public void attach(TrainingCommands commands, Runs runs) {
        this.commands = commands;
        this.runs = runs;
    }

    // ---- events in

    /** Takes an event from any thread. */
    public void post(RunEvent event) {
        if (inbox.post(event)) {
            userInterface.execute(this::drain);
        }
    }

    /** Applies what has gathered; what comes meanwhile asks for another drain, so that the thread gets to breathe. */
    private void drain() {
        assert onOwnThread();
        inbox.takeUp();
        for (RunEvent event = inbox.poll(); event != null; event = inbox.poll()) {
            apply(event);
        }
        if (!screen.history.isEmpty()) {
            selectedEpoch.set(live.get() ? screen.history.size() - 1 : kept(selectedEpoch.get()));
        }
    }

    private Run run() {
        return screen.run.get();
    }

    /** @return the epoch to look at in place of one that may not be kept any more */
    private int kept(int epoch) {
        int last = Math.max(0, screen.history.size() - 1);
        return run() == null ? 0 : run().epochs().kept(Math.clamp(epoch, 0, last));
    }

    private void apply(RunEvent event) {
        switch (event) {
            case RunEvent.Opened opened -> open(opened);
            case RunEvent.Refused(String _, Fault why) -> {
                next.forgetQueue();
                refusal.set(why);
            }
            case RunEvent.EpochDone done -> {
                screen.apply(withFollowing(done));
                if (trained.isEmpty() || trained.getLast() != run()) {
                    trained.add(run());
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
                // Last: who hears of it may ask for another run.
                screen.state.set(changed.state());
            }
            case RunEvent.RateChanged changed -> screen.apply(changed);
            case RunEvent.EpochProgress progress -> screen.apply(progress);
            case RunEvent.Remarked remarked -> screen.apply(remarked);
        }
    }

    private void open(RunEvent.Opened opened) {
        next.opened(opened.run());
        Run before = run();
        live.set(true);
        selectedEpoch.set(0);
        screen.open(runs.get(opened.run()), opened.initial());
        if (before != null) {
            // Views have let go of it; the wait for a computation under way must not be on this thread.
            Thread.ofVirtual().start(trained.contains(before) ? before::rest : () -> runs.close(before.id()));
        }
    }

    /** Epochs that have gathered enter the history together: a thousand changes of it would keep the views busy for nothing. */
    private List<RunEvent.EpochDone> withFollowing(RunEvent.EpochDone first) {
        return Stream.concat(Stream.of(first), inbox.pollFollowing(first.run()).stream())
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
        return next.dataset.getReadOnlyProperty();
    }

    /** The settings as shown: what a new run will take. */
    public ReadOnlyObjectProperty<TrainingConfig> settingsProperty() {
        return next.settings.getReadOnlyProperty();
    }

    /** Whether data or settings differ from the run's in something only a new run can take. */
    public ReadOnlyBooleanProperty settingsPendingProperty() {
        return next.pending.getReadOnlyProperty();
    }

    /** The run being trained and looked at; null before the first. Set before its epoch 0 enters the screen.history. */
    public ReadOnlyObjectProperty<Run> runProperty() {
        return screen.run.getReadOnlyProperty();
    }

    /**
     * The runs trained since the window was opened, oldest first, the one being looked at included once it has an epoch. They stay
     * readable until whoever made the model closes them. Read-only.
     */
    public ObservableList<Run> trainedRuns() {
        return readOnlyTrained;
    }

    public ReadOnlyObjectProperty<RunState> stateProperty() {
        return screen.state.getReadOnlyProperty();
    }

    /** Whether a new run has been asked for that is not there yet: its epoch 0 is being computed. */
    public ReadOnlyBooleanProperty openingProperty() {
        return next.opening.getReadOnlyProperty();
    }

    /** Why the state is DIVERGED or FAILED, or PAUSED unasked, else null. */
    public ReadOnlyObjectProperty<Fault> faultProperty() {
        return screen.fault.getReadOnlyProperty();
    }

    /** What people should know about the run, the last of it; null for nothing. */
    public ReadOnlyObjectProperty<Sentence> remarkProperty() {
        return screen.remark.getReadOnlyProperty();
    }

    /** Why the run asked for last was refused; null if it was not. */
    public ReadOnlyObjectProperty<Fault> refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /** Every epoch of the run so far: element e is epoch e, kept or not. Read-only. */
    public ObservableList<EpochResult> history() {
        return screen.history;
    }

    /** Changes of the learning rate on the way, in order. Read-only. */
    public ObservableList<RateChange> rateChanges() {
        return screen.rateChanges;
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
        return screen.plannedEpochs.getReadOnlyProperty();
    }

    /** How far the epoch under way is, 0 to 1. */
    public ReadOnlyDoubleProperty epochProgressProperty() {
        return screen.epochProgress.getReadOnlyProperty();
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
        selectedEpoch.set(Math.max(0, screen.history.size() - 1));
    }

    // ---- training commands

    /** Takes other data for the next run; a run that has not been trained yet is made anew with it at once. */
    public void setDataset(Dataset other) {
        assert onOwnThread();
        next.dataset.set(other);
        settingsChanged();
    }

    /**
     * Takes other settings. Rate and number of epochs reach the run under way; the rest waits for a new run, except that a run
     * not trained yet is made anew at once.
     */
    public void setSettings(TrainingConfig other) {
        assert onOwnThread();
        TrainingConfig before = next.settings.get();
        next.settings.set(other);
        if (!untouched && other.learningRate() != before.learningRate()) {
            commands.setLearningRate(other.learningRate());
        }
        if (!untouched && other.epochs() != before.epochs() && screen.state.get() != RunState.FINISHED) {
            screen.plannedEpochs.set(Math.max(other.epochs(), nextEpoch()));
            commands.setPlannedEpochs(screen.plannedEpochs.get());
        }
        settingsChanged();
    }

    private void settingsChanged() {
        if (next.differs() && (untouched || !next.asked())) {
            reset();
        }
        next.compare();
    }

    /**
     * Starts over: a new run with the data and settings shown, ready at epoch 0. Does nothing while there is no data; a run there
     * is no memory for is refused, and the one before stays as it is.
     *
     * @return whether there will be a new run
     */
    public boolean reset() {
        assert onOwnThread();
        if (next.dataset.get() == null) {
            return false;
        }
        String id = commands.open(next.dataset.get(), next.settings.get());
        boolean taken = id != null;
        if (taken) {
            next.ask(id);
            refusal.set(null);
        }
        // The new run is READY from now on, for commands too, though it may take a moment until it can be seen.
        drain();
        untouched |= taken;
        return taken;
    }

    /** Starts over with other settings, none of which reach the run under way. @return as {@link #reset} */
    public boolean startOver(TrainingConfig other) {
        assert onOwnThread();
        next.settings.set(other);
        boolean taken = reset();
        next.compare();
        return taken;
    }

    /**
     * Trains new runs with the data shown, one after the other, each to its planned end, and looks at each in its turn. Stops asking
     * for more when one of them ends otherwise, or another run is asked for.
     *
     * @return their ids; empty if there are no data, or no memory for the first
     */
    public List<String> trainAll(List<TrainingConfig> configs) {
        assert onOwnThread();
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
     * Trains on: the planned epochs of a run that is ready or was stopped, as many again as the settings say for one that is
     * finished; resumes a paused one. May be called while a new run is still being made.
     */
    public void train() {
        assert onOwnThread();
        if (!hasRunOfSettings()) {
            return;
        }
        switch (screen.state.get()) {
            case READY, TRAINING, PAUSED, STOPPED -> train(Math.max(screen.plannedEpochs.get(), nextEpoch()));
            case FINISHED -> train(nextEpoch() - 1 + next.settings.get().epochs());
            case DIVERGED, FAILED -> {}
        }
    }

    /** The epoch that would be trained next. */
    private int nextEpoch() {
        return next.opening.get() ? 1 : screen.history.size();
    }

    private void train(int epochs) {
        untouched = false;
        commands.trainUntil(epochs);
    }

    /** Before the first epoch, what is shown is what is trained: settings that were refused are tried again, or nothing is. */
    private boolean hasRunOfSettings() {
        boolean refused = !next.asked() || untouched && next.pending.get();
        return !refused || reset();
    }

    /** Pauses before the next batch. */
    public void pause() {
        assert onOwnThread();
        commands.pause();
    }

    /** Trains one epoch and pauses. */
    public void trainOneEpoch() {
        assert onOwnThread();
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

    /** Ends training; the epochs done are kept. */
    public void stop() {
        assert onOwnThread();
        commands.stop();
    }
}
