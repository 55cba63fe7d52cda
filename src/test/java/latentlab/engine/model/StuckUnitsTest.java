package latentlab.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import latentlab.engine.settings.Activation;
import org.junit.jupiter.api.Test;

class StuckUnitsTest {
    private static final int IMAGES = 400;

    /** @return codes of three units: one at rest, one that is at either end, one that varies */
    private static float[] codes() {
        float[] codes = new float[3 * IMAGES];
        for (int image = 0; image < IMAGES; image++) {
            codes[3 * image] = 0.7f;
            codes[3 * image + 1] = image % 2 == 0 ? 0.001f : 0.999f;
            codes[3 * image + 2] = (float) image / IMAGES;
        }
        return codes;
    }

    @Test
    void countsTheDeadAndTheSaturated() {
        StuckUnits units = StuckUnits.of(codes(), 3, Activation.SIGMOID);
        assertThat(units.units()).isEqualTo(3);
        assertThat(units.dead()).isEqualTo(1);
        assertThat(units.saturated()).isEqualTo(1);
        assertThat(units.stuck()).isEqualTo(2);
    }

    @Test
    void theRangeOfTheActivationDecides() {
        assertThat(StuckUnits.of(codes(), 3, Activation.LINEAR).saturated()).isZero();
        assertThat(StuckUnits.of(new float[2 * IMAGES], 2, Activation.RELU).stuck())
                .as("a ReLU code that is 0 for every image")
                .isEqualTo(2);
        assertThat(StuckUnits.of(new float[0], 2, Activation.SIGMOID).stuck()).isZero();
    }
}
