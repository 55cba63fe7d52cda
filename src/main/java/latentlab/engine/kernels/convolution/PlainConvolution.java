package latentlab.engine.kernels.convolution;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;

/** The reference: one product after the other, as a textbook has them. Any kernel, stride and padding. */
public final class PlainConvolution implements Convolution {
    /** What is done with each weight, the pixel it meets and the filter's number there. */
    private interface Product {
        /**
         * @param pixel place of the image's number
         * @param map place of the first filter's number
         * @param weight place of the first filter's weight
         */
        void of(long pixel, long map, long weight);
    }

    private final ConvolutionShape shape;
    private final int filters;

    public PlainConvolution(ConvolutionShape shape) {
        this.shape = shape;
        filters = shape.filters();
    }

    @Override
    public void forward(MemorySegment images, MemorySegment weights, MemorySegment maps, int count) {
        maps.asSlice(0, (long) Float.BYTES * count * shape.mapSize()).fill((byte) 0);
        each(count, (pixel, map, weight) -> {
            float value = get(images, pixel);
            for (int f = 0; f < filters; f++) {
                set(maps, map + f, get(maps, map + f) + value * get(weights, weight + f));
            }
        });
    }

    @Override
    public void transposed(MemorySegment maps, MemorySegment weights, MemorySegment images, int count) {
        images.asSlice(0, (long) Float.BYTES * count * shape.imageSize()).fill((byte) 0);
        each(count, (pixel, map, weight) -> {
            float sum = 0;
            for (int f = 0; f < filters; f++) {
                sum += get(maps, map + f) * get(weights, weight + f);
            }
            set(images, pixel, get(images, pixel) + sum);
        });
    }

    @Override
    public void gradient(MemorySegment images, MemorySegment maps, MemorySegment gradient, int count) {
        gradient.asSlice(0, (long) Float.BYTES * shape.weights()).fill((byte) 0);
        each(count, (pixel, map, weight) -> {
            float value = get(images, pixel);
            for (int f = 0; f < filters; f++) {
                set(gradient, weight + f, get(gradient, weight + f) + value * get(maps, map + f));
            }
        });
    }

    private void each(int count, Product product) {
        for (int image = 0; image < count; image++) {
            for (int row = 0; row < shape.outHeight(); row++) {
                for (int column = 0; column < shape.outWidth(); column++) {
                    each(image, row, column, product);
                }
            }
        }
    }

    /** All weights at one place of the kernel, but those that meet the padding. */
    private void each(int image, int row, int column, Product product) {
        int kernel = shape.kernel();
        long map = (((long) image * shape.outHeight() + row) * shape.outWidth() + column) * filters;
        for (int i = 0; i < kernel; i++) {
            int y = row * shape.stride() - shape.padding() + i;
            for (int j = 0; j < kernel; j++) {
                int x = column * shape.stride() - shape.padding() + j;
                if (y < 0 || y >= shape.height() || x < 0 || x >= shape.width()) {
                    continue;
                }
                for (int channel = 0; channel < shape.channels(); channel++) {
                    long pixel = (long) image * shape.imageSize() + shape.imagePlace(channel, y, x);
                    product.of(pixel, map, (long) ((i * kernel + j) * shape.channels() + channel) * filters);
                }
            }
        }
    }

    private static float get(MemorySegment array, long at) {
        return array.getAtIndex(JAVA_FLOAT, at);
    }

    private static void set(MemorySegment array, long at, float value) {
        array.setAtIndex(JAVA_FLOAT, at, value);
    }
}
