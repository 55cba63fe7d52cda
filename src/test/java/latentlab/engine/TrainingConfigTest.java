package latentlab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Locale;
import latentlab.text.Messages;
import latentlab.text.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingConfigTest {
    private static final TrainingConfig DEFAULT = TrainingConfig.DEFAULT;

    @Test
    void theDefaultsAreTheNotebooks() {
        assertThat(DEFAULT)
                .isEqualTo(TrainingConfig.DEFAULT
                        .withKind(ModelKind.SIMPLE)
                        .withLatent(20)
                        .withLearningRate(0.01)
                        .withBatch(128)
                        .withEpochs(50)
                        .withSeed(1)
                        .withShuffle(false));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.01, 128, 50, latent, 0",
        "129, 0.01, 128, 50, latent, 129",
        "20, 0.00009, 128, 50, rate, 9.0E-5",
        "20, 1.01, 128, 50, rate, 1.01",
        "20, NaN, 128, 50, rate, NaN",
        "20, 0.01, 0, 50, batch, 0",
        "20, 0.01, 10001, 50, batch, 10001",
        "20, 0.01, 128, 0, epochs, 0",
        "20, 0.01, 128, 100001, epochs, 100001"
    })
    void aNumberOutOfRangeIsRefusedWithASentenceThatNamesIt(
            int latent, double rate, int batch, int epochs, String what, String number) {
        TrainingConfig config = TrainingConfig.DEFAULT
                .withKind(ModelKind.TIED)
                .withLatent(latent)
                .withLearningRate(rate)
                .withBatch(batch)
                .withEpochs(epochs)
                .withSeed(1)
                .withShuffle(true);
        Problem problem = catchThrowableOfType(Problem.class, config::validated);
        assertThat(problem.sentence().values().getFirst())
                .isEqualTo(latentlab.text.Sentence.of("engine.setting." + (what.equals("rate") ? "lr" : what)));
        for (Locale language : Messages.LANGUAGES) {
            assertThat(new Messages(language).text(problem.sentence())).contains(number);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 0.0001, 1, 1", "128, 1, 10000, 100000"})
    void theEndsOfTheRangesAreAllowed(int latent, double rate, int batch, int epochs) throws Problem {
        TrainingConfig config = TrainingConfig.DEFAULT
                .withKind(ModelKind.TIED)
                .withLatent(latent)
                .withLearningRate(rate)
                .withBatch(batch)
                .withEpochs(epochs)
                .withSeed(-5)
                .withShuffle(true);
        assertThat(config.validated()).isSameAs(config);
    }
}
