package latentlab.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassPaletteTest {
    private static final int[] FIRST = {0x3975c8, 0xf2a906, 0x4acba6};

    /** Distance of channels, none of them weighed: another measure than the one they were chosen by. */
    private static double distance(int one, int other) {
        double sum = 0;
        for (int shift : new int[] {0, 8, 16}) {
            sum += Math.pow((one >> shift & 0xFF) - (other >> shift & 0xFF), 2);
        }
        return Math.sqrt(sum);
    }

    @ParameterizedTest
    @ValueSource(ints = {0xffffff, 0x0d1117})
    void beginsWithThoseGivenAndHasNoneTwice(int ground) {
        int[] all = ClassPalette.extended(FIRST, ground);
        assertThat(all).hasSize(ClassPalette.MOST).startsWith(FIRST).doesNotHaveDuplicates();
        assertThat(ClassPalette.extended(FIRST, ground)).isEqualTo(all);
    }

    @ParameterizedTest
    @ValueSource(ints = {0xffffff, 0x0d1117})
    void areApartFromOneAnotherAndFromTheGround(int ground) {
        int[] all = ClassPalette.extended(FIRST, ground);
        assertThat(least(all, 62)).as("of EMNIST's 62 classes").isGreaterThan(20);
        assertThat(least(all, 300)).isGreaterThan(6);
        IntStream.of(all)
                .skip(FIRST.length)
                .forEach(colour ->
                        assertThat(distance(colour, ground)).as("%06x", colour).isGreaterThan(40));
    }

    private static double least(int[] colours, int count) {
        return IntStream.range(0, count)
                .boxed()
                .flatMap(i -> IntStream.range(0, i).mapToObj(j -> distance(colours[i], colours[j])))
                .min(Double::compare)
                .orElseThrow();
    }

    @Test
    void theFirstNewOneIsFarFromAllThatWereGiven() {
        int next = ClassPalette.extended(FIRST, 0xffffff)[FIRST.length];
        assertThat(IntStream.of(FIRST)
                        .mapToDouble(colour -> distance(colour, next))
                        .min()
                        .orElseThrow())
                .isGreaterThan(100);
    }
}
