package latentlab.view.reconstruction;

import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.engine.model.Reconstructions;
import latentlab.run.Run;

/**
 * One test image and what the model makes of it at an epoch, in numbers. Values have shape [channels, height, width].
 *
 * @param original one unsigned byte each
 * @param noisy what the model sees instead; null where it sees the original
 * @param made the reconstruction, as it is painted
 * @param intensities the same as the model gives it: those of a linear output may lie outside 0 to 1
 */
record Enlarged(
        int image,
        int epoch,
        ImageShape shape,
        byte[] original,
        byte[] noisy,
        byte[] made,
        float[] intensities,
        double error) {
    static Enlarged of(Run run, int epoch, int image) {
        ImageSet test = run.dataset().test();
        Reconstructions made = run.reconstruct(epoch, image);
        return new Enlarged(
                image,
                epoch,
                test.shape(),
                test.pixelsOf(image),
                made.noisy(),
                made.pixels(),
                run.reconstructIntensities(epoch, image),
                made.errors()[0]);
    }

    /** Which of the images. */
    enum Part {
        ORIGINAL,
        NOISY,
        RECONSTRUCTION
    }

    /** @return the intensity of a pixel in one of its channels, 0 to 1 of most */
    double value(Part part, int channel, int pixel) {
        int at = channel * shape.pixels() + pixel;
        return switch (part) {
            case ORIGINAL -> Byte.toUnsignedInt(original[at]) / 255.0;
            case NOISY -> Byte.toUnsignedInt(noisy[at]) / 255.0;
            case RECONSTRUCTION -> intensities[at];
        };
    }

    byte[] bytes(Part part) {
        return switch (part) {
            case ORIGINAL -> original;
            case NOISY -> noisy;
            case RECONSTRUCTION -> made;
        };
    }
}
