package latentlab.data.pictures.coding.vp8;

import java.io.EOFException;
import java.util.Arrays;

/** Reads the coefficients of a large block: what its guess has to be corrected by. */
final class Vp8Residuals {
    private static final int LIGHT_WITHOUT_MEANS = 0;
    private static final int MEANS = 1;
    private static final int COLOURS = 2;
    private static final int LIGHT = 3;
    /** Of a large block: four columns or rows of light, two of each colour, and its means. */
    private static final int FLAGS = 9;

    private static final int MEANS_FLAG = 8;

    /** Sixteen coefficients of each of sixteen blocks of light, and of four of each colour. */
    final int[] blocks = new int[24 * 16];

    private final Vp8Header header;
    private final int[] means = new int[16];
    /** Whether the nearest block above, and to the left, had coefficients: 0 or 1. */
    private final int[][] above;

    private int[] left;

    Vp8Residuals(Vp8Header header, int columns) {
        this.header = header;
        above = new int[columns][FLAGS];
    }

    void startRow() {
        left = new int[FLAGS];
    }

    /** A block without any. */
    void none(int column, boolean hasMeans) {
        Arrays.fill(blocks, 0);
        Arrays.fill(above[column], 0, hasMeans ? FLAGS : MEANS_FLAG, 0);
        Arrays.fill(left, 0, hasMeans ? FLAGS : MEANS_FLAG, 0);
    }

    /**
     * @param hasMeans whether the means of its small blocks are coded together
     * @return whether there are any
     */
    boolean read(Vp8Bits bits, int column, int segment, boolean hasMeans) throws EOFException {
        Arrays.fill(blocks, 0);
        int[] steps = header.steps[segment];
        int[] up = above[column];
        if (hasMeans) {
            Arrays.fill(means, 0);
            int any = block(bits, MEANS, up[MEANS_FLAG] + left[MEANS_FLAG], 0, steps[2], steps[3], means, 0);
            up[MEANS_FLAG] = any;
            left[MEANS_FLAG] = any;
            Vp8Transform.means(means, blocks);
        }
        for (int i = 0; i < 16; i++) {
            int kind = hasMeans ? LIGHT_WITHOUT_MEANS : LIGHT;
            int first = hasMeans ? 1 : 0;
            int any = block(bits, kind, up[i % 4] + left[i / 4], first, steps[0], steps[1], blocks, 16 * i);
            up[i % 4] = any;
            left[i / 4] = any;
        }
        for (int i = 0; i < 8; i++) {
            int flags = 4 + i / 4 * 2;
            int x = flags + i % 2;
            int y = flags + i % 4 / 2;
            int any = block(bits, COLOURS, up[x] + left[y], 0, steps[4], steps[5], blocks, 16 * (16 + i));
            up[x] = any;
            left[y] = any;
        }
        return Arrays.stream(blocks).anyMatch(each -> each != 0);
    }

    /** @return 1 if it has coefficients of its own, else 0 */
    private int block(Vp8Bits bits, int kind, int context, int first, int firstStep, int step, int[] target, int start)
            throws EOFException {
        int[] p = header.probabilities;
        int node = node(kind, first, context);
        if (bits.bit(p[node]) == 0) {
            return 0;
        }
        for (int i = first; i < 16; i++) {
            int size = bits.bit(p[node + 1]) == 0 ? 0 : size(bits, p, node);
            if (size > 0) {
                int value = size * (i == 0 ? firstStep : step);
                target[start + Vp8Tables.ZIGZAG[i]] = bits.flag() ? -value : value;
            }
            node = node(kind, i + 1, Math.min(size, 2));
            // A zero is never the last one.
            if (size > 0 && i < 15 && bits.bit(p[node]) == 0) {
                break;
            }
        }
        return 1;
    }

    private static int node(int kind, int place, int context) {
        return ((kind * 8 + Vp8Tables.BANDS[place]) * 3 + context) * 11;
    }

    private static int size(Vp8Bits bits, int[] p, int node) throws EOFException {
        if (bits.bit(p[node + 2]) == 0) {
            return 1;
        }
        if (bits.bit(p[node + 3]) == 0) {
            return bits.bit(p[node + 4]) == 0 ? 2 : 3 + bits.bit(p[node + 5]);
        }
        int large;
        if (bits.bit(p[node + 6]) == 0) {
            large = bits.bit(p[node + 7]);
        } else {
            int high = bits.bit(p[node + 8]);
            large = 2 + 2 * high + bits.bit(p[node + 9 + high]);
        }
        int extra = 0;
        for (int probability : Vp8Tables.EXTRA[large]) {
            extra = 2 * extra + bits.bit(probability);
        }
        return Vp8Tables.EXTRA_FROM[large] + extra;
    }
}
