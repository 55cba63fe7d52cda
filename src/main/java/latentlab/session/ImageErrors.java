package latentlab.session;

import java.util.SortedMap;
import java.util.TreeMap;
import latentlab.run.Run;
import latentlab.run.store.EpochStore;

/** The error of one test image at each kept epoch, worked out a few epochs at a time. Safe to use from any thread. */
public final class ImageErrors {
    /** Epochs looked at before what is known is shown. */
    private static final int CHUNK = 50;

    private final Run run;
    private final int image;
    private final SortedMap<Integer, Double> errors = new TreeMap<>();
    private int next;

    /**
     * What is known so far.
     *
     * @param errors by epoch, of those that are kept
     * @param looked number of epochs that have been looked at
     * @param epochs number of epochs that were there
     */
    public record Known(SortedMap<Integer, Double> errors, int looked, int epochs) {
        public boolean complete() {
            return looked >= epochs;
        }
    }

    /** @param image index of a test image */
    public ImageErrors(Run run, int image) {
        this.run = run;
        this.image = image;
    }

    /** @return what is known after having looked at some more epochs */
    public synchronized Known more() {
        EpochStore epochs = run.epochs();
        int count = epochs.count();
        for (int looked = 0; looked < CHUNK && next < count; looked++) {
            int epoch = epochs.keptFrom(next);
            if (epoch < next) {
                // None of the rest is kept, as where a file lacks its newest.
                next = count;
                break;
            }
            try {
                errors.put(epoch, run.reconstruct(epoch, image).errors()[0]);
            } catch (EpochStore.Dropped _) {
                // It has made room for others meanwhile.
            }
            next = epoch + 1;
        }
        errors.keySet().removeIf(epoch -> !epochs.keeps(epoch));
        return new Known(new TreeMap<>(errors), Math.min(next, count), count);
    }
}
