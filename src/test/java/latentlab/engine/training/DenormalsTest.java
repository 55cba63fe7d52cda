package latentlab.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import latentlab.NeedsVectorApi;
import latentlab.engine.kernels.Floats;
import latentlab.engine.kernels.Kernels;
import latentlab.engine.kernels.Matrices;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.model.Batch;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Processors take a hundred times as long for numbers below the smallest normal one, which the fast kernels see to. */
@NeedsVectorApi
public class DenormalsTest {
    private static final Autoencoder MODEL = new Autoencoder(ModelKind.SIMPLE, 28, 28, 32);

    /**
     * Units and pixels ever darker, on black images: the outputs, their deltas and the gradients, which are products of
     * both.
     */
    @ParameterizedTest
    @EnumSource(Loss.class)
    void aStepOfDeadUnitsAndBlackPixelsMeetsNone(Loss loss) {
        Kernels kernels = Kernels.fastest();
        for (int bias = -1; bias >= -100; bias--) {
            float[] parameters = MODEL.initialParameters(1);
            for (String name : new String[] {Autoencoder.ENCODER_BIAS, Autoencoder.DECODER_BIAS}) {
                Autoencoder.ParameterArray array = MODEL.array(name);
                Arrays.fill(parameters, array.offset(), array.offset() + array.length(), bias);
            }
            TrainingStep step =
                    new TrainingStep(MODEL, kernels, parameters, TrainingConfig.DEFAULT.with(Setting.LOSS, loss));
            Batch batch = new Batch(MODEL, 16);
            float[] faint = new float[16 * MODEL.inputs()];
            Arrays.fill(faint, faint.length / 2, faint.length, 1 / 255f);
            batch.images.set(faint);
            step.gradients(batch);
            String where = loss + " at " + bias;
            assertNone(where + ": codes", batch.latent());
            assertNone(where + ": delta of the reconstructions", batch.output());
            assertNone(where + ": delta of the codes", batch.deltas.getFirst());
            assertNone(where + ": gradient", step.gradient.all);
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
