package latentlab.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import latentlab.text.Progress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds probabilities, gradient, divergence and quality figures, by plain loops and by vectors, to scikit-learn's. */
class TsneParityTest {
    static Stream<Arguments> cases() {
        return TsneReference.names().stream()
                .flatMap(name -> AllMapKernels.here().stream().map(kernels -> Arguments.of(name, kernels)));
    }

    static List<String> names() {
        return TsneReference.names();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithScikitLearn(String name, MapKernels kernels) {
        TsneReference reference = TsneReference.of(name);
        float[] points = reference.floats("points");
        int count = reference.whole("count");
        double perplexity = reference.number("perplexity");
        try (Workers workers = new Workers()) {
            int k = Math.min(count - 1, (int) (3 * perplexity + 1));
            Neighbours neighbours =
                    new NeighbourSearch(points, reference.whole("dimension"), workers, kernels).exact(k, Progress.NONE);
            JointProbabilities p = JointProbabilities.of(neighbours, perplexity, workers);
            close("p", dense(p), reference.floats("p"), 1e-6);
            Tsne tsne = new Tsne(
                    p, reference.floats("map"), 0, new ExactRepulsion(count, workers, kernels), workers, kernels);
            close("gradient", tsne.gradient(), reference.floats("gradient"), 1e-5);
            assertThat(tsne.divergence()).isCloseTo(reference.number("kl"), within(1e-5));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void theQualityOfAMapIsWhatScikitLearnSaysItIs(String name) throws Exception {
        TsneReference reference = TsneReference.of(name);
        float[] map = reference.floats("map");
        MapQuality quality = MapQuality.of(
                map, reference.floats("points"), reference.whole("dimension"), reference.labels(), Progress.NONE);
        assertThat(quality.accuracy()).isCloseTo(reference.number("accuracy"), within(1e-9));
        assertThat(quality.originalAccuracy()).isCloseTo(reference.number("original accuracy"), within(1e-9));
        assertThat(quality.trustworthiness()).isCloseTo(reference.number("trustworthiness"), within(1e-9));
        assertThat(quality.preservation()).isCloseTo(reference.number("preservation"), within(1e-9));
        assertThat(MapQuality.accuracy(map, 2, reference.labels(), Progress.NONE))
                .isEqualTo(quality.accuracy());
    }

    private static float[] dense(JointProbabilities p) {
        float[] dense = new float[p.count() * p.count()];
        for (int i = 0; i < p.count(); i++) {
            for (int e = p.starts()[i]; e < p.starts()[i + 1]; e++) {
                dense[i * p.count() + p.columns()[e]] += p.values()[e];
            }
        }
        return dense;
    }

    /** Relative to the largest of them. */
    private static void close(String what, float[] actual, float[] expected, double relative) {
        assertThat(actual).as(what).hasSameSizeAs(expected);
        double largest = 0;
        for (float value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) actual[i]).as("%s [%d]", what, i).isCloseTo(expected[i], within(relative * largest));
        }
    }
}
