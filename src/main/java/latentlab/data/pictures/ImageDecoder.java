package latentlab.data.pictures;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import latentlab.data.AreaAverage;
import latentlab.data.DataProblems;
import latentlab.data.download.GiveUp;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/** Reads a PNG, JPEG, GIF, BMP or TIFF file (whatever ImageIO reads) as a grey image; the first one of an animation. */
final class ImageDecoder {
    /** Pixels of a file that are taken into memory: a large photograph, but not whatever a broken header claims. */
    private static final long MAX_PIXELS = 50_000_000;
    /** The JPEG reader fills what is missing with grey and only warns, in these words and in no other language. */
    private static final String TRUNCATED = "Truncated File";

    private final int keep;
    private final int side;
    private final PictureMemory memory;

    /**
     * @param keep images of at most keep x keep pixels are left as large as they are
     * @param side pixels that the longer side of a larger one is reduced to
     * @param memory what is decoded in
     */
    ImageDecoder(int keep, int side, PictureMemory memory) {
        this.keep = keep;
        this.side = side;
        this.memory = memory;
    }

    /**
     * @param wanted asked now and then; once it is false, the picture is given up
     * @throws Problem if it is not an image, broken or too large
     * @throws CancellationException if it was given up
     */
    GreyImage read(PictureSource file, BooleanSupplier wanted) throws Problem, InterruptedException {
        try (ImageInputStream in = open(file, wanted)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw Problem.of("data.images.broken", file.place());
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return read(reader, in, file, wanted);
            } finally {
                reader.dispose();
            }
        } catch (OutOfMemoryError e) {
            throw DataProblems.outOfMemory(file.place(), e);
        } catch (IOException | RuntimeException e) {
            if (!wanted.getAsBoolean()) {
                throw new CancellationException();
            }
            // ImageIO's readers throw about every exception there is at a broken file.
            throw new Problem(Sentence.of("data.images.broken", file.place()), e);
        }
    }

    private static ImageInputStream open(PictureSource file, BooleanSupplier wanted) throws Problem {
        try {
            return file.open(wanted);
        } catch (IOException e) {
            throw DataProblems.unreadable(file.place(), e);
        }
    }

    private GreyImage read(ImageReader reader, ImageInputStream in, PictureSource file, BooleanSupplier wanted)
            throws IOException, Problem, InterruptedException {
        int height = reader.getHeight(0);
        int width = reader.getWidth(0);
        if ((long) height * width > MAX_PIXELS) {
            throw Problem.of("data.images.huge", file.place(), width, height, MAX_PIXELS / 1_000_000);
        }
        List<String> warnings = new ArrayList<>();
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
        reader.addIIOReadProgressListener(new GiveUp(wanted));
        GreyImage image;
        try (PictureMemory.Share _ = memory.take(PictureSize.bytes(reader, height, width, in.length()), file)) {
            image = grey(reader.read(0), wanted);
        }
        if (warnings.stream().anyMatch(warning -> warning.startsWith(TRUNCATED))) {
            throw new IOException(String.join("; ", warnings));
        }
        return image;
    }

    private GreyImage grey(BufferedImage image, BooleanSupplier wanted) {
        int height = image.getHeight();
        int width = image.getWidth();
        int longest = Math.max(height, width);
        int newHeight = longest <= keep ? height : GreyImage.fitted(height, longest, side);
        int newWidth = longest <= keep ? width : GreyImage.fitted(width, longest, side);
        Rows rows = rows(image);
        AreaAverage light = new AreaAverage(height, width, newHeight, newWidth);
        AreaAverage opacity =
                image.getColorModel().hasAlpha() ? new AreaAverage(height, width, newHeight, newWidth) : null;
        float[] lightRow = new float[width];
        float[] opacityRow = new float[width];
        for (int y = 0; y < height; y++) {
            if (!wanted.getAsBoolean()) {
                throw new CancellationException();
            }
            rows.read(y, lightRow, opacityRow);
            if (opacity != null) {
                for (int x = 0; x < width; x++) {
                    lightRow[x] *= opacityRow[x] / 255;
                }
                opacity.add(y, opacityRow);
            }
            light.add(y, lightRow);
        }
        return new GreyImage(newHeight, newWidth, light.pixels(), opacity == null ? null : opacity.pixels());
    }

    /** Fills in one row: light and opacity, each 0 to 255. */
    private interface Rows {
        void read(int y, float[] light, float[] opacity);
    }

    private static Rows rows(BufferedImage image) {
        ColorModel colours = image.getColorModel();
        int type = colours.getTransferType();
        boolean integers = type == DataBuffer.TYPE_BYTE || type == DataBuffer.TYPE_USHORT;
        if (colours instanceof ComponentColorModel && integers && !colours.isAlphaPremultiplied()) {
            boolean alpha = colours.hasAlpha();
            if (colours.getColorSpace().getType() == ColorSpace.TYPE_GRAY) {
                return new SampleRows(image.getRaster(), colours.getComponentSize(0), alpha, 1);
            }
            if (colours.getColorSpace().isCS_sRGB()) {
                return new SampleRows(image.getRaster(), colours.getComponentSize(0), alpha, 3);
            }
        }
        return new ConvertedRows(image);
    }

    /**
     * The samples as the file has them. Asking a grey BufferedImage for its RGB would brighten it: Java takes grey
     * samples for linear light, while every program that draws grey images means sRGB.
     */
    private static final class SampleRows implements Rows {
        private final Raster raster;
        private final float scale;
        private final boolean alpha;
        private final int colours;
        private int[] samples;

        SampleRows(Raster raster, int bits, boolean alpha, int colours) {
            this.raster = raster;
            this.alpha = alpha;
            this.colours = colours;
            scale = 255f / ((1 << bits) - 1);
        }

        @Override
        public void read(int y, float[] light, float[] opacity) {
            int bands = raster.getNumBands();
            samples = raster.getPixels(raster.getMinX(), raster.getMinY() + y, light.length, 1, samples);
            for (int x = 0; x < light.length; x++) {
                int at = x * bands;
                float value = colours == 1 ? samples[at] : luma(samples[at], samples[at + 1], samples[at + 2]);
                light[x] = value * scale;
                opacity[x] = alpha ? samples[at + colours] * scale : 255;
            }
        }
    }

    /** Palettes, packed pixels and unusual colour spaces, through Java's conversion. */
    private static final class ConvertedRows implements Rows {
        private final BufferedImage image;
        private int[] pixels;

        ConvertedRows(BufferedImage image) {
            this.image = image;
        }

        @Override
        public void read(int y, float[] light, float[] opacity) {
            pixels = image.getRGB(0, y, light.length, 1, pixels, 0, light.length);
            for (int x = 0; x < light.length; x++) {
                int argb = pixels[x];
                light[x] = luma(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF);
                opacity[x] = argb >>> 24;
            }
        }
    }

    /** ITU-R BT.601, as most programs turn colours into grey. */
    private static float luma(int red, int green, int blue) {
        return 0.299f * red + 0.587f * green + 0.114f * blue;
    }
}
