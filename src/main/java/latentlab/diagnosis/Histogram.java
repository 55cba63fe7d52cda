package latentlab.diagnosis;

/**
 * How often numbers lie where, in bins of equal width from the least to the greatest.
 *
 * @param low the least finite number; NaN where there is none
 * @param high the greatest
 * @param mean of the finite numbers
 * @param deviation their standard deviation
 * @param counts shape [{@link #BINS}]; the last bin includes its upper end. All in the first where all are the same
 * @param notFinite how many are infinite or not a number, and in no bin
 */
public record Histogram(double low, double high, double mean, double deviation, int[] counts, int notFinite) {
    public static final int BINS = 64;

    /** @param numbers of which those from..end are counted */
    public static Histogram of(float[] numbers, int from, int end) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double sum = 0;
        int finite = 0;
        for (int i = from; i < end; i++) {
            if (Float.isFinite(numbers[i])) {
                low = Math.min(low, numbers[i]);
                high = Math.max(high, numbers[i]);
                sum += numbers[i];
                finite++;
            }
        }
        int[] counts = new int[BINS];
        if (finite == 0) {
            return new Histogram(Double.NaN, Double.NaN, Double.NaN, Double.NaN, counts, end - from);
        }
        double mean = sum / finite;
        double perUnit = high > low ? BINS / (high - low) : 0;
        double squares = 0;
        for (int i = from; i < end; i++) {
            if (Float.isFinite(numbers[i])) {
                counts[Math.min(BINS - 1, (int) ((numbers[i] - low) * perUnit))]++;
                squares += (numbers[i] - mean) * (numbers[i] - mean);
            }
        }
        return new Histogram(low, high, mean, Math.sqrt(squares / finite), counts, end - from - finite);
    }
}
