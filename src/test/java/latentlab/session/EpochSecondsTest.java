package latentlab.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import latentlab.MadeUpImages;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.EpochResult;
import latentlab.run.Run;
import org.junit.jupiter.api.Test;

/** What is said of the time of a run is what was measured, or nothing. */
class EpochSecondsTest extends ModelWithService {
    private OptionalDouble guess(TrainingConfig config) {
        OptionalDouble[] guess = new OptionalDouble[1];
        ui.run(() -> guess[0] = EpochSeconds.of(config, DATA, model.trainedRuns()));
        return guess[0];
    }

    @Test
    void nothingIsSaidBeforeAnEpochHasBeenMeasured() {
        open(CONFIG);
        assertThat(guess(CONFIG)).isEmpty();
    }

    @Test
    void theEpochsOfARunAlikeAreTakenAndOthersGoByTheirWork() {
        train(CONFIG);
        Run run = run();
        List<EpochResult> trained = run.history().subList(1, run.history().size());
        double measured =
                trained.stream().mapToDouble(EpochResult::seconds).average().orElseThrow();
        assertThat(guess(CONFIG).orElseThrow()).isCloseTo(measured, within(1e-9 * measured));
        assertThat(guess(CONFIG.withEpochs(100).withLearningRate(0.5).withSeed(8))
                        .orElseThrow())
                .as("an epoch is as long as it was")
                .isCloseTo(measured, within(1e-9 * measured));
        assertThat(guess(CONFIG.withKind(ModelKind.TIED)).orElseThrow())
                .as("shared weights are multiplied as often")
                .isCloseTo(measured, within(measured / 4));
        assertThat(guess(CONFIG.withLatent(100)).orElseThrow()).isGreaterThan(3 * measured);
        ui.run(() -> assertThat(EpochSeconds.of(CONFIG, MadeUpImages.dataset(100, 5, 7), model.trainedRuns())
                        .orElseThrow())
                .as("twice the images")
                .isCloseTo(2 * measured, within(0.1 * measured)));
    }
}
