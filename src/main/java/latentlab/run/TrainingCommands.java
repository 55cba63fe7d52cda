package latentlab.run;

import java.util.List;
import latentlab.data.Dataset;
import latentlab.engine.settings.TrainingConfig;

/**
 * What can be asked of whoever trains, in this process or another. Commands return at once and may come from any thread and at any
 * time: they are for the run opened last, also while it is still being made, and the last one counts.
 */
public interface TrainingCommands {
    /**
     * Ends the training under way and makes a new run, ready at epoch 0. What still waits of {@link #trainAll} is forgotten.
     *
     * @return the run's id, see {@link RunStart#id()}; null if there is no memory for it: the run before goes on
     */
    String open(Dataset dataset, TrainingConfig config);

    /**
     * Opens runs and trains each to its planned end, one after the other, the first at once. Those that wait are forgotten when a run
     * before them ends in any other way, or another is opened.
     *
     * @return their ids; empty if there is no memory for the first
     */
    List<String> trainAll(Dataset dataset, List<TrainingConfig> configs);

    /** Trains until the run has {@code epochs} of them; resumes a paused one. Does nothing if it has as many already. */
    void trainUntil(int epochs);

    /** Trains to the end of one epoch, then pauses; the run is finished if it was the last one planned. */
    void trainOneEpoch();

    /** Pauses before the next batch. */
    void pause();

    /** Ends the training under way before the next batch; the epochs done are kept. */
    void stop();

    /** @param rate from the next batch on, any number */
    void setLearningRate(double rate);

    /** @param epochs the run will come to; a training that has more already ends with the epoch under way */
    void setPlannedEpochs(int epochs);
}
