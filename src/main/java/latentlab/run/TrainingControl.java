package latentlab.run;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * What the user wants of one run. Commands set it on any thread; the worker reads it before every batch and after every
 * epoch. Only the latest command counts, whether or not the worker has seen those before.
 */
final class TrainingControl {
    private enum Wish {
        REST,
        TRAIN,
        PAUSE
    }

    private final String id;
    private Wish wish = Wish.REST;
    /** Whether the worker is training the run, or has been called to. */
    private boolean active;
    /** Whether the run can no longer be trained: it was replaced, closed or failed. */
    private boolean over;

    private boolean pauseAtEpochEnd;
    private int done;
    private int planned;
    private double learningRate;

    /**
     * @param id of the run
     * @param done epochs that it has already
     */
    TrainingControl(String id, int done, int planned, double learningRate) {
        this.id = id;
        this.done = done;
        this.planned = planned;
        this.learningRate = learningRate;
    }

    String id() {
        return id;
    }

    // ---- commands

    /** @return whether the worker must be called; false if it is training already, or there is nothing to train */
    synchronized boolean trainUntil(int epochs) {
        if (over || !active && epochs <= done) {
            return false;
        }
        planned = Math.max(epochs, done + 1);
        pauseAtEpochEnd = false;
        return go();
    }

    /**
     * Trains to the end of one epoch, then pauses; no effect on a run that is training.
     *
     * @return like {@link #trainUntil}
     */
    synchronized boolean trainOneEpoch() {
        if (over || active && wish == Wish.TRAIN) {
            return false;
        }
        planned = Math.max(planned, done + 1);
        pauseAtEpochEnd = true;
        return go();
    }

    private boolean go() {
        boolean call = !active;
        active = true;
        wish = Wish.TRAIN;
        notifyAll();
        return call;
    }

    synchronized void pause() {
        if (active && wish == Wish.TRAIN) {
            wish = Wish.PAUSE;
        }
    }

    synchronized void stop() {
        wish = Wish.REST;
        notifyAll();
    }

    /** Stops for good. */
    synchronized void end() {
        over = true;
        stop();
    }

    synchronized void setLearningRate(double rate) {
        learningRate = rate;
    }

    /** Sets the number of planned epochs, at least up to the epoch under way. No effect on a finished run. */
    synchronized void setPlanned(int epochs) {
        if (active || done < planned) {
            planned = Math.max(epochs, done + 1);
        }
    }

    /**
     * Called when a run that was kept is open again.
     *
     * @param epochs after which it was to be finished
     * @return whether that counts: nobody has asked for other epochs
     */
    synchronized boolean takeUp(int epochs) {
        if (!active) {
            planned = Math.max(epochs, done);
        }
        return !active;
    }

    // ---- what the worker reads

    synchronized boolean over() {
        return over;
    }

    /** @throws CancellationException once the run is over */
    void dropIfOver() {
        if (over()) {
            throw new CancellationException();
        }
    }

    synchronized double learningRate() {
        return learningRate;
    }

    synchronized int planned() {
        return planned;
    }

    /**
     * Called before a batch: waits as long as the training is paused.
     *
     * @param tell receives PAUSED when the wait begins and TRAINING when it ends
     * @return whether to go on; false when stopped
     */
    boolean pass(Consumer<RunState> tell) {
        if (wish() == Wish.PAUSE) {
            tell.accept(RunState.PAUSED);
            if (wishAfterPause() == Wish.TRAIN) {
                tell.accept(RunState.TRAINING);
            }
        }
        return goesOn();
    }

    private synchronized Wish wish() {
        return wish;
    }

    private synchronized Wish wishAfterPause() {
        while (wish == Wish.PAUSE) {
            try {
                wait();
            } catch (InterruptedException e) {
                wish = Wish.REST;
            }
        }
        return wish;
    }

    private synchronized boolean goesOn() {
        active = wish != Wish.REST;
        return active;
    }

    /** Called after an epoch that is to be the last, whatever was planned. @param epochs the run has now */
    synchronized void finishHere(int epochs) {
        planned = epochs;
        finishedWith(epochs);
    }

    /**
     * Called after an epoch.
     *
     * @param epochs the run has now
     * @return whether it was the last one planned
     */
    synchronized boolean finishedWith(int epochs) {
        done = epochs;
        if (done >= planned) {
            wish = Wish.REST;
            active = false;
            return true;
        }
        if (pauseAtEpochEnd) {
            pauseAtEpochEnd = false;
            pause();
        }
        return false;
    }
}
