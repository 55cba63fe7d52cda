package latentlab.run.file;

import java.util.List;
import latentlab.data.ImageShape;

/**
 * The test images of the grid and their reconstructions at the newest epoch, so that a run can be shown without its
 * data.
 *
 * @param shape of each image
 * @param samples up to ten
 */
public record RunSamples(ImageShape shape, List<Sample> samples) {
    /**
     * One image.
     *
     * @param image its index among the test images
     * @param original shape [channels, height, width], one unsigned byte each
     * @param reconstruction likewise
     */
    public record Sample(int image, byte[] original, byte[] reconstruction) {}

    public RunSamples {
        samples = List.copyOf(samples);
    }
}
