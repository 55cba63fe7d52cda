package latentlab.run;

import java.util.List;
import latentlab.data.Dataset;
import latentlab.engine.settings.TrainingConfig;

/**
 * The commands to a service that trains, in this process or another. They return at once and may be called on any
 * thread and at any time: they apply to the run opened last, even while it is still being made, and the last command
 * wins.
 */
public interface TrainingCommands {
    /**
     * Ends the current training and makes a new run, ready at epoch 0. Runs of {@link #trainAll} that still wait are
     * dropped.
     *
     * @return the run's id, see {@link RunStart#id()}; null if there is no memory for it, and the run before goes on
     */
    String open(Dataset dataset, TrainingConfig config);

    /** Likewise, beginning with parameters that somebody has. @param weights of the model; null to draw them */
    String open(Dataset dataset, TrainingConfig config, StartWeights weights);

    /**
     * Ends the current training and takes up a run that was kept, with all its epochs: training goes on after the last
     * of them as if it had never been interrupted. Its events come as they came when it was trained.
     *
     * @param dataset what it was trained on, which the caller has made sure of
     * @param saved read as long as the run is there, and closed with it, unless there is no memory for the run
     * @return as {@link #open}; the id is that of the run
     */
    String resume(Dataset dataset, SavedRun saved);

    /**
     * Opens runs and trains each to its planned end, one after the other, the first at once. Those still waiting are
     * dropped when one before them is stopped or fails, or another run is opened.
     *
     * @return their ids; empty if there is no memory for the first
     */
    List<String> trainAll(Dataset dataset, List<TrainingConfig> configs);

    /** Trains until the run has this number of epochs; resumes a paused one. Does nothing if it has as many already. */
    void trainUntil(int epochs);

    /** Trains to the end of one epoch, then pauses, or finishes if it was the last one planned. */
    void trainOneEpoch();

    /** Pauses before the next batch. */
    void pause();

    /** Stops training before the next batch; the epochs done are kept. */
    void stop();

    /** @param rate used from the next batch on; any number but NaN */
    void setLearningRate(double rate);

    /** @param epochs after which the run is finished; if it has as many already, it ends with the epoch under way */
    void setPlannedEpochs(int epochs);
}
