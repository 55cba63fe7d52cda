package latentlab.data.pictures.coding.vp8;

/** Turns the coefficients of small blocks into what is added to their guess, as RFC 6386 has it in section 14. */
final class Vp8Transform {
    private static final int SINE = 35_468;
    private static final int COSINE_LESS_ONE = 20_091;

    private Vp8Transform() {}

    /**
     * @param means of sixteen small blocks, as coefficients
     * @param blocks whose first coefficients they become, sixteen apart
     */
    static void means(int[] means, int[] blocks) {
        int[] half = new int[16];
        for (int i = 0; i < 4; i++) {
            int outer = means[i] + means[12 + i];
            int inner = means[4 + i] + means[8 + i];
            int innerDifference = means[4 + i] - means[8 + i];
            int outerDifference = means[i] - means[12 + i];
            half[i] = outer + inner;
            half[4 + i] = innerDifference + outerDifference;
            half[8 + i] = outer - inner;
            half[12 + i] = outerDifference - innerDifference;
        }
        for (int i = 0; i < 16; i += 4) {
            int outer = half[i] + half[i + 3];
            int inner = half[i + 1] + half[i + 2];
            int innerDifference = half[i + 1] - half[i + 2];
            int outerDifference = half[i] - half[i + 3];
            blocks[16 * i] = outer + inner + 3 >> 3;
            blocks[16 * (i + 1)] = innerDifference + outerDifference + 3 >> 3;
            blocks[16 * (i + 2)] = outer - inner + 3 >> 3;
            blocks[16 * (i + 3)] = outerDifference - innerDifference + 3 >> 3;
        }
    }

    /** Adds a block's waves to the pixels at a place. */
    static void add(int[] blocks, int first, Vp8Plane plane, int place) {
        int[] half = new int[16];
        for (int i = 0; i < 4; i++) {
            waves(blocks, first + i, 4, half, i, 4, 0, 0);
        }
        int[] row = new int[4];
        for (int y = 0; y < 4; y++) {
            waves(half, 4 * y, 1, row, 0, 1, 4, 3);
            for (int x = 0; x < 4; x++) {
                int pixel = place + y * plane.stride + x;
                plane.set(pixel, plane.get(pixel) + row[x]);
            }
        }
    }

    private static void waves(
            int[] from, int start, int step, int[] to, int target, int targetStep, int rounding, int shift) {
        int first = from[start];
        int second = from[start + step];
        int third = from[start + 2 * step];
        int fourth = from[start + 3 * step];
        int even = first + third;
        int evenDifference = first - third;
        int odd = cosine(second) + sine(fourth);
        int oddDifference = sine(second) - cosine(fourth);
        to[target] = even + odd + rounding >> shift;
        to[target + targetStep] = evenDifference + oddDifference + rounding >> shift;
        to[target + 2 * targetStep] = evenDifference - oddDifference + rounding >> shift;
        to[target + 3 * targetStep] = even - odd + rounding >> shift;
    }

    private static int sine(int value) {
        return value * SINE >> 16;
    }

    private static int cosine(int value) {
        return value + (value * COSINE_LESS_ONE >> 16);
    }
}
