package latentlab.run.findings;

/**
 * How far reconstructions of the test images are from them, in numbers that can be compared whatever a run's loss is.
 *
 * @param mse mean over images and pixels of (y - x)^2, with intensities from 0 to 1
 */
public record TestError(double mse) {
    /** @return peak signal-to-noise ratio in decibels, 10 log10(1 / MSE), since 1 is the greatest intensity */
    public double psnr() {
        return -10 * Math.log10(mse);
    }
}
