package latentlab.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import latentlab.engine.training.EpochResult;
import latentlab.text.Sentence;

/**
 * What is known of a run: the results of its epochs, the changes of its rate, its state. Only {@link RunEvent}s change
 * it, in order: applying the same events gives the same record. For one thread at a time.
 */
public final class RunRecord {
    private final List<EpochResult> epochs;
    private final List<RateChange> rateChanges;
    private final List<Sentence> remarks = new ArrayList<>();
    private RunState state = RunState.READY;
    private int planned;
    private Fault fault;
    private double progress;
    /** The change of rate in an epoch that was dropped, until that epoch is trained again; null for none. */
    private RateChange ofDropped;

    public RunRecord() {
        this(new ArrayList<>(), new ArrayList<>());
    }

    /**
     * Keeps the record in the caller's lists, which may be observable.
     *
     * @param epochs the results so far; from now on changed by this record alone, as is the next list
     */
    public RunRecord(List<EpochResult> epochs, List<RateChange> rateChanges) {
        this.epochs = epochs;
        this.rateChanges = rateChanges;
    }

    /** Applies the next event of the run. */
    public void apply(RunEvent event) {
        switch (event) {
            case RunEvent.Opened opened -> epochs.add(opened.initial());
            case RunEvent.EpochDone done -> apply(List.of(done));
            case RunEvent.StateChanged changed -> apply(changed);
            case RunEvent.RateChanged(String _, RateChange change) -> add(change);
            case RunEvent.Remarked(String _, Sentence what) -> remarks.add(what);
            case RunEvent.EpochProgress(String _, double fraction) -> progress = fraction;
            case RunEvent.Refused _ -> {}
        }
    }

    /** Applies consecutive epochs together: one change of the list, where many would keep its observers busy. */
    public void apply(List<RunEvent.EpochDone> following) {
        epochs.addAll(following.stream().map(RunEvent.EpochDone::result).toList());
        progress = 0;
    }

    private void apply(RunEvent.StateChanged changed) {
        planned = changed.planned();
        fault = changed.why();
        state = changed.state();
        if (state == RunState.TRAINING) {
            takeUpRate();
        } else if (state != RunState.PAUSED) {
            progress = 0;
            dropRate();
        }
    }

    /**
     * Merges changes in the same epoch, as when a slider is dragged, into one; into none if the rate ends where it
     * began.
     */
    private void add(RateChange change) {
        RateChange last = rateChanges.isEmpty() ? null : rateChanges.getLast();
        if (last == null || last.epoch() != change.epoch()) {
            rateChanges.add(change);
        } else if (last.before() == change.after()) {
            rateChanges.removeLast();
        } else {
            rateChanges.set(rateChanges.size() - 1, new RateChange(change.epoch(), last.before(), change.after()));
        }
    }

    /** Drops the change made in the epoch under way, which is dropped: nothing was trained at its rate. */
    private void dropRate() {
        if (!rateChanges.isEmpty() && rateChanges.getLast().epoch() >= epochs.size()) {
            ofDropped = rateChanges.removeLast();
        }
    }

    /** Restores the change of rate of a dropped epoch when that epoch is trained again. */
    private void takeUpRate() {
        if (ofDropped != null) {
            add(ofDropped);
            ofDropped = null;
        }
    }

    /** Element e is epoch e. Read-only. */
    public List<EpochResult> epochs() {
        return Collections.unmodifiableList(epochs);
    }

    /** Changes of the learning rate during the run, in order. Read-only. */
    public List<RateChange> rateChanges() {
        return Collections.unmodifiableList(rateChanges);
    }

    /** Remarks on the run for users, oldest first. Read-only. */
    public List<Sentence> remarks() {
        return Collections.unmodifiableList(remarks);
    }

    public RunState state() {
        return state;
    }

    /** Number of epochs after which the run is finished. */
    public int planned() {
        return planned;
    }

    /** Why the state is DIVERGED or FAILED, or PAUSED without the user's asking; else null. */
    public Fault fault() {
        return fault;
    }

    /** Progress of the current epoch, 0 to 1. */
    public double progress() {
        return progress;
    }
}
