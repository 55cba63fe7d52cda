package latentlab.data;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Whether labels go with what images show: near images should often be of one class. Each of some images is given the
 * class of the nearest of others; if that is right no more often than it would be with shuffled labels, the labels
 * belong to other images or their numbers stand for other classes.
 */
final class LabelCheck {
    private static final int ASKED = 300;
    private static final int AMONG = 1_500;
    /** With fewer, chance decides. */
    private static final int FEWEST = 100;
    /** Values compared at most, which takes some tenths of a second. */
    private static final long MOST_VALUES = 400_000_000;
    /** Beyond what chance gives, in standard deviations: fewer false alarms than one in a thousand. */
    private static final double SIGMAS = 3;

    /** Values compared between two looks at whether an image can still be the nearest. */
    private static final int STRIDE = 112;

    private static final long SEED = 1;

    private final ImageSet train;
    private final ImageSet test;
    private final Runnable watch;
    private final int asked;
    private final int among;

    LabelCheck(Dataset dataset, Runnable watch) {
        train = dataset.train();
        test = dataset.test();
        this.watch = watch;
        double share = Math.min(1, Math.sqrt((double) MOST_VALUES / ((long) ASKED * AMONG * train.size())));
        asked = (int) (share * ASKED);
        among = (int) (share * AMONG);
    }

    /** @return false if labels of training images say nothing of the images; true where it cannot be told */
    boolean fitWithinTraining() {
        if (!train.labelled() || train.count() < 2 * FEWEST) {
            return true;
        }
        // Drawn at random, since classes often come in turn, or one after the other.
        int[] drawn = new SplittableRandom(SEED)
                .ints(0, train.count())
                .distinct()
                .limit(Math.min(train.count(), asked + among))
                .toArray();
        int end = Math.min(asked, drawn.length / 2);
        return fit(train, Arrays.copyOf(drawn, end), Arrays.copyOfRange(drawn, end, drawn.length));
    }

    /** @return false if labels of test images say nothing of the training images; true where it cannot be told */
    boolean fitAcrossParts() {
        return !train.labelled()
                || !test.labelled()
                || Math.min(train.count(), test.count()) < FEWEST
                || fit(test, ImageSet.spread(test.count(), asked), ImageSet.spread(train.count(), among));
    }

    private boolean fit(ImageSet part, int[] images, int[] neighbours) {
        double[] shares = new double[Math.max(train.classes(), test.classes())];
        int[][] among = new int[neighbours.length][];
        for (int i = 0; i < neighbours.length; i++) {
            watch.run();
            shares[train.label(neighbours[i])] += 1.0 / neighbours.length;
            among[i] = intensities(train, neighbours[i]);
        }
        double chance = 0;
        int right = 0;
        for (int image : images) {
            watch.run();
            int label = part.label(image);
            chance += shares[label] / images.length;
            right += train.label(neighbours[nearest(intensities(part, image), among)]) == label ? 1 : 0;
        }
        if (images.length < FEWEST || chance > 0.9) {
            return true;
        }
        double deviation = Math.sqrt(chance * (1 - chance) / images.length);
        return (double) right / images.length > chance + SIGMAS * deviation;
    }

    private static int[] intensities(ImageSet images, int index) {
        int[] values = new int[images.size()];
        for (int at = 0; at < values.length; at++) {
            values[at] = images.pixels()[index * values.length + at] & 0xFF;
        }
        return values;
    }

    /** @return the place of the nearest one */
    private static int nearest(int[] image, int[][] among) {
        int nearest = -1;
        long least = Long.MAX_VALUE;
        for (int i = 0; i < among.length; i++) {
            long distance = 0;
            for (int from = 0; from < image.length && distance < least; from += STRIDE) {
                distance += distance(image, among[i], from, Math.min(image.length, from + STRIDE));
            }
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        return nearest;
    }

    /** Squared. A loop of ints without a way out, which the compiler turns into vectors. */
    private static int distance(int[] a, int[] b, int from, int to) {
        int sum = 0;
        for (int at = from; at < to; at++) {
            int difference = a[at] - b[at];
            sum += difference * difference;
        }
        return sum;
    }
}
