package latentlab.run.images;

import java.util.Comparator;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import latentlab.run.Run;

/** Orders of all test images by reconstruction error. */
public enum ErrorRanking {
    /** The largest error first; NaN counts as larger than any. */
    WORST,
    /** The smallest error first. */
    BEST;

    /**
     * @param most number of images
     * @param wanted whether the answer is still asked for
     * @return indices of the first images in this order after an epoch; among equal errors the lower index first
     * @throws java.util.concurrent.CancellationException if it is no longer asked for
     */
    public int[] first(int most, Run run, int epoch, BooleanSupplier wanted) {
        double[] errors = run.errors(epoch, wanted);
        Comparator<Integer> ascending = Comparator.comparingDouble(image -> errors[image]);
        return IntStream.range(0, errors.length)
                .boxed()
                .sorted(this == WORST ? ascending.reversed() : ascending)
                .limit(most)
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
