package latentlab.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import latentlab.MadeUpImages;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.engine.kernels.Kernels;
import latentlab.engine.kernels.PlainKernels;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.model.Batch;
import latentlab.engine.model.Parameters;
import latentlab.engine.settings.HiddenLayer;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Noise;
import latentlab.engine.settings.Optimiser;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The numbers of a run do not depend on how many cores there are, nor on how many of them are used when. */
class AnyNumberOfWorkersTest {
    private static final ImageShape SHAPE = ImageShape.grey(14, 11);

    private static Stream<TrainingConfig> configs() {
        TrainingConfig config = TrainingConfig.DEFAULT.withLatent(7).withBatch(61);
        TrainingConfig stack = config.with(Setting.HIDDEN, HiddenLayer.dense(33));
        return Stream.of(
                config,
                config.withKind(ModelKind.TIED),
                stack.with(Setting.CLIP, 0.01).with(Setting.WEIGHT_DECAY, 1e-3),
                stack.withKind(ModelKind.TIED).with(Setting.SPARSITY, 1e-3).with(Setting.LOSS, Loss.BCE),
                config.with(Setting.OPTIMISER, Optimiser.ADAMW).with(Setting.WEIGHT_DECAY, 1e-2),
                stack.with(Setting.NOISE, Noise.values()[1])
                        .with(Setting.NOISE_LEVEL, 0.3)
                        .withShuffle(true),
                config.withBatch(3),
                stack.withKind(ModelKind.VARIATIONAL).with(Setting.LOSS, Loss.BERNOULLI),
                config.withKind(ModelKind.VARIATIONAL)
                        .with(Setting.LOSS, Loss.GAUSSIAN)
                        .with(Setting.FREE_BITS, 0.2),
                // Of another number of parts.
                config.with(Setting.HIDDEN, HiddenLayer.dense(128, 127, 126)),
                config.with(Setting.HIDDEN, HiddenLayer.row("c5-c16-200")),
                config.with(Setting.HIDDEN, HiddenLayer.row("c16s1-p2-c3")).with(Setting.CLIP, 0.01));
    }

    @ParameterizedTest
    @MethodSource("configs")
    void comeToTheSameBits(TrainingConfig config) {
        float[] one = train(config, 1, false);
        for (int workers : new int[] {2, 3, 4, 8}) {
            assertThat(train(config, workers, false)).as("%d workers", workers).isEqualTo(one);
        }
        assertThat(train(config, 4, true)).as("now more, now fewer").isEqualTo(one);
    }

    /** @return parameters, both moments and the losses */
    private static float[] train(TrainingConfig config, int count, boolean changing) {
        Autoencoder model = Autoencoder.of(config, SHAPE);
        ImageSet images = MadeUpImages.images(200, SHAPE.height(), SHAPE.width(), 1);
        SplittableRandom random = new SplittableRandom(5);
        Kernels kernels = Kernels.fastest();
        try (Workers workers = new Workers(count)) {
            TrainingStep step = new TrainingStep(model, kernels, model.initialParameters(2), config, workers);
            Batch batch = Batch.of(model, config.batch(), config);
            float[] losses = new float[30];
            for (int i = 0; i < losses.length; i++) {
                int from = i * config.batch() % (images.count() - config.batch());
                if (changing) {
                    workers.team(1 + random.nextInt(count));
                }
                losses[i] = (float)
                        step.train(batch, (part, mine) -> part.fill(images, from + part.first(), mine, 9), 0.01, 0.9);
            }
            float[] all = Arrays.copyOf(losses, losses.length + 3 * model.parameterCount());
            int at = losses.length;
            for (Parameters each : List.of(
                    step.network.parameters,
                    step.moments().getFirst(),
                    step.moments().getLast())) {
                float[] numbers = each.flat();
                System.arraycopy(numbers, 0, all, at, numbers.length);
                at += numbers.length;
            }
            step.close();
            batch.close();
            return all;
        }
    }

    /** As in a sweep: what each would wait for, the others have. */
    @Test
    void trainersBesideEachOtherKeepToOneCoreEach() throws Exception {
        Dataset data = MadeUpImages.dataset(2000, 14, 11);
        TrainingConfig config = TrainingConfig.DEFAULT.withLatent(7);
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        Kernels kernels = noting(threads);
        try (Trainer outer = new Trainer(config, data);
                Trainer inner = new Trainer(config, data, kernels)) {
            outer.train((_, _) -> {
                try {
                    inner.train((_, _) -> 0.01);
                } catch (DivergedException e) {
                    throw new AssertionError(e);
                }
                return Double.NaN;
            });
        }
        assertThat(threads).containsExactly(Thread.currentThread());
    }

    /** @return kernels that note who works with them */
    private static Kernels noting(Set<Thread> threads) {
        Kernels kernels = new PlainKernels();
        return (Kernels) Proxy.newProxyInstance(
                Kernels.class.getClassLoader(), new Class<?>[] {Kernels.class}, (self, method, arguments) -> {
                    if (method.getName().equals("forAnotherThread")) {
                        return self;
                    }
                    threads.add(Thread.currentThread());
                    return method.invoke(kernels, arguments);
                });
    }

    @Test
    void partsHaveAllImagesOnceInWholeTiles() {
        Autoencoder model = Autoencoder.of(TrainingConfig.DEFAULT, ImageShape.grey(5, 5));
        assertThat(model.parts()).isEqualTo(4);
        for (int count : new int[] {1, 3, 4, 5, 31, 32, 33, 61, 100, 127, 128, 129, 1000}) {
            Batch batch = new Batch(model, count);
            int next = 0;
            for (Batch part : batch.parts()) {
                assertThat(part.first())
                        .isEqualTo(next)
                        .satisfies(first -> assertThat(first % 4).isZero());
                assertThat(part.count()).isPositive();
                next += part.count();
            }
            assertThat(next).isEqualTo(count);
            assertThat(batch.parts()).hasSizeLessThanOrEqualTo(4);
            batch.close();
        }
    }

    @Test
    void modelsWithALargeLayerAreNotCut() {
        TrainingConfig large = TrainingConfig.DEFAULT.with(Setting.HIDDEN, HiddenLayer.dense(200));
        assertThat(Autoencoder.of(large, ImageShape.grey(28, 28)).parts()).isEqualTo(1);
        assertThat(Autoencoder.of(TrainingConfig.DEFAULT.withLatent(128), ImageShape.grey(28, 28))
                        .parts())
                .isEqualTo(2);
    }
}
