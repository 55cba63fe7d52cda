package latentlab.view.hearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tone of a loss: how high it is, and what it is made of. */
class LossToneTest {
    @ParameterizedTest
    @CsvSource({
        "0.2, 0.2, 880",
        "0.1, 0.2, 622.254",
        "0.05, 0.2, 440",
        "0.4, 0.2, 1244.508",
        "1.25, 5, 440",
        "1e-9, 0.2, 110",
        "0, 0.2, 110",
        "1e9, 0.2, 1760",
        "Infinity, 0.2, 1760",
        "NaN, 0.2, 1760",
    })
    void fallsHalfAnOctaveWhenTheLossIsHalved(double loss, double start, double hertz) {
        assertThat(LossTone.hertz(loss, start)).isCloseTo(hertz, within(0.001));
    }

    @Test
    void fallsWithTheLossAllTheWay() {
        double before = Double.MAX_VALUE;
        for (double loss = 0.25; loss > 0.01; loss *= 0.97) {
            double now = LossTone.hertz(loss, 0.25);
            assertThat(now).isLessThan(before);
            before = now;
        }
    }

    @Test
    void swellsAndFadesWithoutAClick() {
        int[] levels = levels(LossTone.samples(440));
        assertThat(levels).hasSize(5292); // 0.12 s
        int loudest = 0;
        int steepest = 0;
        for (int i = 1; i < levels.length; i++) {
            loudest = Math.max(loudest, Math.abs(levels[i]));
            steepest = Math.max(steepest, Math.abs(levels[i] - levels[i - 1]));
        }
        assertThat(loudest).isBetween(8000, 8192);
        // No step is steeper than the sine's own at its zero.
        assertThat(steepest).isLessThanOrEqualTo((int) Math.ceil(8192 * 2 * Math.PI * 440 / 44_100));
        assertThat(Math.abs(levels[0])).isLessThan(10);
        assertThat(Math.abs(levels[levels.length - 1])).isLessThan(10);
    }

    @ParameterizedTest
    @CsvSource({"110", "440", "1760"})
    void hasItsPitch(double hertz) {
        int[] levels = levels(LossTone.samples(hertz));
        int rises = 0;
        for (int i = 1; i < levels.length; i++) {
            if (levels[i - 1] < 0 && levels[i] >= 0) {
                rises++;
            }
        }
        assertThat((double) rises).isCloseTo(0.12 * hertz, within(1.5));
    }

    private static int[] levels(byte[] samples) {
        int[] levels = new int[samples.length / 2];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = samples[2 * i + 1] << 8 | samples[2 * i] & 0xFF;
        }
        return levels;
    }
}
