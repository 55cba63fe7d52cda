package latentlab.settings;

/**
 * How the loss chart draws its curves.
 *
 * @param logarithmic whether the loss axis is
 * @param smoothing weight of the past in the moving average, 0 (none) to 0.95
 * @param threePanels the notebook's three panels instead of one
 */
public record LossOptions(boolean logarithmic, double smoothing, boolean threePanels) {
    public static final LossOptions DEFAULT = new LossOptions(false, 0, false);

    public LossOptions withLogarithmic(boolean logarithmic) {
        return new LossOptions(logarithmic, smoothing, threePanels);
    }

    public LossOptions withSmoothing(double smoothing) {
        return new LossOptions(logarithmic, smoothing, threePanels);
    }

    public LossOptions withThreePanels(boolean threePanels) {
        return new LossOptions(logarithmic, smoothing, threePanels);
    }
}
