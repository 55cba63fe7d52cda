package latentlab.embedding;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Computes the potential at the nodes of a grid of masses at these nodes, each falling off as 1 / (1 + r^2): a
 * convolution by FFT, on a grid twice as wide and high so that nothing wraps around the edges. Quintic B-splines blur
 * masses on their way to the grid and potentials on their way back; the kernel's spectrum is divided by that blur, so
 * that the potential at nodes is exact.
 *
 * <p>Transforms down the columns first, a left and a right column as one complex column, then along the rows, where
 * each column of the result is multiplied by the kernel's spectrum and transformed back at once.
 */
final class GridConvolution {
    private static final int WIDTH = RowTransform.WIDTH;

    private final Workers workers;
    private final MapKernels kernels;
    /**
     * Transform along the rows; it and the one down the columns are replaced if the map outgrows them, never by smaller
     * ones.
     */
    private RowTransform along;

    private RowTransform down;
    private RowTransform.Room[] roomsAlong;
    private RowTransform.Room[] roomsDown;
    /** Shape [blocks of frequencies down, frequencies along, WIDTH]. */
    private float[] kernel = {};
    /** Shape [blocks of frequencies down, columns of the grid, WIDTH]. */
    private float[] spectrumRe = {};

    private float[] spectrumIm = {};

    GridConvolution(Workers workers, MapKernels kernels) {
        this.workers = workers;
        this.kernels = kernels;
        fit(WIDTH, WIDTH);
    }

    /** @return floats between the starts of two rows of a grid: a left and a right half, both of whole blocks */
    static int stride(int width) {
        return (width + 2 * WIDTH - 1) / (2 * WIDTH) * (2 * WIDTH);
    }

    /**
     * Makes room for a grid.
     *
     * @param width nodes of a row
     * @param height number of rows
     */
    void fit(int width, int height) {
        boolean wider = along == null || along.rows() < 2 * width;
        boolean higher = down == null || down.rows() < 2 * height;
        if (wider) {
            along = new RowTransform(RowTransform.smooth(2 * width), kernels);
            roomsAlong = rooms(along);
        }
        if (higher) {
            down = new RowTransform(RowTransform.smooth(2 * height), kernels);
            roomsDown = rooms(down);
        }
        if (wider || higher) {
            fillKernel();
        }
        int needed = blocks() * stride(width) * WIDTH;
        if (spectrumRe.length < needed) {
            spectrumRe = new float[needed];
            spectrumIm = new float[needed];
        }
    }

    private static RowTransform.Room[] rooms(RowTransform transform) {
        return IntStream.range(0, Workers.COUNT)
                .mapToObj(worker -> new RowTransform.Room(transform.rows()))
                .toArray(RowTransform.Room[]::new);
    }

    /** Blocks of frequencies down the columns, from frequency 0 to half the number of rows. */
    private int blocks() {
        return down.rows() / 2 / WIDTH + 1;
    }

    private void fillKernel() {
        int half = along.rows() / 2;
        int length = along.rows() * WIDTH;
        kernel = new float[blocks() * length];
        // The kernel is symmetric both ways: half of the columns are enough, and the real part of each column's
        // spectrum.
        workers.share(half / WIDTH + 1, (worker, block) -> {
            RowTransform.Room room = roomsDown[worker];
            for (int row = 0; row < down.rows(); row++) {
                double y = Math.min(row, down.rows() - row) * GridRepulsion.SPACING;
                for (int lane = 0; lane < WIDTH; lane++) {
                    double x = (block * WIDTH + lane) * GridRepulsion.SPACING;
                    room.re[row * WIDTH + lane] = (float) (1 / (1 + x * x + y * y));
                }
            }
            Arrays.fill(room.im, 0);
            down.forward(room);
            for (int k = 0; k <= down.rows() / 2; k++) {
                for (int lane = 0; lane < WIDTH && block * WIDTH + lane <= half; lane++) {
                    kernel[k / WIDTH * length + (block * WIDTH + lane) * WIDTH + k % WIDTH] = room.re[k * WIDTH + lane];
                }
            }
        });
        workers.share(blocks(), (worker, block) -> {
            RowTransform.Room room = roomsAlong[worker];
            int at = block * length;
            for (int column = 0; column < along.rows(); column++) {
                int mirrored = Math.min(column, along.rows() - column);
                System.arraycopy(kernel, at + mirrored * WIDTH, room.re, column * WIDTH, WIDTH);
            }
            Arrays.fill(room.im, 0);
            along.forward(room);
            for (int column = 0; column < along.rows(); column++) {
                double blur = blur(column, along.rows());
                for (int lane = 0; lane < WIDTH; lane++) {
                    double both = blur * blur(block * WIDTH + lane, down.rows());
                    kernel[at + column * WIDTH + lane] =
                            (float) (room.re[column * WIDTH + lane] / (both * both * along.rows() * down.rows()));
                }
            }
        });
    }

    /** The spectrum of the values of a quintic B-spline at nodes: 1, 26, 66, 26 and 1, each over 120. */
    private static double blur(int frequency, int rows) {
        double angle = 2 * Math.PI * frequency / rows;
        return (66 + 52 * Math.cos(angle) + 2 * Math.cos(2 * angle)) / 120;
    }

