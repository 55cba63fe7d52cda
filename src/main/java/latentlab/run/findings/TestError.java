package latentlab.run.findings;

import java.util.Arrays;
import java.util.stream.IntStream;
import latentlab.data.ImageSet;
import latentlab.engine.model.Inference;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * How far reconstructions of the test images are from them, in numbers that can be compared whatever a run's loss is.
 *
 * @param mse mean over images and pixels of (y - x)^2, with intensities from 0 to 1
 */
public record TestError(double mse) {
    private static final int CHUNK = 500;

    /**
     * Works it out, which takes as long as to reconstruct all test images.
     *
     * @param inference whose loss is the mean squared error
     * @throws java.util.concurrent.CancellationException if the progress has been cancelled
     */
    public static TestError of(Inference inference, float[] parameters, ImageSet test, Progress progress) {
        double sum = 0;
        for (int from = 0; from < test.count(); from += CHUNK) {
            progress.report((double) from / test.count(), Sentence.of("run.testError.progress", from, test.count()));
            int[] some =
                    IntStream.range(from, Math.min(test.count(), from + CHUNK)).toArray();
            sum += Arrays.stream(inference.reconstruct(parameters, test, some).errors())
                    .sum();
        }
        return new TestError(sum / test.count());
    }

    /** @return peak signal-to-noise ratio in decibels, 10 log10(1 / MSE), since 1 is the greatest intensity */
    public double psnr() {
        return -10 * Math.log10(mse);
    }
}
