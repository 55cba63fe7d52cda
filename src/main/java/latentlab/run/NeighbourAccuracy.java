package latentlab.run;

import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.embedding.MapQuality;
import latentlab.text.Problem;

/**
 * How much a run's latent space knows of the classes, epoch by epoch: the share of test images whose label is that of most of
 * their ten nearest neighbours there, see {@link MapQuality#accuracy()}. Each epoch is computed once, on whatever thread, and
 * kept; which of them come first is {@link #next}'s.
 */
public final class NeighbourAccuracy {
    /** Test images looked at, spread evenly: as many as the map's own figures are of. */
    private static final int IMAGES = 2000;

    private static final int FEWEST = 3;

    private final Run run;
    private final int[] images;
    private final int[] labels;
    /** Element e is epoch e's; only of those that are computed. Guarded by this, as is the next. */
    private double[] values = {};

    private final BitSet computed = new BitSet();

    /** @throws IllegalArgumentException if the run's data have no such figure, see {@link #possible} */
    public NeighbourAccuracy(Run run) {
        if (!possible(run.dataset())) {
            throw new IllegalArgumentException("no labels to be right about");
        }
        this.run = run;
        ImageSet test = run.dataset().test();
        images = ImageSet.spread(test.count(), IMAGES);
        labels = IntStream.of(images).map(test::label).toArray();
    }

    /** @return whether there are labelled test images, and enough of them to have neighbours */
    public static boolean possible(Dataset dataset) {
        return dataset.test().labelled() && dataset.test().count() >= FEWEST;
    }

    /**
     * Takes some ten milliseconds, unless it is known.
     *
     * @param wanted whether it is still asked for
     * @return the accuracy after an epoch, 0 to 1; NaN where the codes are no numbers
     * @throws CancellationException if it is not asked for any more, or the run is closed, before it is known
     */
    public double of(int epoch, BooleanSupplier wanted) {
        synchronized (this) {
            if (computed.get(epoch)) {
                return values[epoch];
            }
        }
        checkWanted(wanted);
        double accuracy = compute(epoch, wanted);
        synchronized (this) {
            if (values.length <= epoch) {
                values = Arrays.copyOf(values, Math.max(epoch + 1, 2 * values.length));
            }
            values[epoch] = accuracy;
            computed.set(epoch);
        }
        return accuracy;
    }

    private double compute(int epoch, BooleanSupplier wanted) {
        float[] codes = run.latent(epoch, images);
        try {
            return MapQuality.accuracy(codes, run.model().latent(), labels, (_, _) -> checkWanted(wanted));
        } catch (Problem _) {
            return Double.NaN; // codes that are no numbers: the run has said so
        }
    }

    private void checkWanted(BooleanSupplier wanted) {
        if (run.gone() || !wanted.getAsBoolean()) {
            throw new CancellationException("nobody waits for the accuracy");
        }
    }

    /**
     * @param epochs how many there are
     * @return element e is the accuracy after epoch e; NaN where it is not known, or not a number
     */
    public synchronized double[] known(int epochs) {
        double[] known = new double[epochs];
        for (int epoch = 0; epoch < epochs; epoch++) {
            known[epoch] = computed.get(epoch) ? values[epoch] : Double.NaN;
        }
        return known;
    }

    /**
     * What to compute next, so that a curve is seen as a whole before it is seen in detail: of the epochs kept and not known yet
     * the one being looked at, the newest, then every 512th, every 256th and so on.
     *
     * @param epochs how many there are
     * @param selected the one being looked at
     * @return an epoch, or -1 when all are known
     */
    public synchronized int next(int epochs, int selected) {
        if (selected < epochs && open(selected)) {
            return selected;
        }
        if (epochs > 0 && open(epochs - 1)) {
            return epochs - 1;
        }
        for (int step = Integer.highestOneBit(Math.max(1, epochs)); step > 0; step /= 2) {
            for (int epoch = 0; epoch < epochs; epoch += step) {
                if (open(epoch)) {
                    return epoch;
                }
            }
        }
        return -1;
    }

    private boolean open(int epoch) {
        return !computed.get(epoch) && run.epochs().keeps(epoch);
    }
}
