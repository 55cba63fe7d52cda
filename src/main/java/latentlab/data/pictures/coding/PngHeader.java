package latentlab.data.pictures.coding;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.stream.ImageInputStream;

/**
 * What comes with a PNG's pixels and is needed for them; all else is skipped, damaged or not.
 *
 * @param bits of a sample: 1, 2, 4, 8 or 16
 * @param type 0 grey, 2 RGB, 3 palette, 4 grey with opacity, 6 RGB with opacity
 * @param palette its colours, three bytes each; null unless it is needed
 * @param clear what is transparent: opacities of the palette's colours, or one colour of two bytes a sample; null if
 *     nothing is
 */
record PngHeader(
        int height,
        int width,
        int bits,
        int type,
        boolean interlaced,
        byte[] palette,
        byte[] clear,
        Orientation orientation,
        boolean animated,
        Chunk firstPixels) {
    static final int IDAT = 0x49444154;
    private static final int IHDR = 0x49484452;
    private static final int PLTE = 0x504C5445;
    private static final int TRNS = 0x74524E53;
    private static final int EXIF = 0x65584966;
    private static final int ANIMATION = 0x6163544C;
    private static final int IEND = 0x49454E44;
    private static final int SIGNATURE = 8;
    private static final int LARGEST_PALETTE = 3 * 256;

    /** @param start of its content in the file, in bytes */
    record Chunk(long start, long length) {}

    /** @throws IOException if it does not make sense */
    static PngHeader read(ImageInputStream in, RowSink sink) throws IOException {
        in.seek(SIGNATURE);
        byte[] main = null;
        byte[] palette = null;
        byte[] clear = null;
        Orientation orientation = Orientation.UPRIGHT;
        boolean animated = false;
        Chunk pixels = null;
        byte[] head = new byte[8];
        for (int kind = 0; kind != IEND && fill(in, head); ) {
            sink.checkWanted();
            long length = number(head, 0) & 0xFFFFFFFFL;
            kind = number(head, 4);
            if (!named(kind)) {
                // A file of zeros would be hundreds of millions of empty chunks; after the pixels nothing is missed.
                break;
            }
            long start = in.getStreamPosition();
            switch (kind) {
                case IHDR -> main = main == null ? content(in, head, length, 13) : main;
                case PLTE -> palette = main != null && main[9] == 3 ? content(in, head, length, LARGEST_PALETTE) : null;
                case TRNS -> clear = pixels == null && length <= 256 ? bytes(in, (int) length) : clear;
                case EXIF -> orientation = TiffTags.read(in, start, length).orientation();
                case ANIMATION -> animated = true;
                case IDAT -> pixels = pixels == null ? new Chunk(start, length) : pixels;
                default -> {}
            }
            in.seek(start + length + 4);
        }
        if (main == null || main.length != 13 || pixels == null) {
            throw new EOFException("no pixels");
        }
        PngHeader header = new PngHeader(
                number(main, 4),
                number(main, 0),
                main[8],
                main[9],
                main[12] == 1,
                palette,
                clear,
                orientation,
                animated,
                pixels);
        header.check(main);
        return header;
    }

    /** Whether it is four letters. */
    private static boolean named(int kind) {
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            int letter = kind >> shift & 0xDF;
            if (letter < 'A' || letter > 'Z') {
                return false;
            }
        }
        return true;
    }

    private void check(byte[] main) throws IOException {
        boolean depth =
                switch (type) {
                    case 0 -> bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 16;
                    case 3 -> bits == 1 || bits == 2 || bits == 4 || bits == 8;
                    case 2, 4, 6 -> bits == 8 || bits == 16;
                    default -> false;
                };
        if (!depth || height < 1 || width < 1 || main[10] != 0 || main[11] != 0 || main[12] < 0 || main[12] > 1) {
            throw new IOException("a header that makes no sense");
        }
        if (type == 3 && (palette == null || palette.length < 3)) {
            throw new IOException("no palette");
        }
    }

    SampleLayout layout() {
        boolean opacity = type >= 4 || clear != null && clear.length > 0;
        return new SampleLayout(height, width, type == 0 || type == 4 ? 1 : 3, opacity, false, orientation, animated);
    }

    /** Samples of a pixel in the file. */
    int samples() {
        return switch (type) {
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 1;
        };
    }

    /** Bytes from a pixel to the next, at least 1. */
    int pixelBytes() {
        return Math.max(1, samples() * bits / 8);
    }

    /** @return bytes of so many pixels of a row */
    long rowBytes(int columns) {
        return ((long) columns * samples() * bits + 7) / 8;
    }

    /** @return what a chunk without which there is no picture holds, whose checksum must be right */
    private static byte[] content(ImageInputStream in, byte[] head, long length, int most) throws IOException {
        if (length > most) {
            throw new IOException("a chunk of " + length + " bytes");
        }
        byte[] content = bytes(in, (int) length);
        CRC32 sum = new CRC32();
        sum.update(head, 4, 4);
        sum.update(content);
        if ((int) sum.getValue() != number(bytes(in, 4), 0)) {
            throw new IOException("a damaged " + new String(head, 4, 4, StandardCharsets.ISO_8859_1));
        }
        return content;
    }

    private static byte[] bytes(ImageInputStream in, int length) throws IOException {
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }

    /** @return false if the file ends before */
    static boolean fill(ImageInputStream in, byte[] bytes) throws IOException {
        for (int got = 0; got < bytes.length; ) {
            int some = in.read(bytes, got, bytes.length - got);
            if (some < 0) {
                return false;
            }
            got += some;
        }
        return true;
    }

    /** @return four bytes, the highest first */
    static int number(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 24
                | (bytes[at + 1] & 0xFF) << 16
                | (bytes[at + 2] & 0xFF) << 8
                | bytes[at + 3] & 0xFF;
    }
}