    /**
     * Turns masses into potentials.
     *
     * @param grid masses from one worker, shape [height, stride(width)]; replaced by the potentials of both workers'
     *     masses
     * @param other masses from the other worker
     */
    void convolve(float[] grid, float[] other, int width, int height) {
        int stride = stride(width);
        int half = stride / 2;
        workers.share(half / WIDTH, (worker, block) -> {
            load(grid, other, stride, height, block * WIDTH, roomsDown[worker]);
            down.forward(roomsDown[worker]);
            separate(roomsDown[worker], block * WIDTH, stride);
        });
        workers.share(blocks(), (worker, block) -> multiply(roomsAlong[worker], block, stride, width));
        workers.share(half / WIDTH, (worker, block) -> {
            unite(roomsDown[worker], block * WIDTH, stride);
            down.backward(roomsDown[worker]);
            store(roomsDown[worker], grid, stride, height, block * WIDTH);
        });
    }

    private void load(float[] grid, float[] other, int stride, int height, int column, RowTransform.Room room) {
        float[] re = room.re;
        float[] im = room.im;
        int half = stride / 2;
        for (int row = 0; row < height; row++) {
            int left = row * stride + column;
            int to = row * WIDTH;
            for (int lane = 0; lane < WIDTH; lane++) {
                re[to + lane] = grid[left + lane] + other[left + lane];
            }
            for (int lane = 0; lane < WIDTH; lane++) {
                im[to + lane] = grid[left + half + lane] + other[left + half + lane];
            }
        }
        Arrays.fill(re, height * WIDTH, down.rows() * WIDTH, 0);
        Arrays.fill(im, height * WIDTH, down.rows() * WIDTH, 0);
    }

    private static void store(RowTransform.Room room, float[] grid, int stride, int height, int column) {
        for (int row = 0; row < height; row++) {
            System.arraycopy(room.re, row * WIDTH, grid, row * stride + column, WIDTH);
            System.arraycopy(room.im, row * WIDTH, grid, row * stride + stride / 2 + column, WIDTH);
        }
    }

    /**
     * Separates the transform of left + i right: the left one is its even half, the right one its odd half (times -i).
     */
    private void separate(RowTransform.Room room, int column, int stride) {
        float[] re = room.re;
        float[] im = room.im;
        int rows = down.rows();
        for (int block = 0; block < blocks(); block++) {
            int end = Math.min(WIDTH, rows / 2 + 1 - block * WIDTH);
            for (int lane = 0; lane < WIDTH; lane++) {
                int left = (block * stride + column + lane) * WIDTH;
                int right = left + stride / 2 * WIDTH;
                for (int f = 0; f < end; f++) {
                    int k = block * WIDTH + f;
                    int a = k * WIDTH + lane;
                    int b = (k == 0 ? 0 : rows - k) * WIDTH + lane;
                    spectrumRe[left + f] = 0.5f * (re[a] + re[b]);
                    spectrumIm[left + f] = 0.5f * (im[a] - im[b]);
                    spectrumRe[right + f] = 0.5f * (im[a] + im[b]);
                    spectrumIm[right + f] = 0.5f * (re[b] - re[a]);
                }
            }
        }
    }

    private void multiply(RowTransform.Room room, int block, int stride, int width) {
        int from = block * stride * WIDTH;
        int length = width * WIDTH;
        System.arraycopy(spectrumRe, from, room.re, 0, length);
        System.arraycopy(spectrumIm, from, room.im, 0, length);
        Arrays.fill(room.re, length, along.rows() * WIDTH, 0);
        Arrays.fill(room.im, length, along.rows() * WIDTH, 0);
        along.forward(room);
        scale(room.re, kernel, block * along.rows() * WIDTH);
        scale(room.im, kernel, block * along.rows() * WIDTH);
        along.backward(room);
        System.arraycopy(room.re, 0, spectrumRe, from, length);
        System.arraycopy(room.im, 0, spectrumIm, from, length);
    }

    private static void scale(float[] values, float[] factors, int at) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factors[at + i];
        }
    }

    /** The reverse of {@link #separate}: left + i right, whose other half follows from both being real. */
    private void unite(RowTransform.Room room, int column, int stride) {
        float[] re = room.re;
        float[] im = room.im;
        int rows = down.rows();
        for (int block = 0; block < blocks(); block++) {
            int end = Math.min(WIDTH, rows / 2 + 1 - block * WIDTH);
            for (int lane = 0; lane < WIDTH; lane++) {
                int left = (block * stride + column + lane) * WIDTH;
                int right = left + stride / 2 * WIDTH;
                for (int f = 0; f < end; f++) {
                    int k = block * WIDTH + f;
                    int a = k * WIDTH + lane;
                    int b = (k == 0 ? 0 : rows - k) * WIDTH + lane;
                    // At k = 0 and in the middle, both places are the same, and the imaginary parts are zero.
                    re[b] = spectrumRe[left + f] + spectrumIm[right + f];
                    im[b] = spectrumRe[right + f] - spectrumIm[left + f];
                    re[a] = spectrumRe[left + f] - spectrumIm[right + f];
                    im[a] = spectrumRe[right + f] + spectrumIm[left + f];
                }
            }
        }
    }
}
