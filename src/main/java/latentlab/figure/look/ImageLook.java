package latentlab.figure.look;

import latentlab.data.ImageShape;
import latentlab.figure.ImageStrip;
import latentlab.figure.WeightStrip;

/**
 * How images are shown. It is all in the values, so that every pen draws the same.
 *
 * @param smooth whether values between pixels are interpolated, instead of each pixel being a square
 * @param mapped whether grey images have the colours of a perceptual map; others keep their own
 */
public record ImageLook(boolean smooth, boolean mapped) {
    /** Each pixel a square, grey images white on black. */
    public static final ImageLook PLAIN = new ImageLook(false, false);

    /** Pixels that a smooth image has at least, about as many as it is shown with. */
    private static final int FINE = 128;

    private static final int RAMP_WIDTH = 64;
    private static final int RAMP_HEIGHT = 8;

    /** @param values shape [count, channels, height, width], unsigned bytes; not changed any more */
    public ImageStrip of(byte[] values, ImageShape shape) {
        ImageStrip fine = fine(values, shape);
        return mapped && shape.grey() ? mapped(fine) : fine;
    }

    /**
     * What one of two has more than the other: no colour where they are alike, whatever the images are. Black against
     * white has the strongest.
     *
     * @param from shape [count, channels, height, width], unsigned bytes
     * @param to of the same shape
     */
    public WeightStrip difference(byte[] from, byte[] to, ImageShape shape) {
        ImageStrip less = fine(from, shape);
        ImageStrip more = fine(to, shape);
        float[] differences = new float[less.values().length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = ((more.values()[i] & 0xFF) - (less.values()[i] & 0xFF)) / 255f;
        }
        return new WeightStrip(differences, 1, less.shape(), WeightStrip.TOGETHER);
    }

    /** @return the colours of {@link #difference}, from the least to the greatest, in one image */
    public static WeightStrip ramp(ImageShape shape) {
        float[] values = new float[shape.channels() * RAMP_HEIGHT * RAMP_WIDTH];
        for (int i = 0; i < values.length; i++) {
            values[i] = 2f * (i % RAMP_WIDTH) / (RAMP_WIDTH - 1) - 1;
        }
        return new WeightStrip(
                values, 1, new ImageShape(shape.channels(), RAMP_HEIGHT, RAMP_WIDTH), WeightStrip.TOGETHER);
    }

    private ImageStrip fine(byte[] values, ImageShape shape) {
        int times = Math.ceilDiv(FINE, Math.max(shape.height(), shape.width()));
        return smooth && times > 1 ? interpolated(values, shape, times) : new ImageStrip(values, shape);
    }

    /** Between the middles of pixels; beyond the outermost as they are. */
    private static ImageStrip interpolated(byte[] values, ImageShape shape, int times) {
        int width = shape.width();
        ImageShape fine = new ImageShape(shape.channels(), times * shape.height(), times * width);
        byte[] made = new byte[values.length / shape.size() * fine.size()];
        double[] row = new double[width];
        int at = 0;
        for (int channel = 0; channel < values.length; channel += shape.pixels()) {
            for (int y = 0; y < fine.height(); y++) {
                double down = Math.clamp((y + 0.5) / times - 0.5, 0, shape.height() - 1);
                int above = channel + (int) down * width;
                int below = channel + Math.min((int) down + 1, shape.height() - 1) * width;
                for (int x = 0; x < width; x++) {
                    row[x] = between(values[above + x] & 0xFF, values[below + x] & 0xFF, down - (int) down);
                }
                for (int x = 0; x < fine.width(); x++) {
                    double along = Math.clamp((x + 0.5) / times - 0.5, 0, width - 1);
                    double left = row[(int) along];
                    double right = row[Math.min((int) along + 1, width - 1)];
                    made[at++] = (byte) Math.round(between(left, right, along - (int) along));
                }
            }
        }
        return new ImageStrip(made, fine);
    }

    private static double between(double from, double to, double share) {
        return from + share * (to - from);
    }

    private static ImageStrip mapped(ImageStrip grey) {
        ImageShape shape = ImageShape.colour(grey.shape().height(), grey.shape().width());
        int pixels = shape.pixels();
        byte[] made = new byte[grey.count() * shape.size()];
        for (int image = 0; image < grey.count(); image++) {
            for (int pixel = 0; pixel < pixels; pixel++) {
                int rgb = Viridis.rgb(grey.values()[image * pixels + pixel] & 0xFF);
                int at = image * shape.size() + pixel;
                made[at] = (byte) (rgb >> 16);
                made[at + pixels] = (byte) (rgb >> 8);
                made[at + 2 * pixels] = (byte) rgb;
            }
        }
        return new ImageStrip(made, shape);
    }
}
