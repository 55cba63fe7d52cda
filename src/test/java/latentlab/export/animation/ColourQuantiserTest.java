package latentlab.export.animation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColourQuantiserTest {
    @Test
    void leavesFewColoursAsTheyAreHoweverNearTheyAre() {
        int[] few = {0x000000, 0x000001, 0x010000, 0xFFFFFF, 0x804020};
        int[] pixels = IntStream.range(0, 500).map(i -> few[i % few.length]).toArray();
        assertThat(ColourQuantiser.colours(pixels, 5)).containsExactlyInAnyOrder(few);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 16, 238})
    void givesNoMoreThanAreWanted(int most) {
        int[] noise = new SplittableRandom(1).ints(5_000, 0, 1 << 24).toArray();
        assertThat(ColourQuantiser.colours(noise, most)).hasSize(most);
    }

    @Test
    void meansOfOneColourAreThatColour() {
        int[] two = IntStream.range(0, 300)
                .map(i -> i % 3 == 0 ? 0x112233 : 0xEEDDCC)
                .toArray();
        assertThat(ColourQuantiser.colours(two, 1))
                .containsExactly(mean(0x11, 0xEE) << 16 | mean(0x22, 0xDD) << 8 | mean(0x33, 0xCC));
    }

    private static int mean(int third, int others) {
        return Math.round((third + 2 * others) / 3f);
    }

    /** Two hues from dark to light, as pictures have them: a grid over all colours has few of its own among them. */
    @Test
    void isMuchNearerToPicturesThanAGridOverAllColours() {
        int[] shades = IntStream.range(0, 2_000)
                .map(i -> i % 2 == 0
                        ? i / 8 << 16 | i / 16 << 8 | i / 32
                        : i / 32 << 16 | i / 10 << 8 | Math.min(255, 40 + i / 9))
                .toArray();
        int[] chosen = ColourQuantiser.colours(shades, 64);
        int[] grid = IntStream.range(0, 64)
                .map(i -> (i >> 4) * 85 << 16 | (i >> 2 & 3) * 85 << 8 | (i & 3) * 85)
                .toArray();
        assertThat(error(shades, chosen)).isLessThan(error(shades, grid) / 50);
    }

    /** @return mean squared distance to the nearest */
    private static double error(int[] pixels, int... colours) {
        return Arrays.stream(pixels)
                .mapToDouble(pixel -> Arrays.stream(colours)
                        .mapToDouble(colour -> distance(pixel, colour))
                        .min()
                        .orElseThrow())
                .average()
                .orElseThrow();
    }

    private static double distance(int a, int b) {
        return IntStream.of(0, 8, 16)
                .mapToDouble(bits -> Math.pow((a >> bits & 0xFF) - (b >> bits & 0xFF), 2))
                .sum();
    }
}
