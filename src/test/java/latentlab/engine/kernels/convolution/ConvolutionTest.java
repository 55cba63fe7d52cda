package latentlab.engine.kernels.convolution;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import latentlab.NeedsVectorApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds plain and fast convolutions to sums in double precision that are written down independently of both. */
class ConvolutionTest {
    /** Channels and filters on both sides of a vector's length, of any processor, and of two. */
    private static final int[] WIDTHS = {1, 2, 3, 4, 5, 7, 8, 9, 12, 15, 16, 17, 24, 31, 32, 33, 48, 64};

    private static final int[] SIZES = {1, 2, 3, 4, 5, 7, 8, 9, 13, 14, 15, 28};

    private final Arena arena = Arena.ofAuto();

    static Stream<ConvolutionShape> shapes() {
        List<ConvolutionShape> shapes = new ArrayList<>();
        // The models': 28 -> 14 -> 7 -> 4, colour 32 -> 16 -> 8.
        shapes.add(new ConvolutionShape(1, 28, 28, 16, 3, 2, 1, true));
        shapes.add(new ConvolutionShape(16, 14, 14, 32, 3, 2, 1, false));
        shapes.add(new ConvolutionShape(32, 7, 7, 64, 3, 2, 1, false));
        shapes.add(new ConvolutionShape(3, 32, 32, 32, 3, 2, 1, true));
        shapes.add(new ConvolutionShape(32, 16, 16, 64, 3, 2, 1, false));
        // A stride beyond the kernel: there are pixels that nothing meets. Padding beyond the kernel, too.
        shapes.add(new ConvolutionShape(16, 9, 8, 16, 2, 3, 0, false));
        shapes.add(new ConvolutionShape(3, 9, 8, 5, 2, 3, 0, true));
        shapes.add(new ConvolutionShape(16, 3, 2, 16, 2, 1, 3, false));
        Random random = new Random(7);
        while (shapes.size() < 120) {
            int kernel = 1 + random.nextInt(5);
            ConvolutionShape shape = new ConvolutionShape(
                    pick(WIDTHS, random),
                    pick(SIZES, random),
                    pick(SIZES, random),
                    pick(WIDTHS, random),
                    kernel,
                    1 + random.nextInt(3),
                    random.nextInt(kernel),
                    random.nextInt(4) == 0);
            if (shape.outHeight() > 0 && shape.outWidth() > 0) {
                shapes.add(shape);
            }
        }
        return shapes.stream();
    }

