package latentlab.engine.model;

import static latentlab.engine.model.UnitActivity.State.ACTIVE;
import static latentlab.engine.model.UnitActivity.State.DEAD;
import static latentlab.engine.model.UnitActivity.State.SATURATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import latentlab.engine.model.UnitActivity.State;
import latentlab.engine.settings.Activation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnitActivityTest {
    private static final int IMAGES = 1000;

    private interface Unit {
        double output(int image);
    }

    /** @return outputs of {@link #IMAGES} images, a column a unit */
    private static float[] outputs(Unit... units) {
        float[] outputs = new float[IMAGES * units.length];
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = (float) units[i % units.length].output(i / units.length);
        }
        return outputs;
    }

    private static List<State> states(Activation activation, Unit... units) {
        return UnitActivity.of(outputs(units), units.length, activation).stream()
                .map(UnitActivity::state)
                .toList();
    }

    @Test
    void tellsRangeAndDeviation() {
        UnitActivity activity = UnitActivity.of(outputs(i -> 7, i -> i % 2 == 0 ? 0.2 : 0.8), 2, Activation.SIGMOID)
                .get(1);
        assertThat(activity.low()).isEqualTo(0.2f);
        assertThat(activity.high()).isEqualTo(0.8f);
        assertThat(activity.deviation()).isCloseTo(0.3, within(1e-6));
    }

    @Test
    void aUnitThatHardlyVariesIsDeadWhereverItRests() {
        assertThat(states(
                        Activation.SIGMOID,
                        i -> 0.5,
                        i -> 0.5 + (i % 2 == 0 ? 0.009 : -0.009),
                        i -> 0.5 + (i % 2 == 0 ? 0.011 : -0.011),
                        i -> 0.999))
                .containsExactly(DEAD, DEAD, ACTIVE, DEAD);
        // Its range is twice as long.
        assertThat(states(Activation.TANH, i -> i % 2 == 0 ? 0.019 : -0.019, i -> i % 2 == 0 ? 0.021 : -0.021))
                .containsExactly(DEAD, ACTIVE);
    }

    @Test
    void aUnitThatIsAtTheEndsForNearlyAllImagesIsSaturated() {
        assertThat(states(
                        Activation.SIGMOID,
                        i -> i % 2 == 0 ? 0.005 : 0.995,
                        i -> i < 990 ? i % 2 : 0.5,
                        i -> i < 989 ? i % 2 : 0.5,
                        i -> i % 2 == 0 ? 0.02 : 0.98))
                .containsExactly(SATURATED, SATURATED, ACTIVE, ACTIVE);
        assertThat(states(Activation.TANH, i -> i % 2 == 0 ? -0.995 : 0.995, i -> i % 2 == 0 ? 0.005 : 0.995))
                .containsExactly(SATURATED, ACTIVE);
    }

    @Test
    void withoutBoundsTheMeasureIsTheUnitThatVariesMost() {
        assertThat(states(Activation.RELU, i -> 0, i -> i % 2 * 20, i -> 3 + i % 2 * 0.18, i -> 3 + i % 2 * 0.22))
                .containsExactly(DEAD, ACTIVE, DEAD, ACTIVE);
        assertThat(states(Activation.ELU, i -> i == 0 ? 9 : 0, i -> i % 2 * 0.05))
                .as("one large output makes no unit dead")
                .containsExactly(ACTIVE, ACTIVE);
        assertThat(states(Activation.LINEAR, i -> 1e-4 * (i % 2))).containsExactly(ACTIVE);
        assertThat(states(Activation.RELU, i -> 0, i -> 0)).containsExactly(DEAD, DEAD);
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void withoutImagesNothingIsSaidAgainstAUnit(Activation activation) {
        assertThat(UnitActivity.of(new float[0], 3, activation))
                .hasSize(3)
                .allSatisfy(unit -> assertThat(unit.state()).isEqualTo(ACTIVE));
    }
}
