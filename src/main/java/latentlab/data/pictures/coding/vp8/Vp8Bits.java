package latentlab.data.pictures.coding.vp8;

import java.io.EOFException;

/** VP8's arithmetic coding: bits that take the less room the likelier they are. */
final class Vp8Bits {
    /** Bits past the end that a whole file may be asked for. */
    private static final int SPARE = 16;

    private final byte[] bytes;
    private final int end;
    private int next;
    private int value;
    private int range = 255;
    private int shifted;

    /** Of a part of some bytes. */
    Vp8Bits(byte[] bytes, int start, int length) throws EOFException {
        this.bytes = bytes;
        next = start;
        end = start + length;
        value = load() << 8;
        value |= load();
    }

    private int load() throws EOFException {
        if (next >= end + SPARE) {
            throw new EOFException("ends within its pixels");
        }
        int loaded = next < end ? bytes[next] & 0xFF : 0;
        next++;
        return loaded;
    }

    /** @param probability that it is 0, in 256ths */
    int bit(int probability) throws EOFException {
        int split = 1 + ((range - 1) * probability >> 8);
        int bit = 0;
        if (value >= split << 8) {
            bit = 1;
            range -= split;
            value -= split << 8;
        } else {
            range = split;
        }
        while (range < 128) {
            value <<= 1;
            range <<= 1;
            if (++shifted == 8) {
                shifted = 0;
                value |= load();
            }
        }
        return bit;
    }

    boolean flag() throws EOFException {
        return bit(128) == 1;
    }

    /** @return a number of so many bits, the highest first */
    int number(int bits) throws EOFException {
        int number = 0;
        for (int i = 0; i < bits; i++) {
            number = number << 1 | bit(128);
        }
        return number;
    }

    /** @return a number with its sign, if there is one, else 0 */
    int perhaps(int bits) throws EOFException {
        if (!flag()) {
            return 0;
        }
        int number = number(bits);
        return flag() ? -number : number;
    }
}
