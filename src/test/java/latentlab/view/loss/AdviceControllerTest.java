package latentlab.view.loss;

import static org.assertj.core.api.Assertions.assertThat;

import latentlab.diagnosis.Advice.Change;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.Setting;
import latentlab.run.RunState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdviceControllerTest {
    @ParameterizedTest
    @EnumSource(RunState.class)
    void saysThatAnotherRateChangesTheRunThatIsBeingTrained(RunState state) {
        boolean goesOn = state == RunState.TRAINING || state == RunState.PAUSED;
        assertThat(AdviceController.changesRun(new Change<>(Setting.RATE, 0.003), state))
                .isEqualTo(goesOn);
        assertThat(AdviceController.changesRun(new Change<>(Setting.CODE, Activation.ELU), state))
                .as("waits for a new run")
                .isFalse();
    }
}
