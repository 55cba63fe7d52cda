package latentlab.run;

import java.util.List;
import java.util.SortedMap;
import latentlab.embedding.PrincipalPlane;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.training.EpochResult;
import latentlab.engine.training.TrainerState;
import latentlab.run.findings.Findings;
import latentlab.run.findings.LaidOutMap;
import latentlab.run.findings.Said;
import latentlab.run.findings.TestError;
import latentlab.text.Problem;

/** What has been kept of a run, enough to go on with it as if it had never been interrupted. */
public interface SavedRun extends AutoCloseable {
    RunStart start();

    /** Element e is epoch e: at least the first one. */
    List<EpochResult> history();

    /** Changes of the learning rate so far, in order. */
    List<RateChange> rateChanges();

    /**
     * @param epoch of the history
     * @return whether its parameters are kept: those of the first, the best and the newest always are
     */
    boolean keeps(int epoch);

    /** From now on the parameters of these epochs are not kept: whoever goes on with the run is about to drop them. */
    void forget(List<Integer> epochs);

    /** @return planes that have been computed of its epochs, by epoch */
    SortedMap<Integer, PrincipalPlane> planes() throws Problem;

    /** @return accuracies of nearest neighbours in latent space that have been computed, by epoch; NaN for no number */
    SortedMap<Integer, Double> accuracies() throws Problem;

    /** @return test errors that have been computed, by epoch */
    SortedMap<Integer, TestError> errors() throws Problem;

    /** @return epochs of it that the user has marked, each with a note, which may be empty */
    SortedMap<Integer, String> bookmarks() throws Problem;

    /** @return maps that have been computed, the oldest first */
    List<LaidOutMap> maps() throws Problem;

    /** @return what the user says of it */
    Said said() throws Problem;

    /** @return all of these together, to be added to */
    default Findings findings() throws Problem {
        return new Findings(accuracies(), errors(), maps(), bookmarks(), said());
    }

    /**
     * @param epoch that is kept
     * @return its parameters
     * @throws Problem if they are damaged or cannot be read
     */
    float[] parameters(int epoch) throws Problem;

    /** @return epochs after which the trainer's state is kept, in order; the last one always */
    List<Integer> states() throws Problem;

    /**
     * @param model that was trained
     * @param epoch after which the state is kept
     * @return the trainer's state then
     * @throws Problem if it is damaged or cannot be read
     */
    TrainerState state(Autoencoder model, int epoch) throws Problem;

    /** @return the trainer's state after the last epoch, see {@link #state(Autoencoder, int)} */
    default TrainerState state(Autoencoder model) throws Problem {
        return state(model, history().size() - 1);
    }

    /** Ends the reading. Calling it again does nothing. */
    @Override
    void close();
}
