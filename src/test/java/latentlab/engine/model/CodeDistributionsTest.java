package latentlab.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import latentlab.MadeUpImages;
import latentlab.data.Dataset;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.settings.Validation;
import latentlab.engine.training.Trainer;
import org.junit.jupiter.api.Test;

class CodeDistributionsTest {
    @Test
    void divergencesAreThoseOfTheFormula() {
        // Two images, two units: means 1, 0; -2, 0, log-variances 0, ln 4; -1, 0.
        float ln4 = (float) Math.log(4);
        CodeDistributions codes = CodeDistributions.of(2, new float[] {1, 0, 0, ln4, -2, 0, -1, 0});
        assertThat(codes.means()).containsExactly(1, 0, -2, 0);
        assertThat(codes.logVariances()).containsExactly(0, ln4, -1, 0);
        double first = (0.5 + (4 + Math.exp(-1) + 1 - 1) / 2) / 2;
        double second = (4 - ln4 - 1) / 2 / 2;
        assertThat(codes.divergences()[0]).isCloseTo(first, within(1e-7));
        assertThat(codes.divergences()[1]).isCloseTo(second, within(1e-7));
        assertThat(codes.deviations(0)).containsExactly(new double[] {1, 2}, within(1e-6));
    }

    /** What views show of the units adds up to what table and chart show of the epoch. */
    @Test
    void unitsAddUpToTheDivergenceOfTheEpoch() throws Exception {
        Dataset data = MadeUpImages.dataset(300, 5, 7);
        TrainingConfig config = TrainingConfig.DEFAULT
                .withKind(ModelKind.VARIATIONAL)
                .with(Setting.LOSS, Loss.BERNOULLI)
                .with(Setting.VALIDATION, Validation.TEST)
                .withLatent(4)
                .withBatch(16);
        try (Trainer trainer = new Trainer(config, data);
                Inference inference = new Inference(trainer.model(), config)) {
            double shown = trainer.train((_, _) -> 0.01).parts().getLast().valid();
            double[] units = CodeDistributions.of(inference, trainer.parameters(), data.test())
                    .divergences();
            assertThat(units).hasSize(4);
            assertThat(Arrays.stream(units).sum()).isCloseTo(shown, within(1e-5 * shown));
        }
    }
}
