package latentlab.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import latentlab.MadeUpImages;
import latentlab.data.Dataset;
import latentlab.data.ImageShape;
import latentlab.engine.kernels.BlasThreads;
import latentlab.engine.kernels.Kernels;
import latentlab.engine.kernels.PlainKernels;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.settings.HiddenLayer;
import latentlab.engine.settings.Preset;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.settings.Validation;
import latentlab.natives.NativeLibraries;
import latentlab.natives.OpenBlasThreads;
import org.junit.jupiter.api.Test;

class BlasThreadsTest {
    static {
        NativeLibraries.require();
    }

    private static final Dataset DATA = MadeUpImages.dataset(300, 28, 28);
    private static final TrainingConfig SMALL = TrainingConfig.DEFAULT;
    private static final TrainingConfig LARGE =
            Preset.HINTON_SALAKHUTDINOV.config().with(Setting.VALIDATION, Validation.FIFTH);

    private static int threads(TrainingConfig config) {
        return BlasThreads.of(Autoencoder.of(config, ImageShape.grey(28, 28)), config.batch());
    }

    @Test
    void onlyAModelWithALargeLayerTakesTwoThreads() {
        assumeThat(Runtime.getRuntime().availableProcessors()).isGreaterThan(1);
        assertThat(threads(SMALL)).isEqualTo(1);
        assertThat(threads(SMALL.withLatent(TrainingConfig.MAX_LATENT))).isEqualTo(1);
        assertThat(threads(SMALL.with(Setting.HIDDEN, HiddenLayer.dense(256)))).isEqualTo(2);
        assertThat(threads(LARGE)).isEqualTo(2);
        assertThat(threads(LARGE.withBatch(1))).isEqualTo(1);
    }

    @Test
    void eachModelTrainsWithItsOwnWhateverTrainedBefore() throws Exception {
        try (Trainer small = new Trainer(SMALL, DATA);
                Trainer large = new Trainer(LARGE, DATA)) {
            for (Trainer each : List.of(large, small, large)) {
                each.train((_, _) -> 0.001);
                int threads = each == small ? 1 : threads(LARGE);
                assertThat(OpenBlasThreads.current()).isEqualTo(threads);
            }
        }
    }

    @Test
    void eachModelIsEvaluatedBeforeTrainingWithItsOwn() {
        try (Trainer small = new Trainer(SMALL, DATA);
                Trainer large = new Trainer(LARGE, DATA)) {
            for (Trainer each : List.of(large, small, large)) {
                each.initial();
                assertThat(OpenBlasThreads.current()).isEqualTo(each == small ? 1 : threads(LARGE));
            }
        }
    }

    /**
     * On this machine with one thread and with as many as a large model takes, as a machine with one core and one with
     * more.
     */
    @Test
    void aReproducibleRunTakesOneThreadWhateverTheModel() throws Exception {
        TrainingConfig config = LARGE.with(Setting.REPRODUCIBLE, true);
        try (Trainer trainer = new Trainer(config, DATA)) {
            trainer.train((_, _) -> 0.001);
            assertThat(trainer.arithmetic().threads()).isEqualTo(1);
            assertThat(OpenBlasThreads.current()).isEqualTo(1);
        }
    }

    @Test
    void aTrainerTellsWhatItsNumbersDependOn() {
        try (Trainer fast = new Trainer(LARGE, DATA);
                Trainer plain = new Trainer(SMALL, DATA, new PlainKernels())) {
            assertThat(fast.arithmetic().threads()).isEqualTo(threads(LARGE));
            assertThat(fast.arithmetic().lanes()).isEqualTo(Kernels.fastest().lanes());
            assertThat(plain.arithmetic().lanes()).isEqualTo(1);
            // The one whose kernels the library has been told to take, where it has been.
            String wanted = System.getenv("OPENBLAS_CORETYPE");
            if (wanted == null) {
                assertThat(plain.arithmetic().processor()).isNotBlank();
            } else {
                assertThat(plain.arithmetic().processor()).isEqualToIgnoringCase(wanted);
            }
        }
    }

    @Test
    void twoThreadsComeToTheSameNumbersEveryTimeBitForBit() throws Exception {
        List<float[]> runs = new ArrayList<>();
        List<Double> losses = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            try (Trainer trainer = new Trainer(LARGE, DATA)) {
                trainer.train((_, _) -> 0.002);
                losses.add(trainer.train((_, _) -> 0.002).validLoss());
                runs.add(trainer.parameters());
            }
        }
        assertThat(losses.get(1)).isEqualTo(losses.get(0));
        assertThat(runs.get(1)).isEqualTo(runs.get(0));
    }

    /** As a sweep beside the window's own training. */
    @Test
    void trainingsBesideEachOtherComeToTheNumbersTheyComeToAlone() throws Exception {
        List<float[]> runs = new ArrayList<>();
        for (boolean beside : new boolean[] {false, true}) {
            try (Trainer small = new Trainer(SMALL, DATA);
                    Trainer large = new Trainer(LARGE, DATA)) {
                int batches = large.batches();
                large.train((_, _) -> {
                    if (beside) {
                        trainOn(small);
                    }
                    return 0.002;
                });
                for (int i = 0; !beside && i < batches; i++) {
                    trainOn(small);
                }
                assertThat(small.epoch()).isEqualTo(batches).isGreaterThan(1);
                runs.add(large.parameters());
                runs.add(small.parameters());
            }
        }
        assertThat(runs.get(2)).isEqualTo(runs.get(0));
        assertThat(runs.get(3)).isEqualTo(runs.get(1));
    }

    private static void trainOn(Trainer trainer) {
        try {
            trainer.train((_, _) -> 0.01);
        } catch (DivergedException e) {
            throw new AssertionError(e);
        }
    }

    /** Else one of them would change the number of threads while another one computes. */
    @Test
    void oneWithTwoThreadsComputesByItself() throws Exception {
        Lock large = BlasThreads.hold(2);
        CountDownLatch called = new CountDownLatch(1);
        AtomicBoolean done = new AtomicBoolean();
        Thread other = Thread.ofPlatform().start(() -> {
            called.countDown();
            Lock small = BlasThreads.hold(1);
            done.set(true);
            small.unlock();
        });
        called.await();
        while (other.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertThat(done).isFalse();
        large.unlock();
        other.join();
        assertThat(done).isTrue();
    }
}
