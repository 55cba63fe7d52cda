package latentlab.data.pictures.coding;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.util.Arrays;

/**
 * The rows of an image as Java has it, by the samples of its file: asking a grey BufferedImage for its RGB would
 * brighten it, since Java takes grey samples for linear light, and a colour profile would change others.
 */
final class SampleRows {
    private final BufferedImage image;
    private final Raster raster;
    private final float[][] planes;
    private final int space;
    private final boolean alpha;
    private final float scale;
    private double most;
    private float[] samples;
    private int[] pixels;

    /** @param planes what rows are written into: one colour or three, and opacity if there is one more */
    SampleRows(BufferedImage image, float[][] planes) {
        this(image, image.getRaster(), image.getColorModel(), planes);
    }

    /** Of samples without an image, see {@link #numbers(ColorModel)}. */
    SampleRows(Raster samples, ColorModel model, float[][] planes) {
        this(null, samples, model, planes);
    }

    private SampleRows(BufferedImage image, Raster raster, ColorModel model, float[][] planes) {
        this.image = image;
        this.raster = raster;
        this.planes = planes;
        space = space(model);
        alpha = model.hasAlpha();
        scale = numbers(model) ? 1 : 255f / ((1L << model.getComponentSize(0)) - 1);
    }

    /** @return the type of its colour space where its samples are taken as they are, else -1 */
    private static int space(ColorModel model) {
        int type = model.getColorSpace().getType();
        boolean known = type == ColorSpace.TYPE_GRAY || type == ColorSpace.TYPE_RGB || type == ColorSpace.TYPE_CMYK;
        return model instanceof ComponentColorModel && known ? type : -1;
    }

    static boolean grey(ColorModel model) {
        return space(model) == ColorSpace.TYPE_GRAY;
    }

    static boolean premultiplied(ColorModel model) {
        return space(model) >= 0 && model.hasAlpha() && model.isAlphaPremultiplied();
    }

    /** Whether samples are numbers without a highest one that would be white, or one that nobody means. */
    static boolean numbers(ColorModel model) {
        int type = model.getTransferType();
        return space(model) >= 0 && type != DataBuffer.TYPE_BYTE && type != DataBuffer.TYPE_USHORT;
    }

    /** The largest sample so far. */
    double most() {
        return most;
    }

    /**
     * Fills in the planes.
     *
     * @param y row of the image; where there is no such row, the planes stay as they are
     * @param left columns before the image, which stay as they are, as do those after it
     */
    void read(int y, int left) {
        if (y < 0 || y >= raster.getHeight()) {
            return;
        }
        if (space < 0) {
            converted(y, left);
        } else {
            asTheyAre(y, left);
        }
    }

    private void asTheyAre(int y, int left) {
        int width = raster.getWidth();
        int bands = raster.getNumBands();
        samples = raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, samples);
        for (int x = 0; x < width; x++) {
            int at = x * bands;
            switch (space) {
                case ColorSpace.TYPE_GRAY -> put(left + x, sample(at), sample(at), sample(at));
                case ColorSpace.TYPE_RGB -> put(left + x, sample(at), sample(at + 1), sample(at + 2));
                default -> {
                    float light = (255 - sample(at + 3)) / 255;
                    put(
                            left + x,
                            (255 - sample(at)) * light,
                            (255 - sample(at + 1)) * light,
                            (255 - sample(at + 2)) * light);
                }
            }
            opacity(left + x, alpha ? sample(at + bands - 1) : 255);
        }
    }

    private float sample(int at) {
        float sample = samples[at];
        if (Float.isNaN(sample)) {
            return 0;
        }
        most = Math.max(most, sample);
        return sample * scale;
    }

    /** Palettes, packed pixels and unusual colour spaces. */
    private void converted(int y, int left) {
        int width = raster.getWidth();
        pixels = image.getRGB(0, y, width, 1, pixels, 0, width);
        for (int x = 0; x < width; x++) {
            int argb = pixels[x];
            put(left + x, argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF);
            opacity(left + x, argb >>> 24);
        }
    }

    /** @param colour of all pixels, 0xRRGGBB */
    static void fill(float[][] planes, int colour, float opacity) {
        for (int plane = 0; plane < planes.length; plane++) {
            boolean last = planes.length % 2 == 0 && plane == planes.length - 1;
            Arrays.fill(planes[plane], last ? opacity : colour >> 16 - 8 * plane & 0xFF);
        }
    }

    private void put(int x, float red, float green, float blue) {
        planes[0][x] = red;
        if (planes.length >= 3) {
            planes[1][x] = green;
            planes[2][x] = blue;
        }
    }

    private void opacity(int x, float value) {
        if (planes.length % 2 == 0) {
            planes[planes.length - 1][x] = value;
        }
    }
}
