package latentlab.run;

import java.util.function.Consumer;

/**
 * What is wanted of one run. Commands write it down here, on any thread; the worker reads it before every batch and after every
 * epoch. The last command counts, whether the worker has seen the ones before or not.
 */
final class TrainingControl {
    private enum Wish {
        REST,
        TRAIN,
        PAUSE
    }

    private final String id;
    private Wish wish = Wish.REST;
    /** The worker is at it, or has been called and will come. */
    private boolean active;
    /** Replaced, closed or failed: there is no more training. */
    private boolean over;

    private boolean pauseAtEpochEnd;
    private int done;
    private int planned;
    private double learningRate;

    /** @param id of the run */
    TrainingControl(String id, int planned, double learningRate) {
        this.id = id;
        this.planned = planned;
        this.learningRate = learningRate;
    }

    String id() {
        return id;
    }

    // ---- commands

    /** @return whether the worker has to be called; false if it is at it already, or has nothing to do */
    synchronized boolean trainUntil(int epochs) {
        if (over || !active && epochs <= done) {
            return false;
        }
        planned = Math.max(epochs, done + 1);
        pauseAtEpochEnd = false;
        return go();
    }

    /** Trains to the end of an epoch and pauses; nothing new to a run that is training. @return as {@link #trainUntil} */
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

    /** The epoch under way counts. Nothing new to a run that is finished. */
    synchronized void setPlanned(int epochs) {
        if (active || done < planned) {
            planned = Math.max(epochs, done + 1);
        }
    }

    // ---- what the worker reads

    synchronized boolean over() {
        return over;
    }

    synchronized double learningRate() {
        return learningRate;
    }

    synchronized int planned() {
        return planned;
    }

    /**
     * Before a batch: waits here as long as the training is paused.
     *
     * @param tell hears PAUSED when the wait begins and TRAINING when it ends
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

    /** After an epoch that no other is to follow, whatever was planned. @param epochs the run has now */
    synchronized void finishHere(int epochs) {
        planned = epochs;
        finishedWith(epochs);
    }

    /**
     * After an epoch.
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
