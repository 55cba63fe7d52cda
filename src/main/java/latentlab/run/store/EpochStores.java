package latentlab.run.store;

import java.io.IOException;
import java.util.List;
import latentlab.engine.training.RunSize;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/** Where runs keep their epochs. Safe to use from any thread but the user interface's, since it accesses the disk. */
public interface EpochStores {
    /** Removes what earlier runs left behind because the program crashed. */
    void tidy();

    /** @throws Problem if there is no room even for the least number of epochs a run needs */
    void check(RunSize size) throws Problem;

    /**
     * @param parameters number of parameters of the model
     * @throws IOException if the store cannot be made
     */
    EpochStore open(int parameters) throws IOException;

    /**
     * @return what users should know about a run when it opens, e.g. that not all its epochs will be kept; empty for
     *     nothing
     */
    List<Sentence> remarks(RunSize size);

    /** The place of the epochs, for use in a sentence. */
    String place();
}
