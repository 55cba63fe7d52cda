package latentlab.session;

import java.util.List;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import latentlab.engine.training.EpochResult;
import latentlab.run.Fault;
import latentlab.run.RateChange;
import latentlab.run.Run;
import latentlab.run.RunEvent;
import latentlab.run.RunRecord;
import latentlab.run.RunState;
import latentlab.text.Sentence;

/**
 * The run on screen and what is known of it, as observable properties and lists, reduced by {@link RunRecord} from the
 * run's events. The state may already be that of a run that has been requested and is not open yet.
 */
final class RunOnScreen {
    final ReadOnlyObjectWrapper<Run> run = new ReadOnlyObjectWrapper<>();
    final ReadOnlyObjectWrapper<RunState> state = new ReadOnlyObjectWrapper<>(RunState.READY);
    final ReadOnlyObjectWrapper<Fault> fault = new ReadOnlyObjectWrapper<>();
    final ReadOnlyObjectWrapper<Sentence> remark = new ReadOnlyObjectWrapper<>();
    final ReadOnlyIntegerWrapper plannedEpochs = new ReadOnlyIntegerWrapper(0);
    final ReadOnlyDoubleWrapper epochProgress = new ReadOnlyDoubleWrapper(0);
    final ObservableList<EpochResult> history;
    final ObservableList<RateChange> rateChanges;

    private final ObservableList<EpochResult> epochs = FXCollections.observableArrayList();
    private final ObservableList<RateChange> rates = FXCollections.observableArrayList();
    private RunRecord record = new RunRecord(epochs, rates);

    RunOnScreen() {
        history = FXCollections.unmodifiableObservableList(epochs);
        rateChanges = FXCollections.unmodifiableObservableList(rates);
    }

    /** Shows another run. The run property is set before epoch 0 enters the history. */
    void open(Run next, EpochResult initial) {
        remark.set(null);
        epochProgress.set(0);
        rates.clear();
        run.set(next);
        epochs.setAll(initial);
        record = new RunRecord(epochs, rates);
    }

    void apply(List<RunEvent.EpochDone> following) {
        record.apply(following);
        epochProgress.set(record.progress());
    }

    void apply(RunEvent.StateChanged changed) {
        if (run.get() == null || run.get().id().equals(changed.run())) {
            record.apply(changed);
        }
        plannedEpochs.set(changed.planned());
        fault.set(changed.why());
        if (changed.state() != RunState.TRAINING && changed.state() != RunState.PAUSED) {
            epochProgress.set(0);
        }
    }

    void apply(RunEvent.RateChanged changed) {
        record.apply(changed);
    }

    void apply(RunEvent.EpochProgress progress) {
        record.apply(progress);
        epochProgress.set(progress.fraction());
    }

    void apply(RunEvent.Remarked remarked) {
        record.apply(remarked);
        remark.set(remarked.what());
    }
}
