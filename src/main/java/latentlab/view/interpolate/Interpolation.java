package latentlab.view.interpolate;

import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.run.Run;

/**
 * The interpolation between two test images at one epoch, in equal steps.
 *
 * @param from the first image's index among the test images
 * @param to the last image's
 * @param shape of an image
 * @param ends the two images, shape [2, values of an image]
 * @param decoded images decoded along the straight line between the two codes, shape [STEPS, values of an image]
 * @param blended pixels of the two images mixed, for comparison, shape [STEPS, values of an image]
 */
record Interpolation(int from, int to, ImageShape shape, byte[] ends, byte[] decoded, byte[] blended) {
    /** Number of images, both ends included. */
    static final int STEPS = 9;

    static Interpolation of(Run run, int epoch, int from, int to) {
        ImageSet images = run.dataset().test();
        float[] codes = run.latent(epoch, from, to);
        int latent = codes.length / 2;
        int size = images.size();
        float[] places = new float[STEPS * latent];
        byte[] blended = new byte[STEPS * size];
        for (int step = 0; step < STEPS; step++) {
            float share = (float) step / (STEPS - 1);
            for (int unit = 0; unit < latent; unit++) {
                places[step * latent + unit] = codes[unit] + share * (codes[latent + unit] - codes[unit]);
            }
            for (int pixel = 0; pixel < size; pixel++) {
                float ink = (1 - share) * images.ink(from, pixel) + share * images.ink(to, pixel);
                blended[step * size + pixel] = (byte) Math.round(255 * ink);
            }
        }
        byte[] ends = images.pixelsOf(from, to);
        return new Interpolation(from, to, images.shape(), ends, run.decode(epoch, places), blended);
    }
}
