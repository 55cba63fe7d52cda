package latentlab.data.pictures.coding.vp8;

import java.io.EOFException;
import java.io.IOException;

/** What a picture says before its blocks: how coarse they are, in up to four segments, and how likely their tokens. */
final class Vp8Header {
    private static final int SEGMENTS = 4;

    final int width;
    final int height;
    final Vp8Bits modes;
    final Vp8Bits[] tokens;
    final boolean segmentMap;
    final int[] segmentProbabilities = {255, 255, 255};
    final boolean simpleFilter;
    final int sharpness;
    /** By segment, and whether a block is coded in small ones: 0 to 63. */
    final int[][] filterLevels = new int[SEGMENTS][2];
    /** By segment: steps of light, of its means and of colour, each of the first coefficient and of the others. */
    final int[][] steps = new int[SEGMENTS][];

    final int[] probabilities = Vp8Tables.TOKENS.clone();
    /** That a block has coefficients, in 256ths; -1 when all of them do. */
    final int skip;

    /** @throws IOException if it is no picture that stands for itself */
    Vp8Header(byte[] data) throws IOException {
        if (data.length < 10) {
            throw new EOFException("no header");
        }
        int tag = number(data, 0, 3);
        if ((tag & 1) != 0 || number(data, 3, 3) != 0x2A019D) {
            throw new IOException("no key frame");
        }
        width = number(data, 6, 2) & 0x3FFF;
        height = number(data, 8, 2) & 0x3FFF;
        int first = tag >> 5;
        if (10L + first > data.length || width == 0 || height == 0) {
            throw new EOFException("ends within its header");
        }
        modes = new Vp8Bits(data, 10, first);
        modes.number(2);
        boolean segments = modes.flag();
        segmentMap = segments && modes.flag();
        boolean absolute = false;
        int[] segmentSteps = new int[SEGMENTS];
        int[] segmentLevels = new int[SEGMENTS];
        if (segments && modes.flag()) {
            absolute = modes.flag();
            fill(segmentSteps, 7);
            fill(segmentLevels, 6);
        }
        for (int i = 0; segmentMap && i < segmentProbabilities.length; i++) {
            segmentProbabilities[i] = modes.flag() ? modes.number(8) : 255;
        }
        simpleFilter = modes.flag();
        int level = modes.number(6);
        sharpness = modes.number(3);
        int[] references = new int[4];
        int[] kinds = new int[4];
        boolean adjusted = modes.flag();
        if (adjusted && modes.flag()) {
            fill(references, 6);
            fill(kinds, 6);
        }
        for (int i = 0; i < SEGMENTS; i++) {
            int own = absolute ? segmentLevels[i] : level + segmentLevels[i];
            // Nothing is filtered where the picture's own level is zero.
            filterLevels[i][0] = level == 0 ? 0 : clamp(own + (adjusted ? references[0] : 0), 63);
            filterLevels[i][1] = level == 0 ? 0 : clamp(own + (adjusted ? references[0] + kinds[0] : 0), 63);
        }
        tokens = partitions(data, 10 + first, 1 << modes.number(2));
        steps(segmentSteps, absolute);
        modes.flag();
        for (int i = 0; i < probabilities.length; i++) {
            if (modes.bit(Vp8Tables.TOKENS_STAY[i]) == 1) {
                probabilities[i] = modes.number(8);
            }
        }
        skip = modes.flag() ? modes.number(8) : -1;
    }

    private void fill(int[] values, int bits) throws EOFException {
        for (int i = 0; i < values.length; i++) {
            values[i] = modes.perhaps(bits);
        }
    }

    private static Vp8Bits[] partitions(byte[] data, int sizes, int count) throws IOException {
        Vp8Bits[] partitions = new Vp8Bits[count];
        int start = sizes + 3 * (count - 1);
        for (int i = 0; i < count; i++) {
            if (start > data.length) {
                throw new EOFException("ends within its header");
            }
            int left = data.length - start;
            int length = i < count - 1 ? number(data, sizes + 3 * i, 3) : left;
            if (length > left) {
                throw new EOFException("ends within its pixels");
            }
            partitions[i] = new Vp8Bits(data, start, length);
            start += length;
        }
        return partitions;
    }

    private void steps(int[] segmentSteps, boolean absolute) throws EOFException {
        int common = modes.number(7);
        int[] deltas = new int[5];
        fill(deltas, 4);
        for (int i = 0; i < SEGMENTS; i++) {
            int index = absolute ? segmentSteps[i] : common + segmentSteps[i];
            steps[i] = new int[] {
                Vp8Tables.FIRST_STEPS[clamp(index + deltas[0], 127)],
                Vp8Tables.STEPS[clamp(index, 127)],
                2 * Vp8Tables.FIRST_STEPS[clamp(index + deltas[1], 127)],
                Math.max(8, Vp8Tables.STEPS[clamp(index + deltas[2], 127)] * 155 / 100),
                Math.min(132, Vp8Tables.FIRST_STEPS[clamp(index + deltas[3], 127)]),
                Vp8Tables.STEPS[clamp(index + deltas[4], 127)]
            };
        }
    }

    private static int clamp(int value, int most) {
        return Math.clamp(value, 0, most);
    }

    /** @return a number of some bytes, the lowest first */
    private static int number(byte[] data, int at, int bytes) throws EOFException {
        int number = 0;
        for (int i = 0; i < bytes; i++) {
            if (at + i >= data.length) {
                throw new EOFException("ends within its header");
            }
            number |= (data[at + i] & 0xFF) << 8 * i;
        }
        return number;
    }
}
