package latentlab.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import latentlab.MadeUpImages;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.engine.kernels.Kernels;
import latentlab.engine.kernels.PlainKernels;
import latentlab.engine.layer.Dense;
import latentlab.engine.layer.TiedDense;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.model.Batch;
import latentlab.engine.model.ModelSummary;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.TrainingConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A model is whatever its layers are, which need not mirror each other as those of the two kinds do. */
class LayerListTest {
    private static final ImageSet IMAGES = MadeUpImages.images(6, 5, 7, 1);

    /** 35-6-8-35: a code of six out of the first of three layers, of which two share a weight across a third. */
    private static Autoencoder crooked(Activation activation) {
        Dense lender = new Dense("wide", 35, 8, Activation.TANH, true);
        Dense code = new Dense("code", 8, 6, activation, false);
        Dense back = new Dense("back", 6, 8, activation, false);
        return new Autoencoder(
                ModelKind.SIMPLE,
                new ImageShape(1, 5, 7),
                List.of(lender, code, back, new TiedDense("tied", lender, Activation.SIGMOID)),
                1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void itsGradientIsTheSlopeOfItsLoss(boolean fast) {
        Kernels kernels = fast ? Kernels.fastest() : new PlainKernels();
        Autoencoder model = crooked(Activation.SIGMOID);
        float[] parameters = model.initialParameters(1);
        TrainingStep step = new TrainingStep(model, kernels, parameters, TrainingConfig.DEFAULT);
        Batch batch = new Batch(model, IMAGES.count());
        batch.fill(IMAGES, 0, kernels, 0);
        step.gradients(batch);
        float[] gradient = step.gradient.flat();

        float nudge = 0.01f;
        for (int i = 0; i < parameters.length; i++) {
            double slope =
                    (loss(step, batch, parameters, i, nudge) - loss(step, batch, parameters, i, -nudge)) / (2 * nudge);
            assertThat((double) gradient[i]).as("parameter %d", i).isCloseTo(slope, within(2e-5));
        }
    }

    /** Of the batch, with one parameter changed. */
    private static double loss(TrainingStep step, Batch batch, float[] parameters, int which, float change) {
        float[] changed = parameters.clone();
        changed[which] += change;
        step.network.parameters.set(changed);
        return step.network.evaluate(batch, Loss.MSE) / Loss.MSE.elements(35, batch.count());
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void itLearns(Activation activation) {
        Kernels kernels = Kernels.fastest();
        Autoencoder model = crooked(activation);
        TrainingStep step = new TrainingStep(model, kernels, model.initialParameters(1), TrainingConfig.DEFAULT);
        Batch batch = new Batch(model, IMAGES.count());
        batch.fill(IMAGES, 0, kernels, 0);
        double first = step.train(batch, 0.01, 0.9);
        for (int i = 0; i < 200; i++) {
            step.train(batch, 0.01, 0.9);
        }
        assertThat(step.network.evaluate(batch, Loss.MSE)).isLessThan(first / 2);
    }

    @Test
    void itKnowsItsUnitsAndWhatItShares() {
        Autoencoder model = crooked(Activation.RELU);
        assertThat(model.units()).containsExactly(35, 8, 6, 8, 35);
        assertThat(model.hidden()).containsExactly(8);
        assertThat(model.latent()).isEqualTo(6);
        assertThat(model.sharedCount()).isEqualTo(35 * 8);
        assertThat(model.parameterCount()).isEqualTo(35 * 8 + 8 + 8 * 6 + 6 + 6 * 8 + 8 + 35);
        assertThat(ModelSummary.layers(model)).containsSubsequence("Linear", "Linear", "Linear", "TiedLinear");
    }
}
