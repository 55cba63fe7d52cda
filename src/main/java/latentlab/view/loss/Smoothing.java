package latentlab.view.loss;

/** Exponential moving average with the start corrected for its bias, as TensorBoard smooths its curves. */
final class Smoothing {
    private Smoothing() {}

    /**
     * @param values element e belongs to epoch e; the untrained epoch 0 stays as it is and counts for nothing, since it
     *     would lift one curve over the other. NaN where there is none; such places stay NaN and count for nothing
     * @param weight of the past, 0 (none) to below 1
     * @return a new array of the same length
     */
    static double[] smooth(double[] values, double weight) {
        double[] smooth = new double[values.length];
        double mean = 0;
        double remaining = 1;
        if (values.length > 0) {
            smooth[0] = values[0];
        }
        for (int i = 1; i < values.length; i++) {
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
