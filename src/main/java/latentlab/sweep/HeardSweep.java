package latentlab.sweep;

import latentlab.engine.training.EpochResult;
import latentlab.text.Sentence;

/**
 * Enters what is heard of a sweep of a queue while it is trained.
 *
 * @param lock that guards it
 * @param keep has the queue written
 */
record HeardSweep(QueuedSweep sweep, Object lock, SweepQueue.Listener listener, Runnable keep)
        implements SweepListener {
    private void enter(Runnable change) {
        synchronized (lock) {
            change.run();
        }
        listener.changed();
    }

    @Override
    public void began(Trial trial, int done) {
        enter(() -> sweep.began(trial, done));
    }

    @Override
    public void epoch(Trial trial, EpochResult result) {
        enter(() -> sweep.epoch(trial, result));
    }

    @Override
    public void remark(Trial trial, Sentence what) {
        listener.told(Sentence.of("sweep.remark", trial.name(), what));
    }

    @Override
    public void ended(Outcome outcome, boolean before) {
        enter(() -> sweep.ended(outcome));
        boolean diverged = outcome.state() == Outcome.State.DIVERGED;
        if (diverged || outcome.state() == Outcome.State.FINISHED && !before) {
            // Which its file does not tell, or may not be there to tell.
            keep.run();
        }
    }
}
