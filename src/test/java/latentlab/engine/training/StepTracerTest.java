package latentlab.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import latentlab.MadeUpImages;
import latentlab.data.Dataset;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.HiddenLayer;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Noise;
import latentlab.engine.settings.Optimiser;
import latentlab.engine.settings.Schedule;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.settings.Validation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the numbers of one step to the engine's own next batch, for random configurations. */
class StepTracerTest {
    private static final Dataset GREY = MadeUpImages.dataset(43, 5, 7);
    private static final Dataset COLOUR = MadeUpImages.inColour(43, 4, 5);

    static IntStream cases() {
        return IntStream.range(0, 60);
    }

    private static TrainingConfig config(Random random) {
        TrainingConfig config = TrainingConfig.DEFAULT
                .withKind(one(random, ModelKind.SIMPLE, ModelKind.TIED))
                .withLatent(1 + random.nextInt(6))
                .withBatch(1 + random.nextInt(50))
                .withShuffle(random.nextBoolean())
                .withSeed(random.nextInt())
                .withLearningRate(0.003)
                .with(Setting.CODE, one(random, Activation.values()))
                .with(Setting.LOSS, one(random, Loss.values()))
                .with(Setting.OPTIMISER, one(random, Optimiser.values()))
                .with(Setting.SCHEDULE, one(random, Schedule.values()))
                .with(Setting.NOISE, one(random, Noise.values()))
                .with(Setting.VALIDATION, one(random, Validation.values()));
        if (random.nextBoolean()) {
            config = config.with(Setting.HIDDEN, HiddenLayer.dense(9, 4)).with(Setting.ENCODER, Activation.TANH);
        }
        if (random.nextBoolean()) {
            config = config.with(Setting.WEIGHT_DECAY, 0.01).with(Setting.CLIP, 0.05);
        }
        if (random.nextBoolean()) {
            config = config.with(Setting.SPARSITY, 0.01);
        }
        return config;
    }

    @SafeVarargs
    private static <T> T one(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }

    @ParameterizedTest
    @MethodSource("cases")
    void comesToWhatTheTrainerHasAfterItsNextBatch(int seed) throws Exception {
        Random random = new Random(seed);
        Dataset data = random.nextBoolean() ? GREY : COLOUR;
        TrainingConfig config = config(random);
        try (Trainer trainer = new Trainer(config, data)) {
            for (int epoch = random.nextInt(3); epoch > 0; epoch--) {
                trainer.train((_, _) -> 0.003);
            }
            TrainerState before = trainer.state();
            StepTracer tracer = new StepTracer(config, data, before, true);
            int image = random.nextInt(tracer.images().length);
            int unit = random.nextInt(config.latent());
            int input = tracer.strongest(image, unit);
            int pixel = random.nextInt(data.shape().size());
            StepTrace trace = tracer.trace(new StepTrace.Chosen(image, unit, pixel, input), () -> true);

            TrainerState[] after = new TrainerState[1];
            boolean lone = trainer.batches() == 1;
            trainer.train((batch, _) -> {
                after[0] = batch == 1 ? trainer.state() : after[0];
                return batch == 1 ? Double.NaN : 0.003;
            });
            TrainerState next = lone ? trainer.state() : after[0];
            int place = DoublePass.place(
                    trainer.model(),
                    trainer.model().layers().get(trainer.model().codeLayer()),
                    unit,
                    input);
            StepTrace.Update update = trace.update();
            assertThat(update.after()).isEqualTo((double) next.parameters()[place]);
            assertThat(update.firstAfter()).isEqualTo((double) next.first()[place]);
            assertThat(update.secondAfter()).isEqualTo((double) next.second()[place]);
            assertThat(update.byFormula()).isCloseTo(next.parameters()[place], within(1e-6));
            if (!lone) {
                double sum = trace.loss().batch()
                        * config.get(Setting.LOSS).elements(data.shape().size(), trace.images().length);
                assertThat(sum).isCloseTo(next.sums()[0], within(1e-5 * (1 + sum)));
            }

            StepTrace.Gradient gradient = trace.gradient();
            double size = 1e-5 + 1e-4 * Math.abs(gradient.value());
            assertThat(gradient.encoder() + gradient.decoder()).isCloseTo(gradient.value(), within(size));
            boolean kinks =
                    config.get(Setting.CODE) == Activation.RELU || config.get(Setting.CODE) == Activation.LEAKY_RELU;
            if (config.get(Setting.LOSS) != Loss.MAE && !kinks) {
                assertThat(gradient.difference()).isCloseTo(gradient.value(), within(size));
            }
            assertThat(trace.unit().output()).isFinite();
            assertThat((float) trace.pixel().output()).isCloseTo(trace.output()[pixel], within(1e-5f));
        }
    }

    @Test
    void isGivenUpOnceNobodyWaits() {
        try (Trainer trainer = new Trainer(TrainingConfig.DEFAULT, GREY)) {
            StepTracer tracer = new StepTracer(TrainingConfig.DEFAULT, GREY, trainer.state(), true);
            assertThatThrownBy(() -> tracer.trace(new StepTrace.Chosen(0, 0, 0, 0), () -> false))
                    .isInstanceOf(CancellationException.class);
        }
    }
}
