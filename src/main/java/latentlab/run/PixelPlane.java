package latentlab.run;

import java.util.stream.IntStream;
import latentlab.data.ImageSet;
import latentlab.embedding.PrincipalPlane;

/**
 * The test images on the principal plane of their pixels, to compare a latent space with.
 *
 * @param x shape [test images]
 * @param y shape [test images]
 * @param share of the pixels' variance that lies in the plane, 0 to 1
 * @param plane in pixel space; null for images of one pixel
 */
public record PixelPlane(float[] x, float[] y, double share, PrincipalPlane plane) {
    static PixelPlane of(ImageSet images) {
        float[] pixels = images.ink(IntStream.range(0, images.count()).toArray());
        if (images.size() == 1) {
            return new PixelPlane(pixels, new float[pixels.length], 1, null);
        }
        PrincipalPlane plane = PrincipalPlane.of(pixels, images.size());
        return new PixelPlane(plane.along(0, pixels), plane.along(1, pixels), plane.share(), plane);
    }

    /** @param ink intensities of an image, 0 to 1 @return its place on the plane: x, y */
    public double[] place(float[] ink) {
        return plane == null ? new double[] {ink[0], 0} : new double[] {plane.along(0, ink)[0], plane.along(1, ink)[0]};
    }
}
