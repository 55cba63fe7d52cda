package latentlab.view.loss;

/** Exponential moving average with the start corrected for its bias, as TensorBoard smooths its curves. */
final class Smoothing {
    private Smoothing() {}

    /**
     * @param values NaN where there is none; such places stay NaN and count for nothing
     * @param weight of the past, 0 (none) to below 1
     * @return a new array of the same length
     */
    static double[] smooth(double[] values, double weight) {
        double[] smooth = new double[values.length];
        double mean = 0;
        double remaining = 1;
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                smooth[i] = Double.NaN;
                continue;
            }
            mean = weight * mean + (1 - weight) * values[i];
            remaining *= weight;
            smooth[i] = mean / (1 - remaining);
        }
        return smooth;
    }
}
