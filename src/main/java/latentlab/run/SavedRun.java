package latentlab.run;

import java.util.List;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.training.EpochResult;
import latentlab.engine.training.TrainerState;
import latentlab.text.Problem;

/** What has been kept of a run, enough to go on with it as if it had never been interrupted. */
public interface SavedRun {
    RunStart start();

    /** Element e is epoch e: at least the first one. */
    List<EpochResult> history();

    /** Changes of the learning rate so far, in order. */
    List<RateChange> rateChanges();

    /**
     * @param epoch of the history
     * @return its parameters
     * @throws Problem if they are damaged or cannot be read
     */
    float[] parameters(int epoch) throws Problem;

    /**
     * @param model that was trained
     * @return the trainer's state after the last epoch
     * @throws Problem if it is damaged or cannot be read
     */
    TrainerState state(Autoencoder model) throws Problem;
}
