package latentlab.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Locale;
import latentlab.data.ImageShape;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.HiddenLayer;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.text.Messages;
import latentlab.text.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelLayersTest {
    private static final ImageShape IMAGE = ImageShape.grey(5, 7);
    private static final TrainingConfig STACK = TrainingConfig.DEFAULT
            .with(Setting.HIDDEN, HiddenLayer.dense(12, 7))
            .withLatent(3)
            .with(Setting.ENCODER, Activation.RELU)
            .with(Setting.CODE, Activation.LINEAR)
            .with(Setting.DECODER, Activation.TANH);

    @Test
    void aSimpleModelMirrorsItsLayersWithWeightsOfTheirOwn() {
        List<Layer> layers = ModelLayers.of(STACK, IMAGE);
        assertThat(layers)
                .containsExactly(
                        new Dense("encoder.0", 35, 12, Activation.RELU, false),
                        new Dense("encoder.1", 12, 7, Activation.RELU, false),
                        new Dense("encoder.2", 7, 3, Activation.LINEAR, false),
                        new Dense("decoder.0", 3, 7, Activation.TANH, false),
                        new Dense("decoder.1", 7, 12, Activation.TANH, false),
                        new Dense("decoder.2", 12, 35, Activation.SIGMOID, false));
        assertThat(layers).noneMatch(Layer::sharesWeight);
    }

    @Test
    void aTiedModelsDecoderBorrowsTheEncodersWeights() {
        List<Layer> layers = ModelLayers.of(STACK.withKind(ModelKind.TIED), IMAGE);
        assertThat(layers).extracting(Layer::sharesWeight).containsExactly(false, false, false, true, true, true);
        assertThat(layers).extracting(Layer::inputs).containsExactly(35, 12, 7, 3, 7, 12);
        assertThat(layers).extracting(Layer::outputs).containsExactly(12, 7, 3, 7, 12, 35);
        assertThat(layers.get(3).arrays())
                .extracting(LayerArray::text)
                .containsExactly("decoder.0.weight [7, 3] = encoder.2.weight.T", "decoder.0.bias [7]");
        assertThat(layers.get(0).arrays())
                .extracting(LayerArray::text)
                .containsExactly("encoder.0.weight [12, 35]", "encoder.0.bias [12]");
        assertThat(layers.get(5).parameterCount()).isEqualTo(35);
        assertThat(layers.get(0).parameterCount()).isEqualTo(12 * 35 + 12);
        assertThat(layers.get(5).multiplications()).isEqualTo(12 * 35);
    }

    @Test
    void aLayerIsNamedWithoutANumberWhereItIsAlone() {
        assertThat(ModelLayers.of(TrainingConfig.DEFAULT, IMAGE))
                .extracting(Layer::name)
                .containsExactly("encoder", "decoder");
    }

    @Test
    void convolutionsAndPoolingAreMirroredToEachSize() {
        List<Layer> layers = ModelLayers.of(
                STACK.with(Setting.HIDDEN, HiddenLayer.row("c16-p2-c32k5s1p0-9")), ImageShape.colour(30, 27));
        assertThat(layers)
                .extracting(Layer::module)
                .containsExactly(
                        "Conv2d(3, 16, kernel_size=(3, 3), stride=(2, 2), padding=(1, 1))",
                        "MaxPool2d(kernel_size=2, stride=2, padding=0, dilation=1, ceil_mode=False)",
                        "Conv2d(16, 32, kernel_size=(5, 5), stride=(1, 1))",
                        "Linear(in_features=288, out_features=9, bias=True)",
                        "Linear(in_features=9, out_features=3, bias=True)",
                        "Linear(in_features=3, out_features=9, bias=True)",
                        "Linear(in_features=9, out_features=288, bias=True)",
                        "ConvTranspose2d(32, 16, kernel_size=(5, 5), stride=(1, 1))",
                        "Upsample(size=(15, 14), mode='nearest')",
                        "ConvTranspose2d(16, 3, kernel_size=(3, 3), stride=(2, 2), padding=(1, 1), "
                                + "output_padding=(1, 0))");
        assertThat(layers)
                .extracting(Layer::activation)
                .containsExactly(
                        Activation.RELU,
                        Activation.LINEAR,
                        Activation.RELU,
                        Activation.RELU,
                        Activation.LINEAR,
                        Activation.TANH,
                        Activation.TANH,
                        Activation.TANH,
                        Activation.LINEAR,
                        Activation.SIGMOID);
        assertThat(layers)
                .extracting(layer -> layer.outputMaps().orElse(null))
                .containsExactly(
                        new ImageShape(16, 15, 14),
                        new ImageShape(16, 7, 7),
                        new ImageShape(32, 3, 3),
                        null,
                        null,
                        null,
                        null,
                        new ImageShape(16, 7, 7),
                        new ImageShape(16, 15, 14),
                        ImageShape.colour(30, 27));
    }

    @ParameterizedTest
    @CsvSource({
        "c8-c8k5p0, c8k5p0 does not fit: its kernel is 5x5,3x4",
        "c8k9p1, c8k9p1 does not fit: its kernel is 9x9,7x9",
        "c8-p4, p4 does not fit: it takes squares of 4x4 pixels,3x4",
        "c8-c8-p2-p2, p2 does not fit: it takes squares of 2x2 pixels,1x1"
    })
    void whatIsLargerThanItsInputIsRefusedWithBothSizes(String hidden, String sentence, String size) {
        TrainingConfig config = STACK.with(Setting.HIDDEN, HiddenLayer.row(hidden));
        assertThat(ModelLayers.fits(config, IMAGE)).isFalse();
        Problem problem = (Problem) catchThrowable(() -> ModelLayers.check(config, IMAGE));
        assertThat(new Messages(Locale.ENGLISH).text(problem.sentence()))
                .startsWith(sentence + ", and what goes into it measures " + size);
        assertThat(catchThrowable(() -> ModelLayers.of(config, IMAGE))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatFitsIsTaken() throws Problem {
        TrainingConfig config = STACK.with(Setting.HIDDEN, HiddenLayer.row("c8k5p0-c8-p2"));
        ModelLayers.check(config, ImageShape.grey(9, 9));
        assertThat(ModelLayers.fits(config, ImageShape.grey(9, 9))).isTrue();
        assertThat(ModelLayers.fits(config, ImageShape.grey(6, 9))).isFalse();
    }

    @Test
    void equalConfigurationsHaveEqualLayers() {
        TrainingConfig tied = STACK.withKind(ModelKind.TIED);
        assertThat(ModelLayers.of(tied, IMAGE)).isEqualTo(ModelLayers.of(tied, IMAGE));
        assertThat(ModelLayers.of(tied, IMAGE)).isNotEqualTo(ModelLayers.of(tied.withLatent(4), IMAGE));
    }
}
