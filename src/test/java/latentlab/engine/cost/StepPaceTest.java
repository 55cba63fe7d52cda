package latentlab.engine.cost;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StepPaceTest {
    private final StepPace pace = new StepPace(7);
    private double compiled = 7;

    @Test
    void takesNoStepBeforeJavaHasCompiledWhatItDoes() {
        steps(14, 0.15, 0.6);
        steps(14, 0.15, 0.6);
        assertThat(pace.settled())
                .as("as slow as before, since it waits for the compiler")
                .isFalse();
        steps(20, 0.11, 0);
        assertThat(pace.settled()).as("still becoming faster").isFalse();
        steps(40, 0.01, 0.1);
        assertThat(pace.settled()).as("ten times as fast").isFalse();
        steps(60, 0.009, 0.01);
        assertThat(pace.settled()).isTrue();
        assertThat(pace.seconds()).isEqualTo(0.009);
    }

    @Test
    void countsWhatIsUsualOnABusyMachine() {
        for (int round = 0; round < 2; round++) {
            for (int step = 0; step < 30; step++) {
                steps(1, step % 3 == 0 ? 0.1 : 0.01, 0);
            }
        }
        assertThat(pace.settled()).isTrue();
        assertThat(pace.seconds()).isEqualTo(0.01);
    }

    @Test
    void tellsWhatItKnowsBeforeARoundIsOver() {
        assertThat(pace.seconds()).isNaN();
        steps(2, 0.5, 5);
        assertThat(pace.settled()).isFalse();
        assertThat(pace.seconds()).isEqualTo(0.5);
    }

    /** @param compiling seconds of compiling, in all of them */
    private void steps(int count, double seconds, double compiling) {
        for (int i = 0; i < count; i++) {
            compiled += compiling / count;
            pace.add(seconds, compiled);
        }
    }
}
