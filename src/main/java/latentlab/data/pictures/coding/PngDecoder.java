package latentlab.data.pictures.coding;

import java.io.EOFException;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import javax.imageio.stream.ImageInputStream;
import latentlab.text.Problem;

/**
 * Reads PNG, in every depth and interlaced or not, one row at a time. By hand, because ImageIO's reader keeps all of a
 * picture, takes twice as long for small ones, and gives up at chunks that have nothing to do with the pixels.
 *
 * <p>Gamma and colour profiles are not heeded: values are those in the file. The pixels bear a checksum of their own,
 * so that the one of their chunks is not looked at.
 */
public final class PngDecoder {
    private static final int BUFFER = 1 << 15;
    /** Of each pass over an interlaced picture: first row, first column, rows and columns to the next. */
    private static final int[][] PASSES = {
        {0, 0, 8, 8}, {0, 4, 8, 8}, {4, 0, 8, 4}, {0, 2, 4, 4}, {2, 0, 4, 2}, {0, 1, 2, 2}, {1, 0, 2, 1}
    };

    private final ImageInputStream in;
    private final RowSink sink;
    private final PngHeader header;
    private final Inflater inflater = new Inflater();
    private final byte[] packed;
    /** Unpacked bytes that come next, from {@code next} to {@code end}: many small rows at once. */
    private final byte[] unpacked;

    private int next;
    private int end;
    /** Bytes of the current chunk of pixels that have not been read yet. */
    private long left;

    private PngDecoder(ImageInputStream in, PngHeader header, RowSink sink) {
        this.in = in;
        this.header = header;
        this.sink = sink;
        unpacked = new byte[(int) Math.min(BUFFER, header.height() * (1 + header.rowBytes(header.width())))];
        packed = new byte[(int) Math.min(BUFFER, header.firstPixels().length() + 1)];
    }

    /**
     * @throws Problem if the sink has no room for it
     * @throws IOException if it is no PNG, or a broken one
     */
    public static void read(ImageInputStream in, RowSink sink) throws IOException, Problem, InterruptedException {
        PngHeader header = PngHeader.read(in, sink);
        sink.begin(header.layout(), 2 * header.rowBytes(header.width()) + 2 * BUFFER);
        PngDecoder decoder = new PngDecoder(in, header, sink);
        try {
            decoder.read();
        } finally {
            decoder.inflater.end();
        }
    }

    private void read() throws IOException {
        in.seek(header.firstPixels().start());
        left = header.firstPixels().length();
        if (header.interlaced()) {
            for (int[] pass : PASSES) {
                int rows = Math.ceilDiv(Math.max(0, header.height() - pass[0]), pass[2]);
                int columns = Math.ceilDiv(Math.max(0, header.width() - pass[1]), pass[3]);
                if (columns > 0) {
                    rows(pass, rows, columns);
                }
            }
        } else {
            rows(new int[] {0, 0, 1, 1}, header.height(), header.width());
        }
        // What comes after the last row is the checksum.
        for (next = end; !inflater.finished() && unpacked() > 0; next = end) {
            sink.checkWanted();
        }
    }

    private void rows(int[] pass, int rows, int columns) throws IOException {
        int bytes = (int) header.rowBytes(columns);
        byte[] row = new byte[bytes + 1];
        byte[] above = new byte[bytes + 1];
        PngPixels pixels = new PngPixels(header, columns, sink.planes());
        for (int y = 0; y < rows; y++) {
            for (int got = 0; got < row.length; ) {
                int some = Math.min(row.length - got, unpacked());
                if (some == 0) {
                    throw new EOFException("ends in row " + y);
                }
                System.arraycopy(unpacked, next, row, got, some);
                next += some;
                got += some;
            }
            PngFilter.undo(row, above, header.pixelBytes());
            pixels.unpack(row);
            if (header.interlaced()) {
                sink.add(pass[0] + y * pass[2], pass[1], pass[3], columns);
            } else {
                sink.add(y);
            }
            byte[] swap = above;
            above = row;
            row = swap;
        }
    }

    /** @return how many bytes there are from {@code next} on; 0 at the end of them */
    private int unpacked() throws IOException {
        try {
            while (next == end && !inflater.finished()) {
                next = 0;
                end = inflater.inflate(unpacked);
                if (end == 0 && inflater.needsDictionary()) {
                    throw new IOException("a dictionary");
                }
                if (end == 0 && inflater.needsInput()) {
                    fill();
                }
            }
            return end - next;
        } catch (DataFormatException e) {
            throw new IOException(e);
        }
    }

    /** Gives the next piece of packed pixels to be unpacked. */
    private void fill() throws IOException {
        while (left == 0) {
            in.skipBytes(4);
            byte[] head = new byte[8];
            if (!PngHeader.fill(in, head) || PngHeader.number(head, 4) != PngHeader.IDAT) {
                throw new EOFException("ends within its pixels");
            }
            left = PngHeader.number(head, 0) & 0xFFFFFFFFL;
        }
        int some = in.read(packed, 0, (int) Math.min(left, packed.length));
        if (some < 0) {
            throw new EOFException("ends within its pixels");
        }
        left -= some;
        inflater.setInput(packed, 0, some);
    }
}
