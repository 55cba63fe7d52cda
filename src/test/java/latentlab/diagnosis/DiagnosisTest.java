package latentlab.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import latentlab.MadeUpImages;
import latentlab.data.Dataset;
import latentlab.diagnosis.EpochDiagnosis.OfLayer;
import latentlab.engine.settings.HiddenLayer;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.settings.Validation;
import latentlab.run.Run;
import latentlab.run.findings.TestError;
import latentlab.run.follow.Training;
import latentlab.run.store.Scratch;
import latentlab.text.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DiagnosisTest {
    private static final Dataset DATA = MadeUpImages.dataset(200, 7, 9);
    private static final TrainingConfig CONFIG =
            TrainingConfig.DEFAULT.withLatent(3).withEpochs(3).withBatch(20).with(Setting.VALIDATION, Validation.TEST);

    @TempDir
    private Path scratch;

    private Training trained(TrainingConfig config) throws Exception {
        Training training = new Training(new Scratch(scratch));
        training.follow(DATA, config, _ -> {}, () -> {});
        return training;
    }

    /** Training's own validation is on the same images, and knows nothing of this. */
    @Test
    void theTestErrorIsTheValidationLossOfARunThatValidatesOnTestImages() throws Exception {
        try (Training training = trained(CONFIG);
                Diagnosis diagnosis = new Diagnosis(training.run())) {
            for (int epoch = 0; epoch <= 3; epoch++) {
                double valid = training.run().history().get(epoch).validLoss();
                assertThat(diagnosis.error(epoch, Progress.NONE).mse()).isCloseTo(valid, within(1e-6 * valid));
            }
        }
    }

    @Test
    void theTestErrorAfterTheLastEpochIsKeptWithTheRunAndNotWorkedOutTwice() throws Exception {
        try (Training training = trained(CONFIG)) {
            Run run = training.run();
            assertThat(Diagnosis.lastError(run, () -> true)).isEqualTo(3);
            assertThat(run.findings().errors()).containsOnlyKeys(3);
            TestError another = new TestError(0.125);
            run.findings().addError(3, another);
            assertThat(Diagnosis.lastError(run, () -> false)).isEqualTo(3);
            try (Diagnosis diagnosis = new Diagnosis(run)) {
                assertThat(diagnosis.of(3, () -> true).error()).isEqualTo(another);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Loss.class)
    void theTestErrorIsTheMeanSquareWhateverTheLoss(Loss loss) throws Exception {
        try (Training training = trained(CONFIG.with(Setting.LOSS, loss));
                Diagnosis diagnosis = new Diagnosis(training.run())) {
            Run run = training.run();
            int[] all = java.util.stream.IntStream.range(0, 100).toArray();
            float[] made = run.reconstructIntensities(3, all);
            byte[] pixels = DATA.test().pixels();
            double sum = 0;
            for (int i = 0; i < made.length; i++) {
                double difference = made[i] - (pixels[i] & 0xFF) / 255.0;
                sum += difference * difference;
            }
            double mse = sum / made.length;
            TestError error = diagnosis.error(3, Progress.NONE);
            assertThat(error.mse()).isCloseTo(mse, within(1e-5 * mse));
            assertThat(error.psnr()).isCloseTo(10 * Math.log10(1 / mse), within(1e-3));
        }
    }

    @Test
    void countsEachWeightAndActivationOnce() throws Exception {
        TrainingConfig config = CONFIG.withKind(ModelKind.TIED).with(Setting.HIDDEN, HiddenLayer.dense(8));
        try (Training training = trained(config);
                Diagnosis diagnosis = new Diagnosis(training.run())) {
            EpochDiagnosis last = diagnosis.of(3, () -> true);
            assertThat(last.weights()).extracting(OfLayer::layer).containsExactly("encoder.0", "encoder.1");
            assertThat(last.weights()).extracting(each -> total(each.numbers())).containsExactly(63 * 8, 8 * 3);
            assertThat(last.activations())
                    .extracting(OfLayer::layer)
                    .containsExactly("encoder.0", "encoder.1", "decoder.0", "decoder.1");
            assertThat(last.activations())
                    .extracting(each -> total(each.numbers()))
                    .containsExactly(100 * 8, 100 * 3, 100 * 8, 100 * 63);
            float[] codes = training.run().latent(3);
            assertThat(last.activations().get(1).numbers())
                    .usingRecursiveComparison()
                    .isEqualTo(Histogram.of(codes, 0, codes.length));
            assertThat(last.gradients().layers()).hasSize(4);
            assertThat(diagnosis.known()).containsOnlyKeys(3);
        }
    }

    @Test
    void histogramsHaveAllNumbersInBinsBetweenTheLeastAndTheGreatest() {
        float[] numbers = {9, -1, 0, 1, Float.NaN, 1, 3, Float.POSITIVE_INFINITY, 9};
        Histogram histogram = Histogram.of(numbers, 1, 8);
        assertThat(histogram.low()).isEqualTo(-1);
        assertThat(histogram.high()).isEqualTo(3);
        assertThat(histogram.mean()).isCloseTo(0.8, within(1e-12));
        assertThat(histogram.deviation()).isCloseTo(Math.sqrt(1.76), within(1e-12));
        assertThat(histogram.notFinite()).isEqualTo(2);
        assertThat(histogram.counts()[0]).isOne();
        assertThat(histogram.counts()[16]).isOne();
        assertThat(histogram.counts()[32]).isEqualTo(2);
        assertThat(histogram.counts()[63]).as("the greatest is in the last bin").isOne();
        assertThat(Histogram.of(new float[] {2, 2}, 0, 2).counts()[0]).isEqualTo(2);
        assertThat(Histogram.of(new float[] {Float.NaN}, 0, 1).low()).isNaN();
    }

    @Test
    void givesUpWhenNobodyWaitsOrItIsClosed() throws Exception {
        try (Training training = trained(CONFIG)) {
            Diagnosis diagnosis = new Diagnosis(training.run());
            assertThatThrownBy(() -> diagnosis.of(1, () -> false)).isInstanceOf(CancellationException.class);
            assertThat(diagnosis.next(4, 1)).isOne();
            diagnosis.of(1, () -> true);
            assertThat(diagnosis.next(4, 1)).as("the newest").isEqualTo(3);
            diagnosis.close();
            diagnosis.close();
            assertThatThrownBy(() -> diagnosis.of(2, () -> true)).isInstanceOf(CancellationException.class);
        }
    }

    private static int total(Histogram histogram) {
        return Arrays.stream(histogram.counts()).sum() + histogram.notFinite();
    }
}
