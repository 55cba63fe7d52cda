package latentlab.engine.settings;

/** How far a reconstruction y is from its image x. What a batch's loss is the mean of: pixels, or images. */
public enum Loss {
    /** Mean over batch and pixels of (y - x)^2. */
    MSE,
    /** Sum over an image's pixels of (y - x)^2, mean over the batch: the figure of Hinton &amp; Salakhutdinov 2006. */
    SSE,
    /**
     * Binary cross-entropy, mean over batch and pixels of -x ln y - (1 - x) ln(1 - y); computed from the sum z before
     * the sigmoid as max(z, 0) - x z + ln(1 + e^-|z|), which neither overflows nor loses its digits.
     */
    BCE,
    /** Mean over batch and pixels of |y - x|. */
    MAE;

    /** What a sum over all elements is divided by. @param inputs pixels of an image */
    public double elements(int inputs, int images) {
        return this == SSE ? images : (double) inputs * images;
    }

    /**
     * @param z the output unit's sum, bias included
     * @param y what the activation made of it
     * @param x the pixel
     */
    public double of(double z, double y, double x) {
        return switch (this) {
            case MSE, SSE -> (y - x) * (y - x);
            case BCE -> Math.max(z, 0) - x * z + Math.log1p(Math.exp(-Math.abs(z)));
            case MAE -> Math.abs(y - x);
        };
    }

    /** The derivative by the output unit's sum. */
    public float slope(Activation output, float y, float x) {
        return switch (this) {
            case MSE, SSE -> 2 * (y - x) * output.slope(y);
            // The sigmoid's slope cancels.
            case BCE -> y - x;
            case MAE -> Math.signum(y - x) * output.slope(y);
        };
    }
}
