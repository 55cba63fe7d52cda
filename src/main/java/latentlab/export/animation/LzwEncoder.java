package latentlab.export.animation;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * LZW as GIF has it, for pixels of eight bits: codes grow from nine to twelve bits and start anew when all are used up.
 * T. Welch, "A Technique for High-Performance Data Compression", 1984; GIF89a specification, appendix F.
 */
final class LzwEncoder {
    private static final int PIXEL_BITS = 8;
    private static final int CLEAR = 1 << PIXEL_BITS;
    private static final int END = CLEAR + 1;
    private static final int MAX_CODES = 1 << 12;
    private static final int MAX_BLOCK = 255;
    private static final int PLACE_BITS = 14;
    private static final int CODE_BITS = 12;

    /**
     * Strings that have a code, hashed, as {@code s << 20 | p << 12 | code}: string {@code s} continued with pixel
     * {@code p}; 0 where there is none. Small enough for the processor's nearest caches, since it is looked into for
     * every pixel.
     */
    private final int[] strings = new int[1 << PLACE_BITS];

    private final byte[] block = new byte[1 + MAX_BLOCK];
    private int blockLength;
    private int bits;
    private int bitCount;

    /** Writes {@code length} pixels as the image data of one frame: code size, blocks, terminator. */
    void encode(byte[] pixels, int length, OutputStream out) throws IOException {
        out.write(PIXEL_BITS);
        int width = PIXEL_BITS + 1;
        int free = END + 1;
        Arrays.fill(strings, 0);
        put(CLEAR, width, out);
        int string = pixels[0] & 0xFF;
        for (int i = 1; i < length; i++) {
            int pixel = pixels[i] & 0xFF;
            int longer = string << PIXEL_BITS | pixel;
            int place = place(longer);
            if (strings[place] != 0) {
                string = strings[place] & (1 << CODE_BITS) - 1;
                continue;
            }
            put(string, width, out);
            string = pixel;
            if (free < MAX_CODES) {
                // The decoder learns a code one step later, so that the width grows only once this one is in use.
                if (free == 1 << width) {
                    width++;
                }
                strings[place] = longer << CODE_BITS | free++;
            } else {
                put(CLEAR, width, out);
                Arrays.fill(strings, 0);
                width = PIXEL_BITS + 1;
                free = END + 1;
            }
        }
        put(string, width, out);
        if (free == 1 << width && width < 12) {
            width++;
        }
        put(END, width, out);
        flush(out);
    }

    /** @return where a string is, or would be */
    private int place(int string) {
        int place = string * 0x9E3779B1 >>> Integer.SIZE - PLACE_BITS;
        while (strings[place] != 0 && strings[place] >>> CODE_BITS != string) {
            place = place + 1 & strings.length - 1;
        }
        return place;
    }

    private void put(int code, int width, OutputStream out) throws IOException {
        bits |= code << bitCount;
        bitCount += width;
        while (bitCount >= 8) {
            putByte(bits, out);
            bits >>>= 8;
            bitCount -= 8;
        }
    }

    private void putByte(int value, OutputStream out) throws IOException {
        block[++blockLength] = (byte) value;
        if (blockLength == MAX_BLOCK) {
            putBlock(out);
        }
    }

    private void putBlock(OutputStream out) throws IOException {
        block[0] = (byte) blockLength;
        out.write(block, 0, 1 + blockLength);
        blockLength = 0;
    }

    private void flush(OutputStream out) throws IOException {
        if (bitCount > 0) {
            putByte(bits, out);
        }
        bits = 0;
        bitCount = 0;
        if (blockLength > 0) {
            putBlock(out);
        }
        out.write(0);
    }
}
