package latentlab.engine.kernels.convolution;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;

/** Two images of 2 channels and 3x5 pixels, whose last row and column belong to no whole square of 2x2. */
class PoolingTest {
    private final Arena arena = Arena.ofAuto();
    private final Pooling pooling = new Pooling(2, 3, 5, 2);

    /** Of channel 0 of the first image, of channel 1 the negative; of the second image ten times as much. */
    private static final float[][] PIXELS = {{1, 5, 2, 2, 90}, {3, 4, 2, 7, 90}, {90, 90, 90, 90, 90}};

    private MemorySegment images() {
        float[] numbers = new float[2 * 3 * 5 * 2];
        for (int i = 0; i < numbers.length; i++) {
            int pixel = i / 2 % 15;
            numbers[i] = (i < 30 ? 1 : 10) * (i % 2 == 0 ? 1 : -1) * PIXELS[pixel / 5][pixel % 5];
        }
        return segment(numbers);
    }

    private MemorySegment segment(float... numbers) {
        return arena.allocateFrom(JAVA_FLOAT, numbers);
    }

    private static float[] numbers(MemorySegment segment) {
        return segment.toArray(JAVA_FLOAT);
    }

    @Test
    void takesTheLargestOfEachSquareAndTheFirstOfEqualOnes() {
        MemorySegment largest = segment(new float[8]);
        MemorySegment places = segment(new float[8]);
        pooling.largest(images(), largest, places, 2);
        assertThat(numbers(largest)).containsExactly(5, -1, 7, -2, 50, -10, 70, -20);
        assertThat(numbers(places)).containsExactly(1, 0, 3, 0, 1, 0, 3, 0);
    }

    @Test
    void whatIsNoNumberIsNotLost() {
        MemorySegment largest = segment(new float[8]);
        MemorySegment images = images();
        images.setAtIndex(JAVA_FLOAT, 2, Float.NaN);
        pooling.largest(images, largest, segment(new float[8]), 2);
        assertThat(numbers(largest)[0]).isNaN();
    }

    @Test
    void givesEachDeltaToThePixelThatWasTheLargest() {
        MemorySegment places = segment(new float[8]);
        pooling.largest(images(), segment(new float[8]), places, 2);
        float[] before = new float[60];
        before[7] = 3; // whatever stood there does not count
        MemorySegment below = segment(before);
        pooling.back(segment(1, 2, 3, 4, 5, 6, 7, 8), places, below, 2);
        float[] expected = new float[60];
        expected[2] = 1;
        expected[1] = 2;
        expected[(5 + 3) * 2] = 3;
        expected[2 * 2 + 1] = 4;
        expected[30 + 2] = 5;
        expected[30 + 1] = 6;
        expected[30 + (5 + 3) * 2] = 7;
        expected[30 + 2 * 2 + 1] = 8;
        assertThat(numbers(below)).containsExactly(expected);
    }

    /** As torch.nn.functional.interpolate does: rows 0 0 0 of 1, columns 0 0 0 1 1 of 2. */
    @Test
    void enlargesToTheNearestPixel() {
        MemorySegment enlarged = segment(new float[60]);
        pooling.enlarge(segment(1, 2, 3, 4, 5, 6, 7, 8), enlarged, 2);
        float[] row = {1, 2, 1, 2, 1, 2, 3, 4, 3, 4};
        for (int i = 0; i < 60; i++) {
            assertThat(numbers(enlarged)[i]).isEqualTo(row[i % 10] + (i < 30 ? 0 : 4));
        }
        MemorySegment below = segment(new float[8]);
        pooling.reduce(enlarged, below, 2);
        assertThat(numbers(below)).containsExactly(9, 18, 18, 24, 45, 54, 42, 48);
    }
}
