package latentlab.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WheelStepsTest {
    private final WheelSteps wheel = new WheelSteps();

    @Test
    void aNotchIsAStepAndTenthsAddUpToOne() {
        assertThat(wheel.turn(-40)).isEqualTo(1);
        assertThat(wheel.turn(40)).isEqualTo(-1);
        assertThat(wheel.turn(-120)).isEqualTo(3);
        int steps = 0;
        for (int i = 0; i < 20; i++) {
            steps += wheel.turn(-4);
        }
        assertThat(steps).isEqualTo(2);
        assertThat(wheel.turn(0)).isZero();
    }

    @Test
    void whoeverTurnsBackNeedNotUndoWhatWasLeft() {
        assertThat(wheel.turn(-39)).isZero();
        assertThat(wheel.turn(40)).isEqualTo(-1);
    }
}
