package latentlab.run.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterCodingTest {
    private static float[] numbers(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = Float.intBitsToFloat(random.nextInt());
        }
        return numbers;
    }

    private static void assertSame(float[] a, float[] b) {
        assertThat(bits(a)).isEqualTo(bits(b));
    }

    private static int[] bits(float... numbers) {
        int[] bits = new int[numbers.length];
        Arrays.setAll(bits, i -> Float.floatToRawIntBits(numbers[i]));
        return bits;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 8, 1_000, 70_000})
    void keepsEveryBitOfAnyNumber(int count) throws Exception {
        float[] some = numbers(count, 1);
        float[] others = numbers(count, 2);
        assertSame(ParameterCoding.unpack(ParameterCoding.pack(some, null), count, null), some);
        assertSame(ParameterCoding.unpack(ParameterCoding.pack(some, others), count, others), some);
    }

    @Test
    void keepsTheEndsOfTheRange() throws Exception {
        float[] ends = {
            0,
            -0f,
            Float.MIN_VALUE,
            -Float.MIN_VALUE,
            Float.MAX_VALUE,
            -Float.MAX_VALUE,
            Float.NaN,
            Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY,
            1,
            -1
        };
        float[] turned = new float[ends.length];
        for (int i = 0; i < ends.length; i++) {
            turned[i] = ends[ends.length - 1 - i];
        }
        assertSame(ParameterCoding.unpack(ParameterCoding.pack(ends, turned), ends.length, turned), ends);
    }

    @Test
    void takesLessForNumbersThatChangedLittle() {
        SplittableRandom random = new SplittableRandom(3);
        float[] before = new float[10_000];
        float[] after = new float[before.length];
        for (int i = 0; i < before.length; i++) {
            before[i] = (float) random.nextGaussian();
            after[i] = before[i] * (1 + 1e-4f * (float) random.nextGaussian());
        }
        assertThat(ParameterCoding.pack(after, before).length)
                .isLessThan(ParameterCoding.pack(after, null).length * 2 / 3);
    }

    @Test
    void refusesWhatIsDamagedOrOfAnotherLength() {
        byte[] packed = ParameterCoding.pack(numbers(100, 4), null);
        assertThatThrownBy(() -> ParameterCoding.unpack(packed, 101, null)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> ParameterCoding.unpack(packed, 99, null)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> ParameterCoding.unpack(Arrays.copyOf(packed, 50), 100, null))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> ParameterCoding.unpack(new byte[10], 100, null))
                .isInstanceOf(IOException.class);
    }
}
