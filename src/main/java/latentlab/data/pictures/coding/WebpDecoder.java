package latentlab.data.pictures.coding;

import java.awt.image.Raster;
import java.io.EOFException;
import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import latentlab.data.download.GiveUp;
import latentlab.data.pictures.coding.vp8.Vp8Frame;
import latentlab.text.Problem;

/** Reads WebP: lossy pictures by hand, see {@link Vp8Frame}; lossless ones, opacity and animations by a reader. */
final class WebpDecoder {
    /** Of a pixel: light and two colours at half the size; or, where there is opacity, all that its reader keeps. */
    private static final int BYTES_PER_PIXEL = 2;

    private static final int BYTES_PER_PIXEL_WITH_OPACITY = 12;

    private WebpDecoder() {}

    /** @throws Problem if the sink has no room for it */
    static void read(ImageInputStream in, GiveUp giveUp, RowSink sink)
            throws IOException, Problem, InterruptedException {
        WebpChunks chunks = WebpChunks.read(in, sink);
        if (chunks.frame() < 0) {
            new ReaderDecoder(PictureKind.WEBP, in, giveUp, sink).read(chunks.orientation(), chunks.animated());
            return;
        }
        if (chunks.frame() + chunks.frameBytes() > in.length()) {
            throw new EOFException("ends within its pixels");
        }
        int[] size = size(in, chunks);
        long pixels = (long) size[0] * size[1];
        SampleLayout layout =
                new SampleLayout(size[0], size[1], 3, chunks.opacity(), false, chunks.orientation(), false);
        int each = chunks.opacity() ? BYTES_PER_PIXEL_WITH_OPACITY : BYTES_PER_PIXEL;
        sink.begin(layout, pixels * each + chunks.frameBytes());
        byte[] data = new byte[(int) chunks.frameBytes()];
        in.seek(chunks.frame());
        in.readFully(data);
        Vp8Frame frame = new Vp8Frame(data);
        frame.decode(sink::checkWanted);
        Raster opacity = chunks.opacity() ? opacity(in, giveUp, sink) : null;
        for (int y = 0; y < size[0]; y++) {
            frame.row(y, sink.planes());
            if (opacity != null) {
                opacity.getSamples(0, y, size[1], 1, opacity.getNumBands() - 1, sink.planes()[3]);
            }
            sink.add(y);
        }
    }

    /** @return height and width, before there is room for more than these */
    private static int[] size(ImageInputStream in, WebpChunks chunks) throws IOException {
        byte[] head = new byte[10];
        in.seek(chunks.frame());
        in.readFully(head);
        int width = (head[6] & 0xFF) | (head[7] & 0x3F) << 8;
        int height = (head[8] & 0xFF) | (head[9] & 0x3F) << 8;
        if (width == 0 || height == 0) {
            throw new IOException("no pixels");
        }
        return new int[] {height, width};
    }

    private static Raster opacity(ImageInputStream in, GiveUp giveUp, RowSink sink) throws IOException {
        ImageReader reader = ImageReaders.of(PictureKind.WEBP);
        try {
            in.seek(0);
            reader.setInput(in, false, true);
            reader.addIIOReadProgressListener(giveUp);
            Raster all = reader.read(0).getRaster();
            sink.checkWanted();
            return all;
        } finally {
            reader.dispose();
        }
    }
}
