package latentlab.run.store;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import latentlab.text.Sentence;

/**
 * The parameters of a run's epochs. One thread appends; any thread reads. A store may have to drop epochs to make room
 * for others; the first, the best and the newest always stay.
 */
public interface EpochStore extends AutoCloseable {
    /** The epoch was there and has been dropped; {@link #kept} gives one that is still kept. */
    final class Dropped extends CancellationException {
        public Dropped(int epoch) {
            super("epoch " + epoch + " is no longer kept");
        }
    }

    /** Number of epochs so far, including epoch 0 and those that are no longer kept. */
    int count();

    /** Every how many epochs one is certain to be kept: 1 for all, else 2, 4, 8, … */
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
     * @param loss decides which epoch is the best: the lower the better; NaN never is
     * @return what users should know, e.g. which epochs were dropped; empty for nothing
     * @throws IOException if it cannot be written, e.g. since the disk is full; the store is unchanged, and it may be
     *     tried again
     */
    List<Sentence> append(float[] parameters, double loss) throws IOException;

    /** @return a sentence for users about an epoch that could not be appended */
    Sentence unkept(int epoch, IOException cause);

    /**
     * Drops every other of the kept epochs, except the first, the best and the newest.
     *
     * @return whether any was dropped; false if there is nothing to drop, or the epochs are held
     */
    boolean thin();

    /** These are about to be dropped where they were saved before; nothing of a store that does all itself. */
    default void forget(List<Integer> saved) {}

    /** Keeps all epochs that are kept now until {@link #release}. */
    void hold();

    /** Ends one {@link #hold}. */
    void release();

    /**
     * @param epoch 0 to {@link #count()} - 1
     * @return its parameters
     * @throws Dropped if it is no longer kept
     * @throws CancellationException if the store is closed: nobody will see what was to be made of it
     */
    float[] read(int epoch);

    /** Releases what the store uses. Closing again does nothing. */
    @Override
    void close();
}
