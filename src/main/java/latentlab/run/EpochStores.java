package latentlab.run;

import java.io.IOException;
import java.util.List;
import latentlab.engine.training.RunSize;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/** Where runs keep their epochs. Safe to use from any thread, though not from the user interface's: it asks the disk. */
public interface EpochStores {
    /** Removes what runs of the past have left behind because the program crashed. */
    void tidy();

    /** @throws Problem if not even the fewest epochs of a run would have room */
    void check(RunSize size) throws Problem;

    /**
     * @param parameters numbers of one epoch
     * @throws IOException if the store cannot be made
     */
    EpochStore open(RunStart start, int parameters) throws IOException;

    /** @return what users should know about a run that is opened: that not all its epochs will be kept, say. Empty for nothing */
    List<Sentence> remarks(RunSize size);

    /** Where it is, for a sentence about it. */
    String place();
}
