package latentlab.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import latentlab.data.Dataset;
import latentlab.data.digits.BuiltInDigits;
import latentlab.engine.model.UnitActivity.State;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Preset;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.Trainer;
import latentlab.text.Progress;
import org.junit.jupiter.api.Test;

class StuckAdviceTest {
    private static final Dataset DIGITS = BuiltInDigits.create(Progress.NONE);
    private static final StuckUnits DEAD = new StuckUnits(List.of(State.DEAD, State.ACTIVE));
    private static final StuckUnits SATURATED = new StuckUnits(List.of(State.SATURATED, State.SATURATED));

    private static String advice(StuckUnits units, ModelKind kind, Activation code) {
        TrainingConfig config = TrainingConfig.DEFAULT.withKind(kind).with(Setting.CODE, code);
        return StuckAdvice.of(units, config).sentence().key();
    }

    @Test
    void goesByTheCodeAndTheModel() {
        assertThat(advice(DEAD, ModelKind.SIMPLE, Activation.SIGMOID)).isEqualTo("engine.stuck.tied");
        assertThat(advice(DEAD, ModelKind.TIED, Activation.SIGMOID)).isEqualTo("engine.stuck.linear");
        assertThat(advice(SATURATED, ModelKind.SIMPLE, Activation.SIGMOID)).isEqualTo("engine.stuck.linear");
        assertThat(advice(DEAD, ModelKind.SIMPLE, Activation.TANH)).isEqualTo("engine.stuck.linear");
        assertThat(advice(DEAD, ModelKind.SIMPLE, Activation.RELU)).isEqualTo("engine.stuck.leaky");
        assertThat(advice(DEAD, ModelKind.SIMPLE, Activation.LINEAR)).isEqualTo("engine.stuck.rate");
    }

    /** The notebook's model of two units, which fails, and what it is said to be trained with instead. */
    @Test
    void theTwoUnitsThatFailAreFreeOnceItIsTaken() throws Exception {
        TrainingConfig fails = Preset.TWO_DIMENSIONS.config();
        assertThat(stuck(fails)).isEqualTo(2);
        assertThat(stuck(fails.withLearningRate(0.001)))
                .as("this would not help")
                .isEqualTo(2);
        assertThat(stuck(fails.withKind(ModelKind.TIED))).isLessThan(2);
        assertThat(stuck(fails.with(Setting.CODE, Activation.LINEAR))).isZero();

        TrainingConfig relu = fails.with(Setting.CODE, Activation.RELU).withLearningRate(0.1);
        assertThat(stuck(relu)).isEqualTo(2);
        assertThat(stuck(relu.with(Setting.CODE, Activation.LEAKY_RELU))).isZero();
    }

    /** @return units that are stuck after some epochs with the built-in digits */
    private static int stuck(TrainingConfig config) throws Exception {
        try (Trainer trainer = new Trainer(config, DIGITS);
                Inference inference = new Inference(trainer.model(), config)) {
            for (int epoch = 0; epoch < 8; epoch++) {
                trainer.train((_, _) -> config.learningRate());
            }
            float[] codes = inference.latent(trainer.parameters(), DIGITS.test());
            return StuckUnits.of(codes, config.latent(), config.get(Setting.CODE))
                    .stuck();
        }
    }
}
