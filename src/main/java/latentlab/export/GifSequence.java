package latentlab.export;

import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An animated GIF that loops for ever, written frame by frame. Each frame after the first holds only the rectangle that
 * differs from the frame before, and in it only the pixels that differ; the rest is transparent and stays. Frames that
 * do not differ at all are written too, one pixel large, so that every frame has its time.
 *
 * <p>By hand, because ImageIO's writer takes four times as long for the first animation after the start, which is most
 * users' only one. Format: "Graphics Interchange Format, Version 89a", CompuServe 1990; the loop is Netscape's
 * extension of it.
 */
final class GifSequence {
    private static final int EXTENSION = 0x21;
    private static final int GRAPHIC_CONTROL = 0xF9;
    private static final int APPLICATION = 0xFF;
    private static final int IMAGE = 0x2C;
    private static final int TRAILER = 0x3B;
    /** A global table of 256 colours, eight bits deep. */
    private static final int GLOBAL_TABLE = 0x80 | 0x70 | 0x07;
    /** The frame stays when the next is drawn over it, and has a transparent colour. */
    private static final int KEEP_TRANSPARENT = 1 << 2 | 1;

    private final OutputStream out;
    private final int width;
    private final int height;
    private final byte transparent;
    private final int hundredths;
    private final LzwEncoder encoder = new LzwEncoder();
    private final byte[] shown;
    private final byte[] part;
    private boolean first = true;

    /**
     * @param width of the animation in pixels, at most 65535
     * @param height of the animation in pixels, at most 65535
     * @param palette of 256 colours, one of them transparent
     * @param hundredths time of a frame in hundredths of a second, 1 to 65535
     */
    GifSequence(OutputStream out, int width, int height, IndexColorModel palette, int hundredths) throws IOException {
        this.out = out;
        this.width = width;
        this.height = height;
        this.hundredths = hundredths;
        transparent = (byte) palette.getTransparentPixel();
        shown = new byte[width * height];
        part = new byte[width * height];
        writeHeader(palette);
    }

    private void writeHeader(IndexColorModel palette) throws IOException {
        out.write("GIF89a".getBytes(StandardCharsets.US_ASCII));
        writeShort(width);
        writeShort(height);
        out.write(GLOBAL_TABLE);
        out.write(0); // background colour: every pixel is painted
        out.write(0); // square pixels
        for (int i = 0; i < 256; i++) {
            out.write(palette.getRed(i));
            out.write(palette.getGreen(i));
            out.write(palette.getBlue(i));
        }
        out.write(EXTENSION);
        out.write(APPLICATION);
        out.write(11);
        out.write("NETSCAPE2.0".getBytes(StandardCharsets.US_ASCII));
        out.write(3);
        out.write(1);
        writeShort(0); // for ever
        out.write(0);
    }

    /** @param pixels shape [height, width], row by row, indices of the palette, none of them transparent */
    void add(byte[] pixels) throws IOException {
        if (first) {
            write(pixels, 0, 0, width, height);
            first = false;
        } else {
            addDifference(pixels);
        }
        System.arraycopy(pixels, 0, shown, 0, shown.length);
    }

    private void addDifference(byte[] pixels) throws IOException {
        int top = 0;
        while (top < height - 1 && sameRow(pixels, top)) {
            top++;
        }
        int bottom = height - 1;
        while (bottom > top && sameRow(pixels, bottom)) {
            bottom--;
        }
        int left = width - 1;
        int right = 0;
        for (int y = top; y <= bottom; y++) {
            int row = y * width;
            int at = Arrays.mismatch(pixels, row, row + width, shown, row, row + width);
            if (at >= 0) {
                left = Math.min(left, at);
                int last = width - 1;
                while (pixels[row + last] == shown[row + last]) {
                    last--;
                }
                right = Math.max(right, last);
            }
        }
        int columns = Math.max(1, right - left + 1);
        int rows = bottom - top + 1;
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                int at = (top + y) * width + left + x;
                part[y * columns + x] = pixels[at] == shown[at] ? transparent : pixels[at];
            }
        }
        write(part, left, top, columns, rows);
    }

    private boolean sameRow(byte[] pixels, int y) {
        int from = y * width;
        return Arrays.equals(pixels, from, from + width, shown, from, from + width);
    }

    private void write(byte[] pixels, int left, int top, int columns, int rows) throws IOException {
        out.write(EXTENSION);
        out.write(GRAPHIC_CONTROL);
        out.write(4);
        out.write(KEEP_TRANSPARENT);
        writeShort(hundredths);
        out.write(transparent);
        out.write(0);
        out.write(IMAGE);
        writeShort(left);
        writeShort(top);
        writeShort(columns);
        writeShort(rows);
        out.write(0); // the global table, not interlaced
        encoder.encode(pixels, columns * rows, out);
    }

    private void writeShort(int value) throws IOException {
        out.write(value);
        out.write(value >> 8);
    }

    /** Ends the file; without it, it is not whole. */
    void finish() throws IOException {
        out.write(TRAILER);
    }
}
