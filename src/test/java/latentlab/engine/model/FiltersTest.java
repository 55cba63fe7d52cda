package latentlab.engine.model;

import static latentlab.engine.model.UnitActivity.State.ACTIVE;
import static latentlab.engine.model.UnitActivity.State.DEAD;
import static latentlab.engine.model.UnitActivity.State.SATURATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import latentlab.MadeUpImages;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.engine.model.Filters.Bank;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.HiddenLayer;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import org.junit.jupiter.api.Test;

class FiltersTest {
    private static final int PIXELS = 35;
    private static final ImageSet IMAGES = MadeUpImages.images(300, 5, 7, 1);

    private static Filters filters(TrainingConfig config, float[] parameters) {
        Autoencoder model = Autoencoder.of(config, ImageShape.grey(5, 7));
        try (Inference inference = new Inference(model, config)) {
            return Filters.of(inference, parameters, IMAGES);
        }
    }

    private static float[] initial(TrainingConfig config) {
        return Autoencoder.of(config, ImageShape.grey(5, 7)).initialParameters(3);
    }

    @Test
    void aUnitHasTheWeightsThatLeadIntoItAndThoseThatLeadOutOfIt() {
        TrainingConfig config = TrainingConfig.DEFAULT.withLatent(3);
        float[] parameters = initial(config);
        Autoencoder model = Autoencoder.of(config, ImageShape.grey(5, 7));
        int decoder = model.array(Autoencoder.DECODER_WEIGHT).offset();
        parameters[decoder + 4 * 3 + 2] = -9;

        Filters filters = filters(config, parameters);

        assertThat(filters.banks()).hasSize(2);
        assertThat(filters.sameUnits()).isTrue();
        assertThat(Filters.greatest(model, parameters)).isEqualTo(9);
        Bank in = filters.banks().getFirst();
        Bank out = filters.banks().getLast();
        assertThat(in.layer().name()).isEqualTo("encoder");
        assertThat(out.layer().name()).isEqualTo("decoder");
        for (int unit = 0; unit < 3; unit++) {
            float[] into = Arrays.copyOfRange(parameters, unit * PIXELS, (unit + 1) * PIXELS);
            assertThat(Arrays.copyOfRange(in.weights(), unit * PIXELS, (unit + 1) * PIXELS))
                    .containsExactly(into);
            for (int pixel = 0; pixel < PIXELS; pixel++) {
                assertThat(out.weights()[unit * PIXELS + pixel]).isEqualTo(parameters[decoder + pixel * 3 + unit]);
            }
            double squares = 0;
            for (float weight : into) {
                assertThat(weight).isBetween(in.low()[unit], in.high()[unit]);
                squares += weight * weight;
            }
            assertThat(in.norm()[unit]).isCloseTo(Math.sqrt(squares), within(1e-6));
        }
        assertThat(out.low()[2]).isEqualTo(-9);
    }

    @Test
    void aTiedModelHasThemOnce() {
        TrainingConfig config = TrainingConfig.DEFAULT.withKind(ModelKind.TIED).withLatent(3);
        Filters filters = filters(config, initial(config));
        assertThat(filters.banks()).hasSize(1);
        assertThat(filters.banks().getFirst().shared()).isTrue();
    }

    @Test
    void aStackHasThoseOfItsFirstAndLastLayerAndTheActivityOfTheUnitsThere() {
        TrainingConfig config = TrainingConfig.DEFAULT
                .with(Setting.HIDDEN, HiddenLayer.dense(11, 6))
                .with(Setting.ENCODER, Activation.RELU)
                .withLatent(2);
        float[] parameters = initial(config);
        Autoencoder model = Autoencoder.of(config, ImageShape.grey(5, 7));
        // No ink makes up for it.
        parameters[model.array("encoder.0.bias").offset() + 4] = -1000;
        // The decoder's units are sigmoids: this one is 1 whatever comes.
        parameters[model.array("decoder.1.bias").offset() + 7] = 1000;

        Filters filters = filters(config, parameters);

        assertThat(filters.sameUnits()).isFalse();
        Bank first = filters.banks().getFirst();
        Bank last = filters.banks().getLast();
        assertThat(first.layer().name()).isEqualTo("encoder.0");
        assertThat(last.layer().name()).isEqualTo("decoder.2");
        assertThat(first.units()).isEqualTo(11);
        assertThat(last.units()).isEqualTo(11);
        assertThat(first.activity().get(4).high()).isZero();
        assertThat(first.activity().get(4).state()).isEqualTo(DEAD);
        assertThat(last.activity().get(4).high()).isPositive();
        assertThat(last.activity().get(7).low()).isEqualTo(1);
        assertThat(last.activity().get(7).state()).isEqualTo(DEAD);
    }

    /** A unit is a channel at all places: what it puts out at any of them counts. */
    @Test
    void aConvolutionHasItsKernels() {
        TrainingConfig config = TrainingConfig.DEFAULT
                .with(Setting.HIDDEN, HiddenLayer.row("c6-c4"))
                .with(Setting.ENCODER, Activation.RELU)
                .with(Setting.DECODER, Activation.RELU)
                .withLatent(2);
        float[] parameters = initial(config);
        Autoencoder model = Autoencoder.of(config, ImageShape.grey(5, 7));
        int bias = model.array("encoder.0.bias").offset();
        parameters[bias + 1] = 100;
        parameters[bias + 4] = -1000;

        Filters filters = filters(config, parameters);

        assertThat(filters.shape()).isEqualTo(ImageShape.grey(3, 3));
        Bank first = filters.banks().getFirst();
        Bank last = filters.banks().getLast();
        int kernels = model.array("encoder.0.weight").offset();
        assertThat(first.weights()).isEqualTo(Arrays.copyOfRange(parameters, kernels, kernels + 6 * 9));
        int back = model.array("decoder.2.weight").offset();
        assertThat(last.weights()).isEqualTo(Arrays.copyOfRange(parameters, back, back + 6 * 9));
        assertThat(first.units()).isEqualTo(6);
        assertThat(last.units()).isEqualTo(6);
        assertThat(first.activity().get(1).low()).isGreaterThan(90);
        assertThat(first.activity().get(4).high()).isZero();
        assertThat(first.activity().get(4).state()).isEqualTo(DEAD);
        assertThat(first.activity().get(0).high()).isLessThan(90);
    }

    @Test
    void saysWhichUnitsAreOfUse() {
        TrainingConfig config = TrainingConfig.DEFAULT.withLatent(3);
        float[] parameters = initial(config);
        Autoencoder model = Autoencoder.of(config, ImageShape.grey(5, 7));
        int bias = model.array(Autoencoder.ENCODER_BIAS).offset();
        // Unit 1 sees nothing; unit 2 sees hardly anything but which half has more ink.
        Arrays.fill(parameters, 0, PIXELS, 0);
        for (int pixel = 0; pixel < PIXELS; pixel++) {
            parameters[PIXELS + pixel] = pixel < 17 ? 1e4f : pixel > 17 ? -1e4f : 0;
            parameters[2 * PIXELS + pixel] = pixel < 17 ? 1 : -1;
        }
        parameters[bias + 1] = 0;

        List<UnitActivity> units =
                filters(config, parameters).banks().getFirst().activity();

        assertThat(units.stream().map(UnitActivity::state)).containsExactly(DEAD, SATURATED, ACTIVE);
        assertThat(filters(config, parameters).images()).isEqualTo(300);
    }
}
