package latentlab.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import latentlab.data.ImageShape;
import latentlab.engine.kernels.Floats;
import latentlab.engine.kernels.Kernels;
import latentlab.engine.kernels.Matrices;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.model.Autoencoder.ParameterArray;
import latentlab.engine.model.Batch;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.HiddenLayer;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Processors take a hundred times as long for numbers below the smallest normal one, which the kernels see to. */
public class DenormalsTest {
    /** The notebook's sigmoids at every loss, and a stack of each other kind. */
    static Stream<Arguments> models() {
        Stream<TrainingConfig> simple =
                Stream.of(Loss.values()).map(loss -> TrainingConfig.DEFAULT.with(Setting.LOSS, loss));
        Stream<TrainingConfig> stacks = Stream.of(Activation.values())
                .filter(each -> each != Activation.LINEAR)
                .map(each -> TrainingConfig.DEFAULT
                        .with(Setting.HIDDEN, HiddenLayer.dense(35))
                        .with(Setting.ENCODER, each)
                        .with(Setting.CODE, each)
                        .with(Setting.DECODER, each));
        return Stream.concat(simple, stacks)
                .map(config -> config.withLatent(19))
                .flatMap(config -> AllKernels.here().stream().map(kernels -> Arguments.of(kernels, config)));
    }

    /**
     * Units and pixels ever darker, on black images: the outputs, their deltas and the gradients, which are products of
     * both.
     */
    @ParameterizedTest
    @MethodSource("models")
    void aStepOfDeadUnitsAndBlackPixelsMeetsNone(Kernels kernels, TrainingConfig config) {
        Autoencoder model = Autoencoder.of(config, new ImageShape(1, 28, 28));
        for (int bias = -1; bias >= -100; bias -= 3) {
            float[] parameters = model.initialParameters(1);
            for (ParameterArray array : model.arrays()) {
                if (array.columns() == 1) {
                    Arrays.fill(parameters, array.offset(), array.offset() + array.length(), bias);
                }
            }
            TrainingStep step = new TrainingStep(model, kernels, parameters, config);
            Batch batch = new Batch(model, 16);
            float[] faint = new float[16 * model.inputs()];
            Arrays.fill(faint, faint.length / 2, faint.length, 1 / 255f);
            batch.images.set(faint);
            step.gradients(batch);
            String where = " at " + bias;
            for (Floats each : batch.outputs) {
                assertNone("outputs, the last one's their delta" + where, each);
            }
            for (Floats each : batch.deltas) {
                assertNone("delta" + where, each);
            }
            assertNone("gradient" + where, step.gradient.all);
            step.close();
            batch.close();
        }
    }

    public static void assertNone(String what, Floats array) {
        for (float number : Matrices.numbers(array)) {
            // Looked at first: an assertion for each of twenty million numbers takes longer than to compute them.
            boolean fine = number == 0 || Math.abs(number) >= Float.MIN_NORMAL;
            if (!fine) {
                assertThat(number).as("%s, zero or normal", what).isZero();
            }
        }
    }
}
