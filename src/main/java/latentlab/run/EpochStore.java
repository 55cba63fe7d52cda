package latentlab.run;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import latentlab.text.Sentence;

/**
 * The parameters of a run's epochs. One thread appends; any thread reads what is there. A store may have to drop epochs to make room
 * for others; the first, the best and the newest always stay.
 */
public interface EpochStore extends AutoCloseable {
    /** The epoch was there and had to give way to others: {@link #kept} names one that is there. */
    final class Dropped extends CancellationException {
        public Dropped(int epoch) {
            super("epoch " + epoch + " is no longer kept");
        }
    }

    /** Epochs there have been, epoch 0 and those that are no longer kept included. */
    int count();

    /** Of how many epochs one is kept for certain: 1 for all, else 2, 4, 8, … */
    int stride();

    /** @return whether the parameters of an epoch can be read */
    boolean keeps(int epoch);

    /** @return the last epoch up to this one that is kept; 0 if there is none */
    int kept(int epoch);

    /** @return the first epoch from this one on that is kept; the newest if there is none */
    int keptFrom(int epoch);

    /**
     * Keeps the parameters of the next epoch.
     *
     * @param loss by which it may be the best, the less the better; NaN never is
     * @return what users should know: which epochs had to give way, say. Empty for nothing
     * @throws IOException if it cannot be written, since the disk is full, say: all is as it was before, and may be tried again
     */
    List<Sentence> append(float[] parameters, double loss) throws IOException;

    /** @return what to tell users of an epoch that could not be appended */
    Sentence unkept(int epoch, IOException cause);

    /**
     * Drops every other epoch of those that are kept, but the first, the best and the newest.
     *
     * @return whether it has; false if there is nothing to drop, or someone holds the epochs
     */
    boolean thin();

    /** From now on all that is kept stays, until {@link #release}. */
    void hold();

    /** Ends one {@link #hold}. */
    void release();

    /**
     * @param epoch 0 to {@link #count()} - 1
     * @return its parameters
     * @throws Dropped if it is no longer kept
     * @throws IllegalStateException if the store is closed
     */
    float[] read(int epoch);

    /** Gives back what the store has taken. Closing once more does nothing. */
    @Override
    void close();
}
