package latentlab.engine.kernels.convolution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How pixels are computed from a room of numbers: each is a sum over a few runs of numbers there, each with weights of
 * its own, for several columns at once. With zero borders in the room all pixels have runs of the same length.
 *
 * @param in for each pixel of an image, where its first run starts in the room
 * @param out for each pixel, where its columns go
 * @param runs of a pixel
 * @param runStride from the start of a run to that of the next
 * @param runLength numbers of a run
 * @param columns that are computed for each pixel
 * @param weights for each number of each run and each column, its place among the weights: [runs runLength, columns]
 */
record Gather(int[] in, int[] out, int runs, int runStride, int runLength, int columns, int[] weights) {
    /** Numbers that are added up for a pixel. */
    int depth() {
        return runs * runLength;
    }

    /** Maps from images as {@link Images} holds them. */
    static Gather maps(ConvolutionShape shape, Images images) {
        int pixels = shape.outHeight() * shape.outWidth();
        int[] out = new int[pixels];
        Arrays.setAll(out, p -> p * shape.filters());
        int[] weights = new int[shape.weights()];
        Arrays.setAll(weights, i -> i);
        return new Gather(
                images.starts(), out, images.runs(), images.runStride(), images.runLength(), shape.filters(), weights);
    }

    /**
     * Images from maps, those of the same remainder of row and column by the stride together: they meet the same
     * weights. Of a kernel of 3 and a stride of 2 there are four, with 1, 2, 2 and 4 of the 9.
     *
     * @param lead rows of zeros above the maps, and columns to their left
     * @param mapWidth of maps with their borders
     */
    static List<Gather> images(ConvolutionShape shape, int lead, int mapWidth) {
        List<Gather> gathers = new ArrayList<>();
        for (int row = 0; row < Math.min(shape.stride(), shape.height()); row++) {
            for (int column = 0; column < Math.min(shape.stride(), shape.width()); column++) {
                gathers.add(images(shape, lead, mapWidth, row, column));
            }
        }
        return gathers;
    }

    private static Gather images(ConvolutionShape shape, int lead, int mapWidth, int firstRow, int firstColumn) {
        int stride = shape.stride();
        int filters = shape.filters();
        int channels = shape.channels();
        int[] down = taps(shape, firstRow);
        int[] across = taps(shape, firstColumn);
        int rows = (shape.height() - firstRow + stride - 1) / stride;
        int columns = (shape.width() - firstColumn + stride - 1) / stride;
        int[] in = new int[rows * columns];
        int[] out = new int[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                int row = firstRow + i * stride;
                int column = firstColumn + j * stride;
                int top = lead + first(shape, row, down);
                int left = lead + first(shape, column, across);
                in[i * columns + j] = (top * mapWidth + left) * filters;
                out[i * columns + j] = (row * shape.width() + column) * channels;
            }
        }
        int[] weights = new int[down.length * across.length * filters * channels];
        int at = 0;
        for (int i : down) {
            for (int j : across) {
                for (int filter = 0; filter < filters; filter++) {
                    for (int channel = 0; channel < channels; channel++) {
                        weights[at++] = ((i * shape.kernel() + j) * channels + channel) * filters + filter;
                    }
                }
            }
        }
        int runs = across.length == 0 ? 0 : down.length;
        return new Gather(in, out, runs, mapWidth * filters, across.length * filters, channels, weights);
    }

    /** Rows of the kernel that meet pixels of a remainder, the one first that meets the first of the map's rows. */
    private static int[] taps(ConvolutionShape shape, int remainder) {
        List<Integer> taps = new ArrayList<>();
        for (int tap = shape.kernel() - 1; tap >= 0; tap--) {
            if (Math.floorMod(remainder + shape.padding() - tap, shape.stride()) == 0) {
                taps.add(tap);
            }
        }
        return taps.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The map's row that meets an image's row first; any where none does. */
    private static int first(ConvolutionShape shape, int row, int[] taps) {
        return taps.length == 0 ? 0 : (row + shape.padding() - taps[0]) / shape.stride();
    }

    /** For each pixel of a map all weights of all filters: what it adds to the image around it. */
    static Gather spread(ConvolutionShape shape) {
        int pixels = shape.outHeight() * shape.outWidth();
        int filters = shape.filters();
        int[] in = new int[pixels];
        Arrays.setAll(in, p -> p * filters);
        int window = shape.window();
        int[] out = new int[pixels];
        Arrays.setAll(out, p -> p * window);
        int[] weights = new int[shape.weights()];
        Arrays.setAll(weights, i -> i % window * filters + i / window);
        return new Gather(in, out, 1, 0, filters, window, weights);
    }
}
