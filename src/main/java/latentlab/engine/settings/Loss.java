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
    MAE,
    /**
     * Sum over an image's pixels of the cross-entropy, mean over the batch: the negative log-likelihood, in nats, of
     * pixels that are 1 with probability y.
     */
    BERNOULLI,
    /**
     * Sum over an image's pixels of (y - x)^2 / 2, mean over the batch: the negative log-likelihood, in nats, of pixels
     * that are normal around y with a standard deviation of 1, without its constant of ln(2 pi) / 2 a pixel.
     */
    GAUSSIAN;

    /** What a sum over all elements is divided by. @param inputs pixels of an image */
    public double elements(int inputs, int images) {
        return switch (this) {
            case MSE, BCE, MAE -> (double) inputs * images;
            case SSE, BERNOULLI, GAUSSIAN -> images;
        };
    }

    /** Whether it is made of the cross-entropy, which needs an output between 0 and 1. */
    public boolean isEntropy() {
        return this == BCE || this == BERNOULLI;
    }

    /** Whether it is a negative log-likelihood of whole images, in nats, to which a divergence can be added. */
    public boolean isLikelihood() {
        return this == BERNOULLI || this == GAUSSIAN;
    }

    /**
     * @param z the output unit's sum, bias included
     * @param y what the activation made of it
     * @param x the pixel
     */
    public double of(double z, double y, double x) {
        return switch (this) {
            case MSE, SSE -> (y - x) * (y - x);
            case BCE, BERNOULLI -> Math.max(z, 0) - x * z + Math.log1p(Math.exp(-Math.abs(z)));
            case MAE -> Math.abs(y - x);
            case GAUSSIAN -> (y - x) * (y - x) / 2;
        };
    }

    /** The derivative by the output unit's sum. */
    public float slope(Activation output, float y, float x) {
        return switch (this) {
            case MSE, SSE -> 2 * (y - x) * output.slope(y);
            // The sigmoid's slope cancels.
            case BCE, BERNOULLI -> y - x;
            case GAUSSIAN -> (y - x) * output.slope(y);
            case MAE -> Math.signum(y - x) * output.slope(y);
        };
    }
}
