package latentlab.view.selection;

import java.util.Comparator;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import latentlab.run.Run;

/** Orders all test images by how well the model reconstructs them. */
enum ErrorRanking {
    /** The largest error first; one that is no number is larger than any. */
    WORST,
    /** The smallest error first. */
    BEST;

    /** Images reconstructed at a time: what is not wanted any more ends soon, and other views get their turn between. */
    private static final int CHUNK = 1000;

    /**
     * @param most images asked for
     * @param wanted whether the answer is still asked for
     * @return indices of the first images in this order after an epoch; of equal ones the lower index first
     * @throws CancellationException if it is not asked for any more
     */
    int[] first(int most, Run run, int epoch, BooleanSupplier wanted) {
        double[] errors = errors(run, epoch, wanted);
        Comparator<Integer> ascending = Comparator.comparingDouble(image -> errors[image]);
        return IntStream.range(0, errors.length)
                .boxed()
                .sorted(this == WORST ? ascending.reversed() : ascending)
                .limit(most)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double[] errors(Run run, int epoch, BooleanSupplier wanted) {
        int count = run.dataset().test().count();
        double[] errors = new double[count];
        for (int from = 0; from < count; from += CHUNK) {
            if (!wanted.getAsBoolean()) {
                throw new CancellationException();
            }
            int[] some = IntStream.range(from, Math.min(count, from + CHUNK)).toArray();
            double[] part = run.reconstruct(epoch, some).errors();
            System.arraycopy(part, 0, errors, from, part.length);
        }
        return errors;
    }
}
