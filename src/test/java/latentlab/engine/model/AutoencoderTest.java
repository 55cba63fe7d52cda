package latentlab.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import latentlab.engine.model.Autoencoder.ParameterArray;
import latentlab.engine.settings.ModelKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutoencoderTest {
    private static final Autoencoder SIMPLE = new Autoencoder(ModelKind.SIMPLE, 28, 28, 20);
    private static final Autoencoder TIED = new Autoencoder(ModelKind.TIED, 28, 28, 20);

    @Test
    void aSimpleModelHasFourArrays() {
        assertThat(SIMPLE.arrays())
                .extracting(ParameterArray::name, ParameterArray::rows, ParameterArray::columns)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("encoder.weight", 20, 784),
                        org.assertj.core.groups.Tuple.tuple("encoder.bias", 20, 1),
                        org.assertj.core.groups.Tuple.tuple("decoder.weight", 784, 20),
                        org.assertj.core.groups.Tuple.tuple("decoder.bias", 784, 1));
        assertThat(SIMPLE.parameterCount()).isEqualTo(32_164);
        assertThat(SIMPLE.sharedCount()).isZero();
    }

    @Test
    void aTiedModelHasThreeAndSavesOneWeight() {
        assertThat(TIED.arrays())
                .extracting(ParameterArray::name)
                .containsExactly("encoder.weight", "encoder.bias", "decoder.bias");
        assertThat(TIED.parameterCount()).isEqualTo(16_484);
        assertThat(TIED.sharedCount()).isEqualTo(15_680);
    }

    @Test
    void theArraysLieOneAfterTheOther() {
        for (Autoencoder model : List.of(SIMPLE, TIED, new Autoencoder(ModelKind.SIMPLE, 5, 7, 1))) {
            int end = 0;
            for (ParameterArray array : model.arrays()) {
                assertThat(array.offset()).isEqualTo(end);
                end += array.length();
            }
            assertThat(model.parameterCount()).isEqualTo(end);
        }
    }

    /**
     * PyTorch's nn.Linear: U(-b, b), b = 1/sqrt(fan in), for weight and bias; the tied layer redraws with its own fan
     * in.
     */
    @ParameterizedTest
    @CsvSource({
        "SIMPLE, encoder.weight, 784",
        "SIMPLE, encoder.bias, 784",
        "SIMPLE, decoder.weight, 20",
        "SIMPLE, decoder.bias, 20",
        "TIED, encoder.weight, 20",
        "TIED, encoder.bias, 784",
        "TIED, decoder.bias, 20"
    })
    void initialParametersAreUniformAsPyTorchDrawsThem(ModelKind kind, String name, int fanIn) {
        Autoencoder model = kind == ModelKind.TIED ? TIED : SIMPLE;
        ParameterArray array = model.array(name);
        double bound = 1 / Math.sqrt(fanIn);
        // Twenty seeds, so that even the twenty numbers of the encoder's bias come near the bound.
        double largest = 0;
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (long seed = 0; seed < 20; seed++) {
            float[] all = model.initialParameters(seed);
            for (int i = array.offset(); i < array.offset() + array.length(); i++) {
                largest = Math.max(largest, Math.abs(all[i]));
                sum += all[i];
                squares += (double) all[i] * all[i];
                count++;
            }
        }
        assertThat(largest).isLessThanOrEqualTo((float) bound).isGreaterThan(0.98 * bound);
        double deviation = bound / Math.sqrt(3);
        assertThat(sum / count).isCloseTo(0, within(4 * deviation / Math.sqrt(count)));
        assertThat(Math.sqrt(squares / count)).isCloseTo(deviation, within(0.05 * deviation));
    }

    @Test
    void aSeedFixesTheInitialParameters() {
        assertThat(SIMPLE.initialParameters(7)).isEqualTo(SIMPLE.initialParameters(7));
        float[] other = SIMPLE.initialParameters(8);
        assertThat(Arrays.equals(SIMPLE.initialParameters(7), other)).isFalse();
    }

    @Test
    void aTiedModelHasNoDecoderWeight() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> TIED.array(Autoencoder.DECODER_WEIGHT)))
                .isInstanceOf(java.util.NoSuchElementException.class);
    }
}
