package latentlab.embedding;

import java.util.Arrays;

/**
 * The discrete Fourier transform of each column of a matrix, {@value #WIDTH} columns at a time: every butterfly
 * combines whole rows, so that vectors need no shuffling. Stockham's autosort with radices 4, 3 and 2 (Van Loan 1992).
 */
final class RowTransform {
    /** Columns of a matrix. */
    static final int WIDTH = 16;

    private final MapKernels kernels;
    private final int rows;
    private final int[] radices;
    private final float[] cos;
    private final float[] sin;

    /** A complex matrix of {@value #WIDTH} columns and a second one to work in: one worker's workspace. */
    static final class Room {
        float[] re;
        float[] im;
        private float[] otherRe;
        private float[] otherIm;

        Room(int rows) {
            re = new float[rows * WIDTH];
            im = new float[rows * WIDTH];
            otherRe = new float[rows * WIDTH];
            otherIm = new float[rows * WIDTH];
        }
    }

    /** @param rows see {@link #smooth} */
    RowTransform(int rows, MapKernels kernels) {
        this.rows = rows;
        this.kernels = kernels;
        int[] factors = new int[32];
        int count = 0;
        int rest = rows;
        for (int radix : new int[] {4, 3, 2}) {
            for (; rest % radix == 0; rest /= radix) {
                factors[count++] = radix;
            }
        }
        radices = Arrays.copyOf(factors, count);
        cos = new float[rows];
        sin = new float[rows];
        for (int i = 0; i < rows; i++) {
            cos[i] = (float) Math.cos(2 * Math.PI * i / rows);
            sin[i] = (float) Math.sin(2 * Math.PI * i / rows);
        }
    }

    /** @return the smallest even number of rows, at least this many, without prime factors above 3 */
    static int smooth(int rows) {
        for (int size = Math.max(2, rows + rows % 2); ; size += 2) {
            int rest = size;
            while (rest % 2 == 0) {
                rest /= 2;
            }
            while (rest % 3 == 0) {
                rest /= 3;
            }
            if (rest == 1) {
                return size;
            }
        }
    }

    int rows() {
        return rows;
    }

    /** Computes the transform: row k becomes the sum over n of row n times e^(-2 pi i n k / rows). */
    void forward(Room room) {
        int parts = rows;
        int step = 1;
        for (int radix : radices) {
            parts /= radix;
            kernels.butterflies(
                    radix, parts, step * WIDTH, step, cos, sin, room.re, room.im, room.otherRe, room.otherIm);
            float[] re = room.re;
            float[] im = room.im;
            room.re = room.otherRe;
            room.im = room.otherIm;
            room.otherRe = re;
            room.otherIm = im;
            step *= radix;
        }
    }

    /** The inverse of {@link #forward}, times the number of rows. */
    void backward(Room room) {
        swap(room);
        forward(room);
        swap(room);
    }

    /** With real and imaginary parts exchanged before and after, a transform becomes its own inverse. */
    private static void swap(Room room) {
        float[] re = room.re;
        room.re = room.im;
        room.im = re;
    }
}
