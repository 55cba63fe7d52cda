package latentlab.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import latentlab.data.ImageShape;
import latentlab.engine.layer.Layer;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ParametersTest {
    static Stream<Autoencoder> models() {
        List<Autoencoder> models = new ArrayList<>();
        for (ModelKind kind : ModelKind.values()) {
            // Fewer, as many and more units than inputs, too few to be turned, and layers that grow before the code.
            for (int latent : new int[] {1, 7, 15, 16}) {
                for (List<Integer> hidden : List.of(List.<Integer>of(), List.of(9), List.of(5, 33))) {
                    models.add(Autoencoder.of(
                            TrainingConfig.DEFAULT
                                    .withKind(kind)
                                    .withLatent(latent)
                                    .with(Setting.HIDDEN, hidden),
                            ImageShape.grey(3, 5)));
                }
            }
        }
        return models.stream();
    }

    @ParameterizedTest
    @MethodSource("models")
    void whatIsSetIsReadAgain(Autoencoder model) {
        float[] flat = numbers(model);
        Parameters parameters = new Parameters(model);
        parameters.set(flat);

        assertThat(parameters.flat()).containsExactly(flat);
        for (int place = 0; place < flat.length; place++) {
            assertThat(parameters.at(place)).isEqualTo(flat[place]);
        }
        parameters.close();
    }

    /** Whoever computes with a weight multiplies input i on its way to output o by what lies at [o, i] or [i, o]. */
    @ParameterizedTest
    @MethodSource("models")
    void eachArrayHasItsOwnNumbersWhereItsLayerLooksForThem(Autoencoder model) {
        float[] flat = numbers(model);
        Parameters parameters = new Parameters(model);
        parameters.set(flat);

        for (Layer layer : model.layers()) {
            if (layer.sharesWeight()) {
                continue;
            }
            Autoencoder.ParameterArray array = model.array(layer.weight());
            float[] memory = new float[array.length()];
            parameters.array(array.name()).get(memory);
            for (int output = 0; output < layer.outputs(); output++) {
                for (int input = 0; input < layer.inputs(); input++) {
                    int at = layer.turnsWeight() ? input * layer.outputs() + output : output * layer.inputs() + input;
                    assertThat(memory[at]).isEqualTo(flat[array.offset() + output * layer.inputs() + input]);
                }
            }
        }
        parameters.close();
    }

    @Test
    void onlySmallWeightsThatNobodyBorrowsAreTurned() {
        Autoencoder wide =
                Autoencoder.of(TrainingConfig.DEFAULT.withKind(ModelKind.TIED).withLatent(40), ImageShape.grey(3, 5));
        assertThat(wide.layers()).noneMatch(Layer::turnsWeight);

        for (int latent : new int[] {1, 2, 3, 4, 20, 21, 32}) {
            assertThat(new Autoencoder(ModelKind.SIMPLE, 28, 28, latent).layers())
                    .extracting(Layer::turnsWeight)
                    .containsExactly(false, latent >= 4 && latent <= 20);
        }
    }

    private static float[] numbers(Autoencoder model) {
        SplittableRandom random = new SplittableRandom(3);
        float[] numbers = new float[model.parameterCount()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = random.nextFloat();
        }
        return numbers;
    }
}
