package latentlab.data.pictures.coding;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import latentlab.data.download.GiveUp;
import latentlab.text.Problem;

/**
 * Reads JPEG with ImageIO's own reader, which gets a clean header, and gives its rows to the sink as they come: all of
 * a photograph is never there at once. Reading it in strips would decode its beginning again for each of them.
 *
 * <p>Colour profiles are not heeded: values are those in the file.
 */
final class JpegDecoder {
    /** Of a component of a picture that comes in several scans: all of them have to be kept, outside the heap. */
    private static final int COEFFICIENT_BYTES = 2;
    /** Bytes of a strip of four inks, which the reader does not give out row by row. */
    private static final int STRIP = 1 << 25;

    private final JpegHeader header;
    private final RowSink sink;
    private final List<String> warnings = new ArrayList<>();

    private JpegDecoder(JpegHeader header, RowSink sink) {
        this.header = header;
        this.sink = sink;
    }

    /** @throws Problem if it cannot be read here, or the sink has no room for it */
    static void read(ImageInputStream in, JpegHeader header, GiveUp giveUp, RowSink sink)
            throws IOException, Problem, InterruptedException {
        long pixels = (long) header.height() * header.width();
        boolean scans = header.process() == 2;
        boolean inks = header.components() == 4;
        long bytes = 8L * header.components() * header.width()
                + (scans ? pixels * header.components() * COEFFICIENT_BYTES : 0)
                + (inks ? Math.min(2 * STRIP, 4 * pixels) : 0);
        if (pixels == 0) {
            throw new IOException("no pixels");
        }
        SampleLayout layout = new SampleLayout(
                header.height(),
                header.width(),
                header.components() == 1 ? 1 : 3,
                false,
                false,
                header.orientation(),
                false);
        sink.begin(layout, bytes);
        new JpegDecoder(header, sink).read(in, giveUp);
    }

    private void read(ImageInputStream in, GiveUp giveUp) throws IOException {
        ImageReader reader = ImageReaders.ownJpeg();
        try (ImageInputStream clean = new JoinedInput(header.start(), in, header.scan())) {
            reader.setInput(clean, false, true);
            reader.addIIOReadWarningListener((_, warning) -> warnings.add(warning));
            reader.addIIOReadProgressListener(giveUp);
            if (header.components() == 4) {
                inks(reader);
            } else {
                rows(reader);
            }
        } finally {
            reader.dispose();
        }
        sink.checkWanted();
        checkWhole();
    }

    /** Where data are missing, the reader only warns, and fills in grey; a missing end mark alone does no harm. */
    private void checkWhole() throws IOException {
        if (warnings.stream().anyMatch(JpegDecoder::ofMissingPixels)) {
            throw new IOException(String.join("; ", warnings));
        }
    }

    /** In libjpeg's words, which are English everywhere. */
    private static boolean ofMissingPixels(String warning) {
        return warning.contains("premature end of data segment") || warning.contains("bad Huffman code");
    }

    private void rows(ImageReader reader) throws IOException {
        int bands = header.components();
        Rows rows = new Rows(header, sink);
        ColorSpace space = ColorSpace.getInstance(bands == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB);
        ImageReadParam param = reader.getDefaultReadParam();
        param.setDestination(new BufferedImage(
                new ComponentColorModel(space, false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE),
                rows,
                false,
                null));
        reader.read(0, param);
        if (rows.next != header.height()) {
            throw new IOException(rows.next + " rows");
        }
    }

    private void inks(ImageReader reader) throws IOException {
        int rows = Math.clamp(STRIP / (4L * header.width()), 1, header.height());
        int[] samples = null;
        for (int top = 0; top < header.height(); top += rows) {
            sink.checkWanted();
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceRegion(new Rectangle(0, top, header.width(), Math.min(rows, header.height() - top)));
            Raster strip = reader.readRaster(0, param);
            for (int y = 0; y < strip.getHeight(); y++) {
                samples = strip.getPixels(strip.getMinX(), strip.getMinY() + y, header.width(), 1, samples);
                Inks.unpack(samples, header, sink.planes());
                sink.add(top + y);
            }
        }
    }

    /** A picture's pixels, of which only the row that has just been decoded exists. */
    private static final class Rows extends WritableRaster {
        private final RowSink sink;
        private int next;

        Rows(JpegHeader header, RowSink sink) {
            super(model(header), new DataBufferByte(header.width() * header.components()), new Point());
            this.sink = sink;
        }

        private static PixelInterleavedSampleModel model(JpegHeader header) {
            int bands = header.components();
            return new PixelInterleavedSampleModel(
                    DataBuffer.TYPE_BYTE,
                    header.width(),
                    header.height(),
                    bands,
                    bands * header.width(),
                    IntStream.range(0, bands).toArray());
        }

        /** Pictures that come in several scans come as a whole after each of them, better each time. */
        @Override
        public void setRect(int dx, int y, Raster row) {
            if (y == 0 && next > 0) {
                sink.restart();
                next = 0;
            }
            byte[] samples = ((DataBufferByte) row.getDataBuffer()).getData();
            float[][] planes = sink.planes();
            for (int plane = 0; plane < planes.length; plane++) {
                for (int x = 0; x < planes[plane].length; x++) {
                    planes[plane][x] = samples[x * planes.length + plane] & 0xFF;
                }
            }
            sink.add(y);
            next++;
        }
    }
}
