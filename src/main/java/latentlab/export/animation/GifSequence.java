package latentlab.export.animation;

import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An animated GIF that loops for ever, written frame by frame. Each frame after the first holds only the rectangle that
 * differs from the frame before, and in it only the pixels that differ; the rest is transparent and stays. The colour
 * that stands for it is one that the frame does not need, so that all 256 can be seen. Frames that do not differ at all
 * are written too, one pixel large, so that every frame has its time.
 *
 * <p>By hand, because ImageIO's writer takes four times as long for the first animation after the start, which is most
 * users' only one. Format: "Graphics Interchange Format, Version 89a", CompuServe 1990; the loop is Netscape's
 * extension of it.
 */
final class GifSequence {
    private static final int EXTENSION = 0x21;
    private static final int GRAPHIC_CONTROL = 0xF9;
    private static final int APPLICATION = 0xFF;
    private static final int COMMENT = 0xFE;
    private static final int IMAGE = 0x2C;
    private static final int TRAILER = 0x3B;
    /** A global table of 256 colours, eight bits deep. */
    private static final int GLOBAL_TABLE = 0x80 | 0x70 | 0x07;
    /** The frame stays when the next is drawn over it. */
    private static final int KEEP = 1 << 2;

    private static final int OPAQUE = -1;
    private static final int COLOURS = 256;
    private static final int MOST_OF_A_BLOCK = 255;

    private final OutputStream out;
    private final int width;
    private final int height;
    private final int hundredths;
    private final LzwEncoder encoder = new LzwEncoder();
    private final byte[] shown;
    private final byte[] part;
    private boolean first = true;

    /**
     * @param width of the animation in pixels, at most 65535
     * @param height of the animation in pixels, at most 65535
     * @param palette of 256 colours
     * @param hundredths time of a frame in hundredths of a second, 1 to 65535
     */
    GifSequence(OutputStream out, int width, int height, IndexColorModel palette, int hundredths) throws IOException {
        this.out = out;
        this.width = width;
        this.height = height;
        this.hundredths = hundredths;
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

    /** @param pixels shape [height, width], row by row, indices of the palette */
    void add(byte[] pixels) throws IOException {
        if (first) {
            write(pixels, 0, 0, width, height, OPAQUE);
            first = false;
        } else {
            addDifference(pixels);
        }
        System.arraycopy(pixels, 0, shown, 0, shown.length);
    }

    private void addDifference(byte[] pixels) throws IOException {
        ChangedPart changed = ChangedPart.of(width, height, y -> firstChange(pixels, y), y -> lastChange(pixels, y));
        int left = changed.left();
        int top = changed.top();
        int columns = changed.columns();
        int rows = changed.rows();
        int transparent = unused(pixels, left, top, columns, rows);
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                int at = (top + y) * width + left + x;
                boolean stays = transparent != OPAQUE && pixels[at] == shown[at];
                part[y * columns + x] = stays ? (byte) transparent : pixels[at];
            }
        }
        write(part, left, top, columns, rows, transparent);
    }

    /** @return a colour that what has changed can do without; {@link #OPAQUE} if it needs them all */
    private int unused(byte[] pixels, int left, int top, int columns, int rows) {
        boolean[] used = new boolean[COLOURS];
        for (int y = top; y < top + rows; y++) {
            for (int at = y * width + left; at < y * width + left + columns; at++) {
                used[pixels[at] & 0xFF] |= pixels[at] != shown[at];
            }
        }
        int colour = COLOURS - 1;
        while (colour >= 0 && used[colour]) {
            colour--;
        }
        return colour;
    }

    private int firstChange(byte[] pixels, int y) {
        int row = y * width;
        return Arrays.mismatch(pixels, row, row + width, shown, row, row + width);
    }

    private int lastChange(byte[] pixels, int y) {
        int last = width - 1;
        while (pixels[y * width + last] == shown[y * width + last]) {
            last--;
        }
        return last;
    }

    private void write(byte[] pixels, int left, int top, int columns, int rows, int transparent) throws IOException {
        out.write(EXTENSION);
        out.write(GRAPHIC_CONTROL);
        out.write(4);
        out.write(transparent == OPAQUE ? KEEP : KEEP | 1);
        writeShort(hundredths);
        out.write(Math.max(0, transparent));
        out.write(0);
        out.write(IMAGE);
        writeShort(left);
        writeShort(top);
        writeShort(columns);
        writeShort(rows);
        out.write(0); // the global table, not interlaced
        encoder.encode(pixels, columns * rows, out);
    }

    /** A note that no player shows. @param text of ASCII letters */
    void comment(String text) throws IOException {
        byte[] letters = text.getBytes(StandardCharsets.US_ASCII);
        out.write(EXTENSION);
        out.write(COMMENT);
        for (int from = 0; from < letters.length; from += MOST_OF_A_BLOCK) {
            int length = Math.min(MOST_OF_A_BLOCK, letters.length - from);
            out.write(length);
            out.write(letters, from, length);
        }
        out.write(0);
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
