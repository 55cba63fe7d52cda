package latentlab.engine.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialiserTest {
    /** PyTorch's deviations: xavier_uniform_, kaiming_normal_ for ReLU, and U(±1/sqrt(fan in)). */
    @ParameterizedTest
    @CsvSource({"PYTORCH, 0.0288675, 0.05", "XAVIER, 0.0632456, 0.1095445", "HE, 0.0707107, 1"})
    void drawsWithTheDeviationOfItsFormula(Initialiser initialiser, double deviation, double largest) {
        float[] weights = new float[100 * 400];
        initialiser.weights(new SplittableRandom(1), weights, 0, 100, 400, 400);
        double sum = 0;
        double squares = 0;
        for (float weight : weights) {
            sum += weight;
            squares += weight * weight;
            assertThat(Math.abs(weight)).isLessThanOrEqualTo((float) largest);
        }
        assertThat(sum / weights.length).isCloseTo(0, within(0.002));
        assertThat(Math.sqrt(squares / weights.length)).isCloseTo(deviation, within(0.02 * deviation));
    }

    @ParameterizedTest
    @CsvSource({"7, 20", "20, 7", "9, 9"})
    void orthogonalRowsOrColumnsAre(int rows, int columns) {
        float[] weights = new float[rows * columns];
        Initialiser.ORTHOGONAL.weights(new SplittableRandom(1), weights, 0, rows, columns, columns);
        boolean wide = columns >= rows;
        int count = Math.min(rows, columns);
        for (int a = 0; a < count; a++) {
            for (int b = 0; b < count; b++) {
                double dot = 0;
                for (int i = 0; i < Math.max(rows, columns); i++) {
                    dot += wide
                            ? weights[a * columns + i] * weights[b * columns + i]
                            : weights[i * columns + a] * weights[i * columns + b];
                }
                assertThat(dot).as("%d, %d", a, b).isCloseTo(a == b ? 1 : 0, within(1e-6));
            }
        }
    }

    @Test
    void onlyPyTorchDrawsBiases() {
        for (Initialiser initialiser : Initialiser.values()) {
            float[] biases = new float[50];
            initialiser.biases(new SplittableRandom(1), biases, 0, 50, 100);
            if (initialiser == Initialiser.PYTORCH) {
                assertThat(biases).doesNotContain(0f);
            } else {
                assertThat(biases).containsOnly(0f);
            }
        }
    }
}
