package latentlab.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import latentlab.engine.layer.LayerArray;
import latentlab.engine.settings.ModelKind;
import org.junit.jupiter.api.Test;

class ModelSummaryTest {
    @Test
    void aSimpleModelReadsAsPyTorchPrintsIt() {
        assertThat(ModelSummary.text(new Autoencoder(ModelKind.SIMPLE, 28, 28, 20)))
                .isEqualTo("""
                        Autoencoder(
                          (encoder): Sequential(
                            (0): Flatten(1x28x28 -> 784)
                            (1): Linear(in_features=784, out_features=20, bias=True)
                            (2): Sigmoid()
                          )
                          (decoder): Sequential(
                            (0): Linear(in_features=20, out_features=784, bias=True)
                            (1): Sigmoid()
                            (2): Unflatten(784 -> 1x28x28)
                          )
                        )
                        encoder.weight [20, 784]   15,680
                        encoder.bias   [20]            20
                        decoder.weight [784, 20]   15,680
                        decoder.bias   [784]          784
                        total                      32,164
                        """);
    }

    @Test
    void aTiedModelMarksTheSharedWeightAndCountsWhatThatSaves() {
        assertThat(ModelSummary.text(new Autoencoder(ModelKind.TIED, 28, 28, 20)))
                .isEqualTo("""
                        Autoencoder(
                          (encoder): Sequential(
                            (0): Flatten(1x28x28 -> 784)
                            (1): Linear(in_features=784, out_features=20, bias=True)
                            (2): Sigmoid()
                          )
                          (decoder): Sequential(
                            (0): TiedLinear(in_features=20, out_features=784, bias=True)
                            (1): Sigmoid()
                            (2): Unflatten(784 -> 1x28x28)
                          )
                        )
                        encoder.weight [20, 784]   15,680
                        encoder.bias   [20]            20
                        decoder.weight [784, 20]   shared
                        decoder.bias   [784]          784
                        total                      16,484
                        saved                      15,680
                        """);
    }

    @Test
    void aModelOfOtherImagesShowsTheirShape() {
        Autoencoder model = new Autoencoder(ModelKind.TIED, 5, 7, 1);
        assertThat(ModelSummary.layers(model))
                .contains("Flatten(1x5x7 -> 35)", "in_features=35, out_features=1,", "Unflatten(35 -> 1x5x7)");
        assertThat(ModelSummary.parameters(model))
                .contains(
                        new LayerArray("encoder.bias", List.of(1), null),
                        new LayerArray("decoder.weight", List.of(35, 1), "encoder.weight"));
    }
}
