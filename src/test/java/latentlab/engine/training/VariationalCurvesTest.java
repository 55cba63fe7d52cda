package latentlab.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import latentlab.RealMnist;
import latentlab.data.Dataset;
import latentlab.engine.settings.Preset;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.settings.Validation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * Holds the bound of the preset on the real MNIST, and its divergence, to what three runs of PyTorch 1.13 came to: of
 * the same model, Adam at 0.001, batches of 128 of all 60,000 shuffled images, with one sample of each test image's
 * code.
 */
@EnabledIfEnvironmentVariable(
        named = RealMnist.VARIABLE,
        matches = ".+",
        disabledReason = "needs the MNIST files in the folder that " + RealMnist.VARIABLE + " names")
class VariationalCurvesTest {
    /** Test bound of the three runs, least and most, after 1, 2 and 3 epochs. */
    private static final double[][] BOUNDS = {{126.92, 127.57}, {115.31, 116.03}, {111.45, 111.95}};
    /** Divergence in it, likewise. */
    private static final double[][] DIVERGENCES = {{20.78, 21.10}, {23.12, 23.98}, {23.25, 24.90}};
    /** As far again as the three are from each other, and twice that after the first epoch, which runs most apart. */
    private static final double BEYOND = 1;

    @Test
    void followsPyTorchsRuns() throws Exception {
        Dataset mnist = RealMnist.load();
        TrainingConfig config = Preset.VARIATIONAL.config().with(Setting.VALIDATION, Validation.TEST);
        try (Trainer trainer = new Trainer(config, mnist)) {
            for (int epoch = 0; epoch < BOUNDS.length; epoch++) {
                EpochResult result = trainer.train((_, _) -> config.learningRate());
                double beyond = epoch == 0 ? 2 * BEYOND : BEYOND;
                assertThat(result.validLoss())
                        .as("bound after epoch %d", result.epoch())
                        .isBetween(BOUNDS[epoch][0] - beyond, BOUNDS[epoch][1] + beyond);
                assertThat(result.parts().getLast().valid())
                        .as("divergence after epoch %d", result.epoch())
                        .isBetween(DIVERGENCES[epoch][0] - beyond, DIVERGENCES[epoch][1] + beyond);
            }
        }
    }
}
