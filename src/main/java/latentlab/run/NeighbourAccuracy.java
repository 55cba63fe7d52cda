package latentlab.run;

import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.embedding.MapQuality;
import latentlab.run.findings.CoarseFirst;
import latentlab.run.findings.Extent;
import latentlab.run.findings.Findings;
import latentlab.text.Problem;

/**
 * How well a run's latent space separates the classes, epoch by epoch: the share of test images whose label is that of
 * most of their ten nearest neighbours there, see {@link MapQuality#accuracy()}. Each epoch is computed once, on the
 * caller's thread, and kept among the run's findings; {@link #next} says in which order.
 */
public final class NeighbourAccuracy {
    /** Test images used, spread evenly; as many as for the map's own quality figures. */
    private static final int IMAGES = 2000;

    private static final int FEWEST = 3;

    private final Run run;
    private final int[] images;
    private final int[] labels;
    private final Findings findings;

    /** @throws IllegalArgumentException if the figure cannot be computed for the run's data, see {@link #possible} */
    public NeighbourAccuracy(Run run) {
        if (!possible(run.dataset())) {
            throw new IllegalArgumentException("no labels to be right about");
        }
        this.run = run;
        findings = run.findings();
        ImageSet test = run.dataset().test();
        images = ImageSet.spread(test.count(), IMAGES);
        labels = IntStream.of(images).map(test::label).toArray();
    }

    /** @return whether there are labelled test images, and enough of them to have neighbours */
    public static boolean possible(Dataset dataset) {
        return dataset.test().labelled() && dataset.test().count() >= FEWEST;
    }

    /** How many neighbours vote. */
    public int neighbours() {
        return MapQuality.neighboursOf(images.length);
    }

    /** @return how many of so many test images are used */
    public static int imagesOf(int testImages) {
        return Math.min(testImages, IMAGES);
    }

    /**
     * Computes the accuracy after an epoch, which takes some tens of milliseconds the first time.
     *
     * @param wanted whether it is still asked for
     * @return 0 to 1; NaN where the codes are not finite
     * @throws CancellationException if it is no longer asked for, or the run is closed, before it is computed
     */
    public double of(int epoch, BooleanSupplier wanted) {
        Double known = findings.accuracies().get(epoch);
        if (known != null) {
            return known;
        }
        checkWanted(wanted);
        double accuracy = compute(epoch, wanted);
        findings.addAccuracy(epoch, accuracy);
        return accuracy;
    }

    private double compute(int epoch, BooleanSupplier wanted) {
        float[] codes = run.latent(epoch, images);
        try {
            return MapQuality.accuracy(codes, run.model().latent(), labels, (_, _) -> checkWanted(wanted));
        } catch (Problem _) {
            return Double.NaN; // codes that are not finite: the run has reported it
        }
    }

    private void checkWanted(BooleanSupplier wanted) {
        if (run.gone() || !wanted.getAsBoolean()) {
            throw new CancellationException("nobody waits for the accuracy");
        }
    }

    /**
     * @param epochs how many there are
     * @return element e is the accuracy after epoch e; NaN where it is not computed yet, or not a number
     */
    public double[] known(int epochs) {
        Map<Integer, Double> computed = findings.accuracies();
        return IntStream.range(0, epochs)
                .mapToDouble(epoch -> computed.getOrDefault(epoch, Double.NaN))
                .toArray();
    }

    /** @param epochs how many there are */
    public Extent extent(int epochs) {
        return Extent.of(findings.accuracies().keySet(), epochs, run.epochs()::keeps);
    }

    /**
     * @param epochs how many there are
     * @param selected the one being looked at
     * @return the epoch to compute next among those that are kept, see {@link CoarseFirst}; -1 when all are computed
     */
    public int next(int epochs, int selected) {
        return CoarseFirst.next(epochs, selected, this::open);
    }

    private boolean open(int epoch) {
        return !findings.accuracies().containsKey(epoch) && run.epochs().keeps(epoch);
    }
}
