package latentlab.preferences;

/**
 * How the loss chart draws its curves.
 *
 * @param logarithmic whether the loss axis is logarithmic
 * @param smoothing weight of the past in the moving average, 0 (none) to 0.95
 * @param threePanels whether to draw the notebook's three panels instead of one
 * @param accuracy whether to lay the accuracy of neighbours in latent space over the losses; false with three panels,
 *     which have no room for its axis
 * @param untrained whether a linear axis has room for epoch 0 too, whose loss may be far above all others
 */
public record LossOptions(
        boolean logarithmic, double smoothing, boolean threePanels, boolean accuracy, boolean untrained) {
    public static final LossOptions DEFAULT = new LossOptions(false, 0, false, false, false);

    public LossOptions {
        accuracy &= !threePanels;
    }

    public LossOptions withLogarithmic(boolean logarithmic) {
        return new LossOptions(logarithmic, smoothing, threePanels, accuracy, untrained);
    }

    public LossOptions withSmoothing(double smoothing) {
        return new LossOptions(logarithmic, smoothing, threePanels, accuracy, untrained);
    }

    public LossOptions withThreePanels(boolean threePanels) {
        return new LossOptions(logarithmic, smoothing, threePanels, accuracy, untrained);
    }

    /** With accuracy, one panel replaces the three. */
    public LossOptions withAccuracy(boolean accuracy) {
        return new LossOptions(logarithmic, smoothing, threePanels && !accuracy, accuracy, untrained);
    }

    public LossOptions withUntrained(boolean untrained) {
        return new LossOptions(logarithmic, smoothing, threePanels, accuracy, untrained);
    }
}
