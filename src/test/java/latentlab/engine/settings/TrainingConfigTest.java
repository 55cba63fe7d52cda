package latentlab.engine.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import latentlab.MadeUpImages;
import latentlab.engine.training.DivergedException;
import latentlab.engine.training.Trainer;
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

    /** Trains with one value and with another: what is said to be used changes the figures, what is not does not. */
    @ParameterizedTest
    @CsvSource({
        "hidden=, encoder-activation=relu, false",
        "hidden=4, encoder-activation=relu, true",
        "hidden=, decoder-activation=tanh, false",
        "hidden=4, decoder-activation=tanh, true",
        "hidden=, code-activation=tanh, true",
        "noise=none, noise-level=0.7, false",
        "noise=masking, noise-level=0.7, true",
        "noise=gaussian, noise-level=0.7, true",
        "optimiser=sgd, momentum=0.5, false",
        "optimiser=momentum, momentum=0.5, true",
        "optimiser=nesterov, momentum=0.5, true",
        "optimiser=rmsprop, momentum=0.5, false",
        "optimiser=adam, momentum=0.5, false",
        "optimiser=adamw, momentum=0.5, false",
        "schedule=constant, schedule-factor=0.9, false",
        "schedule=constant, schedule-epochs=1, false",
        "schedule=constant, warm-up=0.9, false",
        "schedule=step, schedule-epochs=1, true",
        "schedule=step, warm-up=0.9, false",
        "schedule=plateau, warm-up=0.9, false",
        "schedule=cosine, schedule-factor=0.9, false",
        "schedule=cosine, schedule-epochs=1, false",
        "schedule=cosine, warm-up=0.9, false",
        "schedule=one-cycle, schedule-factor=0.9, false",
        "schedule=one-cycle, schedule-epochs=1, false",
        "schedule=one-cycle, warm-up=0.9, true",
        "schedule=warm-up, schedule-epochs=1, false",
        "schedule=warm-up, warm-up=0.9, true"
    })
    void usesASettingExactlyWhereItMakesADifference(String context, String other, boolean used)
            throws DivergedException {
        TrainingConfig config = with(DEFAULT.withLatent(3).withBatch(4).withEpochs(3), context);
        Setting<?> setting = setting(other);
        assertThat(setting.appliesTo(config)).isEqualTo(used);
        assertThat(Arrays.equals(trained(config), trained(with(config, other))))
                .as("the same numbers with %s and without", other)
                .isEqualTo(!used);
    }

    @Test
    void aConfigurationWrittenAsTextsIsTheSameAgain() {
        for (Preset preset : Preset.values()) {
            Map<String, String> texts = preset.config().texts();
            assertThat(texts).hasSize(Setting.ALL.size());
            assertThat(TrainingConfig.ofTexts(texts)).isEqualTo(preset.config());
        }
        assertThatThrownBy(() -> TrainingConfig.ofTexts(Map.of("latnet", "3")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TrainingConfig.ofTexts(Map.of("latent", "0")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void oneCycleHasAMomentumOfItsOwn() throws DivergedException {
        TrainingConfig config = with(
                        with(DEFAULT.withLatent(3).withBatch(4), "optimiser=nesterov"), "schedule=one-cycle")
                .withEpochs(3);
        assertThat(Setting.MOMENTUM.appliesTo(config)).isFalse();
        assertThat(trained(with(config, "momentum=0.5"))).isEqualTo(trained(config));
    }

    private static Setting<?> setting(String assignment) {
        return Setting.ALL.stream()
                .filter(setting -> assignment.startsWith(setting.name() + "="))
                .findFirst()
                .orElseThrow();
    }

    private static TrainingConfig with(TrainingConfig config, String assignment) {
        return with(config, setting(assignment), assignment.substring(assignment.indexOf('=') + 1));
    }

    private static <T> TrainingConfig with(TrainingConfig config, Setting<T> setting, String text) {
        return config.with(setting, setting.domain().parse(text));
    }

    private static float[] trained(TrainingConfig config) throws DivergedException {
        try (Trainer trainer = new Trainer(config, MadeUpImages.dataset(22, 5, 7))) {
            for (int epoch = 0; epoch < config.epochs(); epoch++) {
                trainer.train((_, _) -> config.learningRate());
            }
            return trainer.parameters();
        }
    }
}
