package latentlab.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import latentlab.MadeUpImages;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.engine.kernels.Kernels;
import latentlab.engine.kernels.PlainKernels;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.model.Inference;
import latentlab.engine.model.Network;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.Noise;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EvaluationTest {
    /** Eight batches of 125 and a short one. */
    private static final int COUNT = 1030;

    private static final ImageSet IMAGES = MadeUpImages.images(COUNT + 10, 9, 7, 1);
    private static final Autoencoder MODEL =
            Autoencoder.of(TrainingConfig.DEFAULT.withLatent(5), ImageShape.grey(9, 7));

    private static double loss(TrainingConfig config, Kernels kernels, int count, int threads) {
        Network network = new Network(MODEL, kernels, MODEL.initialParameters(1));
        try (Workers workers = new Workers(threads);
                Evaluation evaluation = new Evaluation(network, kernels, config, IMAGES, count, 3, workers)) {
            double loss = evaluation.losses()[0];
            for (int i = 0; i < 20; i++) {
                assertThat(evaluation.losses()[0]).as("once more").isEqualTo(loss);
            }
            return loss;
        } finally {
            network.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Loss.class)
    void twoThreadsComeToTheBitsOfOneAndBothToThePlainLoss(Loss loss) {
        TrainingConfig config = TrainingConfig.DEFAULT.with(Setting.LOSS, loss);
        double one = loss(config, Kernels.fastest(), COUNT, 1);
        assertThat(loss(config, Kernels.fastest(), COUNT, 2)).isEqualTo(one);
        assertThat(loss(config, Kernels.fastest(), COUNT, 5)).isEqualTo(one);
        double plain = loss(config, new PlainKernels(), COUNT, 2);
        assertThat(one).isCloseTo(plain, within(1e-6 * plain));
    }

    @ParameterizedTest
    @EnumSource(Noise.class)
    void theNoiseOfAnImageDoesNotDependOnTheThread(Noise noise) {
        TrainingConfig config = TrainingConfig.DEFAULT.with(Setting.NOISE, noise);
        assertThat(loss(config, Kernels.fastest(), COUNT, 2)).isEqualTo(loss(config, Kernels.fastest(), COUNT, 1));
    }

    @ParameterizedTest
    @CsvSource({"1", "100", "125", "126", "250", "1030"})
    void everyImageCountsOnce(int count) {
        double[] errors;
        try (Inference inference = new Inference(MODEL, TrainingConfig.DEFAULT)) {
            int[] all = IntStream.range(0, count).toArray();
            errors = inference
                    .reconstruct(MODEL.initialParameters(1), IMAGES, all)
                    .errors();
        }
        double mean = Arrays.stream(errors).average().orElseThrow();
        assertThat(loss(TrainingConfig.DEFAULT, Kernels.fastest(), count, 2)).isCloseTo(mean, within(1e-6 * mean));
    }

    /** Each batch waits here until two are under way at a time: on one thread that never comes. */
    @Test
    void twoBatchesAreUnderWayAtATime() {
        CountDownLatch both = new CountDownLatch(2);
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        Kernels kernels = new PlainKernels();
        Kernels meeting = (Kernels) Proxy.newProxyInstance(
                Kernels.class.getClassLoader(), new Class<?>[] {Kernels.class}, (self, method, arguments) -> {
                    if (method.getName().equals("forAnotherThread")) {
                        return self;
                    }
                    if (method.getName().equals("loss") && threads.add(Thread.currentThread())) {
                        both.countDown();
                        both.await(10, TimeUnit.SECONDS);
                    }
                    try {
                        return method.invoke(kernels, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        loss(TrainingConfig.DEFAULT, meeting, 250, 2);
        assertThat(threads).hasSize(2).contains(Thread.currentThread());
    }
}
