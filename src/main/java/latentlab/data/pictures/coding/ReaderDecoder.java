package latentlab.data.pictures.coding;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;
import latentlab.data.download.GiveUp;
import latentlab.text.Problem;

/**
 * Reads what an ImageIO reader is for: TIFF and BMP in strips, since these can be had without what is above them, GIF
 * and WebP as a whole.
 */
final class ReaderDecoder {
    /** Bytes of pixels that are read at once from a picture that can be read in strips. */
    private static final int STRIP = 1 << 24;
    /** WebP's reader keeps all it computes until the end. */
    private static final int WEBP_BYTES_PER_PIXEL = 24;

    private final PictureKind kind;
    private final ImageInputStream in;
    private final GiveUp giveUp;
    private final RowSink sink;

    ReaderDecoder(PictureKind kind, ImageInputStream in, GiveUp giveUp, RowSink sink) {
        this.kind = kind;
        this.in = in;
        this.giveUp = giveUp;
        this.sink = sink;
    }

    /** @throws Problem if the sink has no room for it */
    void read(Orientation orientation, boolean several) throws IOException, Problem, InterruptedException {
        ImageReader reader = open(ImageReaders.of(kind));
        try {
            read(reader, orientation, several);
        } finally {
            reader.dispose();
        }
    }

    private ImageReader open(ImageReader reader) throws IOException {
        in.seek(0);
        reader.setInput(in, false, true);
        reader.addIIOReadProgressListener(giveUp);
        return reader;
    }

    private static ImageTypeSpecifier type(ImageReader reader) throws IOException {
        ImageTypeSpecifier raw = reader.getRawImageType(0);
        if (raw != null) {
            return raw;
        }
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
        if (!types.hasNext()) {
            throw new IOException("pixels of an unknown kind");
        }
        return types.next();
    }

    private void read(ImageReader reader, Orientation orientation, boolean several)
            throws IOException, Problem, InterruptedException {
        int height = reader.getHeight(0);
        int width = reader.getWidth(0);
        ImageTypeSpecifier type = type(reader);
        ColorModel model = type.getColorModel();
        GifFrame frame = kind == PictureKind.GIF ? GifFrame.read(in, sink) : null;
        boolean opacity = model.hasAlpha();
        int canvasHeight = frame == null ? height : frame.height();
        int canvasWidth = frame == null ? width : frame.width();
        SampleLayout layout = new SampleLayout(
                canvasHeight,
                canvasWidth,
                SampleRows.grey(model) ? 1 : 3,
                opacity,
                SampleRows.premultiplied(model),
                orientation,
                several || frame != null && frame.several());
        long rowBytes = rowBytes(type, width);
        int rows = rowsAtOnce(reader, height, rowBytes);
        sink.begin(layout, bytes(rows * rowBytes, (long) width * height) + 8L * width);
        if (frame == null) {
            boolean empty = kind == PictureKind.BMP && opacity && transparent(reader, width, height, rows);
            strips(reader, width, height, rows, empty);
        } else {
            SampleRows pixels = new SampleRows(reader.read(0), sink.planes());
            for (int y = 0; y < canvasHeight; y++) {
                SampleRows.fill(sink.planes(), frame.background(), opacity ? 0 : 255);
                pixels.read(y - frame.top(), frame.left());
                sink.add(y);
            }
        }
        sink.checkWanted();
    }

    private void strips(ImageReader reader, int width, int height, int rows, boolean opaque) throws IOException {
        ColorModel model = type(reader).getColorModel();
        boolean numbers = SampleRows.numbers(model);
        double most = 0;
        for (int top = 0; top < height; top += rows) {
            int some = Math.min(rows, height - top);
            // As an image, numbers would be cut off at 1.
            SampleRows pixels = numbers
                    ? new SampleRows(reader.readRaster(0, strip(top, width, some)), model, sink.planes())
                    : new SampleRows(reader.read(0, strip(top, width, some)), sink.planes());
            sink.checkWanted();
            for (int y = 0; y < some; y++) {
                pixels.read(y, 0);
                if (opaque) {
                    Arrays.fill(sink.planes()[sink.planes().length - 1], 255);
                }
                sink.add(top + y);
            }
            most = Math.max(most, pixels.most());
        }
        if (numbers) {
            sink.scale(white(most));
        }
    }

    /** Numbers have no highest one to stand for white: it is the next of those that programs use. */
    private static double white(double most) {
        if (most <= 1) {
            return 255;
        }
        return most <= 255 ? 1 : 255 / Math.max(most, 65_535);
    }

    private static ImageReadParam strip(int top, int width, int rows) {
        ImageReadParam param = new ImageReadParam();
        param.setSourceRegion(new Rectangle(0, top, width, rows));
        return param;
    }

    /** Whether no pixel is there at all: some programs leave the fourth byte of a pixel at zero. */
    private boolean transparent(ImageReader reader, int width, int height, int rows) throws IOException {
        int[] pixels = null;
        for (int top = 0; top < height; top += rows) {
            BufferedImage strip = reader.read(0, strip(top, width, Math.min(rows, height - top)));
            for (int y = 0; y < strip.getHeight(); y++) {
                sink.checkWanted();
                pixels = strip.getRGB(0, y, width, 1, pixels, 0, width);
                for (int pixel : pixels) {
                    if (pixel >>> 24 != 0) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static long rowBytes(ImageTypeSpecifier type, int width) {
        DataBuffer data = type.getSampleModel(width, 1).createDataBuffer();
        return Math.max(
                1, (long) data.getSize() * data.getNumBanks() * DataBuffer.getDataTypeSize(data.getDataType()) / 8);
    }

    /** @return rows to read at once: as many as are coded together, or some times that */
    private int rowsAtOnce(ImageReader reader, int height, long rowBytes) throws IOException {
        return switch (kind) {
            case TIFF -> {
                int tile = Math.max(1, reader.getTileHeight(0));
                yield (int) Math.min(height, Math.max(1, STRIP / (rowBytes * tile)) * tile);
            }
            case BMP -> Math.clamp(STRIP / rowBytes, 1, height);
            default -> height;
        };
    }

    /** Beside the pixels there is what they are unpacked from, or to. */
    private long bytes(long read, long pixels) {
        return kind == PictureKind.WEBP ? pixels * WEBP_BYTES_PER_PIXEL : 2 * read;
    }
}