    private static int pick(int[] values, Random random) {
        return values[random.nextInt(values.length)];
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void plainOnesComeToTheSumsInDoublePrecision(ConvolutionShape shape) {
        holds(shape, PlainConvolution::new);
    }

    @NeedsVectorApi
    @ParameterizedTest
    @MethodSource("shapes")
    void fastOnesComeToTheSumsInDoublePrecision(ConvolutionShape shape) {
        holds(shape, Convolution::fastest);
    }

    @NeedsVectorApi
    @Test
    void theFastOnesAreTheOnesUsedWhereTheVectorModuleIsPresent() {
        assertThat(Convolution.fastest(new ConvolutionShape(1, 3, 3, 1, 3, 1, 1, true)))
                .isInstanceOf(VectorConvolution.class);
    }

    /** Twice with the same object: the first call must leave nothing that a second, of fewer images, would find. */
    private void holds(ConvolutionShape shape, Function<ConvolutionShape, Convolution> make) {
        Convolution convolution = make.apply(shape);
        for (int count : new int[] {19, 2}) {
            Random random = new Random(count);
            MemorySegment images = random(count * shape.imageSize(), random);
            MemorySegment maps = random(count * shape.mapSize(), random);
            MemorySegment weights = random(shape.weights(), random);
            Sums sums = new Sums(shape, images, weights, maps, count);

            // What stood there before does not count, and what lies behind is left alone.
            MemorySegment out = random(count * shape.mapSize() + 40, random);
            float[] behind = numbers(out, count * shape.mapSize());
            convolution.forward(images, weights, out, count);
            assertClose(out, sums.maps, sums.mapSizes);
            assertThat(numbers(out, count * shape.mapSize())).containsExactly(behind);

            MemorySegment back = random(count * shape.imageSize() + 40, random);
            behind = numbers(back, count * shape.imageSize());
            convolution.transposed(maps, weights, back, count);
            assertClose(back, sums.images, sums.imageSizes);
            assertThat(numbers(back, count * shape.imageSize())).containsExactly(behind);

            MemorySegment gradient = random(shape.weights() + 40, random);
            behind = numbers(gradient, shape.weights());
            convolution.gradient(images, maps, gradient, count);
            assertClose(gradient, sums.weights, sums.weightSizes);
            assertThat(numbers(gradient, shape.weights())).containsExactly(behind);
        }
    }

    /** All three sums, and the sums of the sizes of what is added up in them, which rounding grows with. */
    private static final class Sums {
        final double[] maps;
        final double[] mapSizes;
        final double[] images;
        final double[] imageSizes;
        final double[] weights;
        final double[] weightSizes;

        Sums(ConvolutionShape s, MemorySegment x, MemorySegment w, MemorySegment y, int count) {
            int high = (s.height() + 2 * s.padding() - s.kernel()) / s.stride() + 1;
            int wide = (s.width() + 2 * s.padding() - s.kernel()) / s.stride() + 1;
            maps = new double[count * s.filters() * high * wide];
            mapSizes = new double[maps.length];
            images = new double[count * s.channels() * s.height() * s.width()];
            imageSizes = new double[images.length];
            weights = new double[s.kernel() * s.kernel() * s.channels() * s.filters()];
            weightSizes = new double[weights.length];
            for (int n = 0; n < count; n++) {
                for (int f = 0; f < s.filters(); f++) {
                    for (int c = 0; c < s.channels(); c++) {
                        for (int at = 0; at < high * wide * s.kernel() * s.kernel(); at++) {
                            int column = at / s.kernel() / s.kernel() % wide;
                            int row = at / s.kernel() / s.kernel() / wide;
                            int i = at / s.kernel() % s.kernel();
                            int j = at % s.kernel();
                            int top = row * s.stride() + i - s.padding();
                            int left = column * s.stride() + j - s.padding();
                            if (top >= 0 && top < s.height() && left >= 0 && left < s.width()) {
                                int pixel = s.planar()
                                        ? ((n * s.channels() + c) * s.height() + top) * s.width() + left
                                        : ((n * s.height() + top) * s.width() + left) * s.channels() + c;
                                int map = ((n * high + row) * wide + column) * s.filters() + f;
                                int weight = ((i * s.kernel() + j) * s.channels() + c) * s.filters() + f;
                                add(maps, mapSizes, map, x, pixel, w, weight);
                                add(images, imageSizes, pixel, y, map, w, weight);
                                add(weights, weightSizes, weight, x, pixel, y, map);
                            }
                        }
                    }
                }
            }
        }

        private static void add(double[] sums, double[] sizes, int at, MemorySegment a, int i, MemorySegment b, int j) {
            double product = (double) a.getAtIndex(JAVA_FLOAT, i) * b.getAtIndex(JAVA_FLOAT, j);
            sums[at] += product;
            sizes[at] += Math.abs(product);
        }
    }

    /** Each addition rounds by at most 2^-24 of what has been added up. */
    private static void assertClose(MemorySegment actual, double[] expected, double[] sizes) {
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) actual.getAtIndex(JAVA_FLOAT, i))
                    .isBetween(expected[i] - 1e-5 * sizes[i], expected[i] + 1e-5 * sizes[i]);
        }
    }

    private MemorySegment random(int length, Random random) {
        MemorySegment numbers = arena.allocate((long) Float.BYTES * length, Float.BYTES);
        for (int i = 0; i < length; i++) {
            numbers.setAtIndex(JAVA_FLOAT, i, random.nextFloat() - 0.5f);
        }
        return numbers;
    }

    private static float[] numbers(MemorySegment of, int from) {
        float[] all = of.toArray(JAVA_FLOAT);
        return Arrays.copyOfRange(all, from, all.length);
    }
}
