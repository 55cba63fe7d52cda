package latentlab.data.pictures.coding;

import java.io.EOFException;
import java.io.IOException;
import javax.imageio.stream.ImageInputStream;

/**
 * Where the first picture of a GIF file lies on its canvas, of which it may be a part.
 *
 * @param height rows of the canvas, at least as many as the picture has below its top; likewise {@code width}
 * @param background colour of the canvas, 0xRRGGBB
 * @param several whether another picture follows
 */
record GifFrame(int height, int width, int top, int left, int background, boolean several) {
    private static final int IMAGE = 0x2C;
    private static final int EXTENSION = 0x21;

    /** @throws IOException if there is no picture in it */
    static GifFrame read(ImageInputStream in, RowSink sink) throws IOException {
        in.seek(6);
        int width = word(in);
        int height = word(in);
        int flags = in.readUnsignedByte();
        int background = background(in, flags, in.readUnsignedByte());
        GifFrame first = null;
        while (true) {
            sink.checkWanted();
            int block = in.read();
            if (block == IMAGE && first != null) {
                return new GifFrame(first.height, first.width, first.top, first.left, background, true);
            } else if (block == IMAGE) {
                first = picture(in, height, width, background);
            } else if (block == EXTENSION) {
                in.skipBytes(1);
            } else if (first != null) {
                return first;
            } else if (block < 0) {
                throw new EOFException("no picture");
            } else if (block != 0) {
                throw new IOException("block " + block);
            }
            if (block != 0) {
                skipBlocks(in, sink);
            }
        }
    }

    private static GifFrame picture(ImageInputStream in, int height, int width, int background) throws IOException {
        int left = word(in);
        int top = word(in);
        int right = left + word(in);
        int bottom = top + word(in);
        skipColours(in, in.readUnsignedByte());
        in.skipBytes(1);
        return new GifFrame(Math.max(height, bottom), Math.max(width, right), top, left, background, false);
    }

    /**
     * Reads on to the end of the canvas's colours.
     *
     * @return the one with an index, 0xRRGGBB; black where there is no such colour
     */
    private static int background(ImageInputStream in, int flags, int index) throws IOException {
        in.skipBytes(1);
        long colours = in.getStreamPosition();
        int background = 0;
        if (flags >= 128 && index < 2 << flags % 8) {
            in.seek(colours + 3L * index);
            background = in.readUnsignedByte() << 16 | in.readUnsignedByte() << 8 | in.readUnsignedByte();
        }
        in.seek(colours);
        skipColours(in, flags);
        return background;
    }

    /** @param flags of which the highest says whether there is a table of colours, and the lowest three how long */
    private static void skipColours(ImageInputStream in, int flags) throws IOException {
        if (flags >= 128) {
            in.seek(in.getStreamPosition() + (3L << 1 + flags % 8));
        }
    }

    private static void skipBlocks(ImageInputStream in, RowSink sink) throws IOException {
        for (int length = in.read(); length > 0; length = in.read()) {
            sink.checkWanted();
            in.seek(in.getStreamPosition() + length);
        }
    }

    private static int word(ImageInputStream in) throws IOException {
        return in.readUnsignedByte() | in.readUnsignedByte() << 8;
    }
}
