package latentlab.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import latentlab.text.Progress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TsneSettingsTest {
    @ParameterizedTest
    @CsvSource({"2, 1", "3, 1", "6, 1", "7, 2", "31, 10", "90, 29", "91, 30", "10_000, 30"})
    void perplexityThatFits(String points, double perplexity) {
        assertThat(TsneSettings.fittingPerplexity(Integer.parseInt(points.replace("_", ""))))
                .isEqualTo(perplexity);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 7, 20})
    void isTakenByATsne(int points) throws Exception {
        TsneSettings settings = TsneSettings.DEFAULT.withPerplexity(TsneSettings.fittingPerplexity(points));
        float[] values = new float[2 * points];
        for (int i = 0; i < values.length; i++) {
            values[i] = i * i % 7;
        }
        try (Tsne tsne = Tsne.of(values, 2, settings, Progress.NONE)) {
            tsne.iterate(10, () -> false);
            assertThat(tsne.positions()).hasSize(2 * points);
        }
    }
}
