package latentlab.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import latentlab.MadeUpImages;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.engine.layer.LayerArray;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.model.Autoencoder.ParameterArray;
import latentlab.engine.settings.HiddenLayer;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Noise;
import latentlab.engine.settings.Optimiser;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.settings.Validation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Norms are held to the steps that training takes; the gradients themselves are by {@link RandomParityTest}. */
class GradientNormsTest {
    private static final Dataset DATA = MadeUpImages.dataset(60, 7, 9);

    static Stream<TrainingConfig> configurations() {
        Random random = new Random(15);
        return IntStream.range(0, 24).mapToObj(_ -> {
            ModelKind kind = ModelKind.values()[random.nextInt(ModelKind.values().length)];
            return TrainingConfig.DEFAULT
                    .withKind(kind)
                    .withLatent(1 + random.nextInt(5))
                    .with(Setting.HIDDEN, random.nextBoolean() ? List.of() : HiddenLayer.dense(5 + random.nextInt(9)))
                    .with(Setting.LOSS, Loss.values()[random.nextInt(Loss.values().length)])
                    .with(Setting.NOISE, Noise.values()[random.nextInt(Noise.values().length)])
                    .with(Setting.SPARSITY, random.nextBoolean() ? 0.0 : 0.01)
                    .with(Setting.VALIDATION, random.nextBoolean() ? Validation.TEST : Validation.FIFTH)
                    .with(Setting.OPTIMISER, Optimiser.SGD)
                    .with(Setting.MOMENTUM, 0.0)
                    .withSeed(random.nextInt(100))
                    .withShuffle(false)
                    .withBatch(60)
                    .withLearningRate(0.25);
        });
    }

    /** One batch an epoch, and no momentum: a step is the rate times the gradient. */
    @ParameterizedTest
    @MethodSource("configurations")
    void areThoseOfTheStepThatTrainingTakesNext(TrainingConfig config) throws Exception {
        try (Trainer trainer = new Trainer(config, DATA);
                GradientNorms norms = new GradientNorms(config, trainer.model(), DATA)) {
            float[] before = trainer.parameters();
            GradientNorms.Norms found = norms.of(before, 0);
            trainer.train((_, _) -> config.learningRate());
            double[] layers = lengths(trainer.model(), before, trainer.parameters(), config.learningRate());
            double all = Math.sqrt(IntStream.range(0, layers.length)
                    .mapToDouble(l -> layers[l] * layers[l])
                    .sum());
            assertThat(found.all()).isCloseTo(all, within(2e-4 * all + 2e-6));
            for (int l = 0; l < layers.length; l++) {
                assertThat(found.layers().get(l)).as("layer %d", l).isCloseTo(layers[l], within(2e-4 * all + 2e-6));
            }
        }
    }

    @Test
    void areTheMeanOverBatchesBeforeTheGradientIsClipped() {
        TrainingConfig config = TrainingConfig.DEFAULT
                .withLatent(3)
                .withShuffle(false)
                .withBatch(20)
                .with(Setting.VALIDATION, Validation.TEST)
                .with(Setting.CLIP, 1e-6);
        Autoencoder model = Autoencoder.of(config, DATA.shape());
        float[] parameters = model.initialParameters(3);
        List<Double> alone = new ArrayList<>();
        for (int from = 0; from < 60; from += 20) {
            ImageSet part = part(from, 20);
            Dataset data = new Dataset(DATA.name(), DATA.origin(), part, DATA.test(), List.of());
            try (GradientNorms norms = new GradientNorms(config, model, data)) {
                alone.add(norms.of(parameters, 0).all());
            }
        }
        try (GradientNorms norms = new GradientNorms(config, model, DATA)) {
            double mean =
                    alone.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
            assertThat(norms.of(parameters, 0).all())
                    .isCloseTo(mean, within(1e-9))
                    .isGreaterThan(1e-4);
        }
    }

    private static ImageSet part(int from, int count) {
        ImageSet all = DATA.train();
        byte[] pixels = java.util.Arrays.copyOfRange(all.pixels(), from * all.size(), (from + count) * all.size());
        return new ImageSet(count, all.shape(), pixels, null);
    }

    private static double[] lengths(Autoencoder model, float[] before, float[] after, double rate) {
        return model.layers().stream()
                .mapToDouble(layer -> {
                    double squares = 0;
                    for (LayerArray each : layer.arrays()) {
                        if (each.isOwn()) {
                            ParameterArray array = model.array(each.name());
                            for (int i = array.offset(); i < array.offset() + array.length(); i++) {
                                double slope = (before[i] - after[i]) / rate;
                                squares += slope * slope;
                            }
                        }
                    }
                    return Math.sqrt(squares);
                })
                .toArray();
    }
}
