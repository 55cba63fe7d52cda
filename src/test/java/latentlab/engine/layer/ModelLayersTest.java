package latentlab.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import org.junit.jupiter.api.Test;

class ModelLayersTest {
    private static final TrainingConfig STACK = TrainingConfig.DEFAULT
            .with(Setting.HIDDEN, List.of(12, 7))
            .withLatent(3)
            .with(Setting.ENCODER, Activation.RELU)
            .with(Setting.CODE, Activation.LINEAR)
            .with(Setting.DECODER, Activation.TANH);

    @Test
    void aSimpleModelMirrorsItsLayersWithWeightsOfTheirOwn() {
        List<Layer> layers = ModelLayers.of(STACK, 35);
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
        List<Layer> layers = ModelLayers.of(STACK.withKind(ModelKind.TIED), 35);
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
        assertThat(ModelLayers.of(TrainingConfig.DEFAULT, 35))
                .extracting(Layer::name)
                .containsExactly("encoder", "decoder");
    }

    @Test
    void equalConfigurationsHaveEqualLayers() {
        TrainingConfig tied = STACK.withKind(ModelKind.TIED);
        assertThat(ModelLayers.of(tied, 35)).isEqualTo(ModelLayers.of(tied, 35));
        assertThat(ModelLayers.of(tied, 35)).isNotEqualTo(ModelLayers.of(tied.withLatent(4), 35));
    }
}
