package latentlab.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import latentlab.data.ImageShape;
import latentlab.engine.layer.Dense;
import latentlab.engine.layer.Layer;
import latentlab.engine.settings.HiddenLayer;
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
                for (int[] hidden : new int[][] {{}, {9}, {5, 33}}) {
                    models.add(Autoencoder.of(
                            TrainingConfig.DEFAULT
                                    .withKind(kind)
                                    .withLatent(latent)
                                    .with(Setting.HIDDEN, HiddenLayer.dense(hidden)),
                            ImageShape.grey(3, 5)));
                }
            }
        }
        models.addAll(convolutions());
        return models.stream();
    }

    private static List<Autoencoder> convolutions() {
        return Stream.of("c2", "c3-c5", "c4s1-p2-6", "c16k2s1-c1")
                .map(hidden -> Autoencoder.of(
                        TrainingConfig.DEFAULT
                                .with(Setting.HIDDEN, HiddenLayer.row(hidden))
                                .withLatent(5),
                        ImageShape.colour(3, 5)))
                .toList();
    }

    /** Number [filter, channel, row, column] of PyTorch's lies at [row, column, channel, filter]. */
    @Test
    void weightsOfConvolutionsHaveTheirFiltersTogether() {
        for (Autoencoder model : convolutions()) {
            float[] flat = numbers(model);
            Parameters parameters = new Parameters(model);
            parameters.set(flat);
            for (Layer layer : List.of(model.layers().getFirst(), model.layers().getLast())) {
                Autoencoder.ParameterArray array = model.array(layer.weight());
                float[] memory = new float[array.length()];
                parameters.array(array.name()).get(memory);
                int at = 0;
                int kernel = array.shape().getLast();
                for (int place = 0; place < kernel * kernel; place++) {
                    for (int channel = 0; channel < array.shape().get(1); channel++) {
                        for (int filter = 0; filter < array.rows(); filter++) {
                            int theirs = (filter * array.shape().get(1) + channel) * kernel * kernel + place;
                            assertThat(memory[at++]).isEqualTo(flat[array.offset() + theirs]);
                        }
                    }
                }
            }
            parameters.close();
        }
    }

    /** All channels of a pixel are together in what a convolution puts out; PyTorch flattens channel by channel. */
    @Test
    void denseLayersBesideConvolutionsTakePixelByPixel() {
        Autoencoder model = convolutions().getFirst(); // 2 channels of 2x3 pixels
        float[] flat = numbers(model);
        Parameters parameters = new Parameters(model);
        parameters.set(flat);
        Layer code = model.layers().get(model.codeLayer());
        Autoencoder.ParameterArray array = model.array(code.weight());
        float[] memory = new float[array.length()];
        parameters.array(array.name()).get(memory);
        for (int unit = 0; unit < 5; unit++) {
            for (int pixel = 0; pixel < 6; pixel++) {
                for (int channel = 0; channel < 2; channel++) {
                    float theirs = flat[array.offset() + unit * 12 + channel * 6 + pixel];
                    assertThat(memory[unit * 12 + pixel * 2 + channel]).isEqualTo(theirs);
                }
            }
        }
        parameters.close();
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
            if (layer.sharesWeight() || !model.isDense()) {
                continue;
            }
            Autoencoder.ParameterArray array = model.array(layer.weight());
            float[] memory = new float[array.length()];
            parameters.array(array.name()).get(memory);
            for (int output = 0; output < layer.outputs(); output++) {
                for (int input = 0; input < layer.inputs(); input++) {
                    int at = turns(layer) ? input * layer.outputs() + output : output * layer.inputs() + input;
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
        assertThat(wide.layers()).noneMatch(ParametersTest::turns);

        for (int latent : new int[] {1, 2, 3, 4, 20, 21, 32}) {
            assertThat(new Autoencoder(ModelKind.SIMPLE, 28, 28, latent).layers())
                    .extracting(ParametersTest::turns)
                    .containsExactly(false, latent >= 4 && latent <= 20);
        }
    }

    private static boolean turns(Layer layer) {
        return layer instanceof Dense dense && dense.turnsWeight();
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
