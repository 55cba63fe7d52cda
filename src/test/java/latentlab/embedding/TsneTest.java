package latentlab.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import latentlab.RealMnist;
import latentlab.data.ImageSet;
import latentlab.text.Problem;
import latentlab.text.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TsneTest {
    private static float[] map(float[] points, int dimension, TsneSettings settings, int... iterations) throws Problem {
        try (Tsne tsne = Tsne.of(points, dimension, settings, Progress.NONE)) {
            for (int each : iterations) {
                assertThat(tsne.iterate(each, () -> false)).isEqualTo(each);
            }
            assertThat(tsne.iteration()).isEqualTo(Arrays.stream(iterations).sum());
            assertThat(tsne.divergence()).isFinite();
            return tsne.positions();
        }
    }

    private static void isAMap(float[] map, int count) {
        assertThat(map).hasSize(2 * count);
        for (float value : map) {
            assertThat(value).isFinite();
        }
    }

    /** Both ways of repulsion; stops on the way change nothing, and neither does the just-in-time compiler. */
    @ParameterizedTest
    @ValueSource(ints = {400, Tsne.GRID})
    void theSamePointsAndSeedGiveTheSameMapToTheBit(int count) throws Exception {
        float[] points = MapKernelsTest.random(count * 60, 0, 1, 1);
        TsneSettings settings = TsneSettings.DEFAULT.withExaggerated(40);
        float[] first = map(points, 60, settings, 120);
        isAMap(first, count);
        assertThat(map(points, 60, settings, 17, 40, 63)).isEqualTo(first);
        assertThat(map(points, 60, settings.withSeed(2), 120)).isNotEqualTo(first);
    }

    @EnabledIfEnvironmentVariable(named = RealMnist.VARIABLE, matches = ".+")
    @ParameterizedTest
    @CsvSource({"1500, 1.189, 0.845"})
    void realImagesComeOutAsGoodAsScikitLearnsMap(int count, double divergence, double accuracy) throws Exception {
        ImageSet images = RealMnist.load().test();
        float[] points = new float[count * images.size()];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = images.label(i);
            for (int place = 0; place < images.size(); place++) {
                points[i * images.size() + place] = images.ink(i, place);
            }
        }
        try (Tsne tsne = Tsne.of(points, images.size(), TsneSettings.DEFAULT, Progress.NONE)) {
            tsne.iterate(TsneSettings.ITERATIONS, () -> false);
            assertThat(tsne.divergence()).isLessThan(1.01 * divergence);
            MapQuality quality = MapQuality.of(tsne.positions(), points, images.size(), labels, Progress.NONE);
            assertThat(quality.accuracy()).isGreaterThan(accuracy - 0.01);
            assertThat(quality.trustworthiness()).isGreaterThan(0.95);
        }
    }

    @Test
    void cloudsThatAreApartStayApart() throws Exception {
        int count = 300;
        float[] points = MapKernelsTest.random(count * 10, 0, 1, 3);
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = i % 3;
            points[i * 10 + labels[i]] += 5;
        }
        float[] map = map(points, 10, TsneSettings.DEFAULT, 500);
        assertThat(MapQuality.accuracy(map, 2, labels, Progress.NONE)).isEqualTo(1);
    }

    @Test
    void duplicatesLieTogether() throws Exception {
        float[] once = MapKernelsTest.random(100 * 8, 0, 1, 4);
        float[] twice = Arrays.copyOf(once, 2 * once.length);
        System.arraycopy(once, 0, twice, once.length, once.length);
        float[] map = map(twice, 8, TsneSettings.DEFAULT.withPerplexity(10), 600);
        isAMap(map, 200);
        double widest = 0;
        for (float place : map) {
            widest = Math.max(widest, Math.abs(place));
        }
        int together = 0;
        for (int i = 0; i < 100; i++) {
            double apart = Math.hypot(map[2 * i] - map[200 + 2 * i], map[2 * i + 1] - map[201 + 2 * i]);
            together += apart < 0.1 * widest ? 1 : 0;
        }
        // One or the other may be caught behind its neighbours.
        assertThat(together).isGreaterThan(90);
    }

    @ParameterizedTest
    @CsvSource({"50, 784, 30", "10, 5, 9", "2, 3, 1", "40, 1, 10", "33, 1, 32"})
    void fewPointsAreEnough(int count, int dimension, double perplexity) throws Exception {
        float[] points = MapKernelsTest.random(count * dimension, 0, 1, 5);
        isAMap(map(points, dimension, TsneSettings.DEFAULT.withPerplexity(perplexity), 400), count);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 784})
    void pointsThatAreAllEqualStillGiveAMap(int dimension) throws Exception {
        float[] points = new float[200 * dimension];
        Arrays.fill(points, 0.7f);
        isAMap(map(points, dimension, TsneSettings.DEFAULT, 400), 200);
    }

    @Test
    void constantColumnsChangeNothing() throws Exception {
        float[] points = MapKernelsTest.random(200 * 6, 0, 1, 6);
        float[] wider = new float[200 * 8];
        for (int i = 0; i < 200; i++) {
            System.arraycopy(points, i * 6, wider, i * 8, 6);
            wider[i * 8 + 6] = 3;
        }
        float[] map = map(wider, 8, TsneSettings.DEFAULT, 400);
        isAMap(map, 200);
        MapQuality quality = MapQuality.of(map, points, 6, null, Progress.NONE);
        assertThat(quality.trustworthiness()).isGreaterThan(0.8);
        assertThat(quality.accuracy()).isNaN();
    }

    @Test
    void whatMakesNoSenseIsSaid() {
        float[] points = MapKernelsTest.random(20 * 5, 0, 1, 7);
        says("embedding.perplexity", points, TsneSettings.DEFAULT);
        says("embedding.perplexity", points, TsneSettings.DEFAULT.withPerplexity(Double.NaN));
        says("embedding.perplexity", points, TsneSettings.DEFAULT.withPerplexity(0.5));
        says("embedding.few", Arrays.copyOf(points, 5), TsneSettings.DEFAULT.withPerplexity(1));
        for (float bad : new float[] {Float.NaN, Float.NEGATIVE_INFINITY, 1e30f}) {
            float[] broken = points.clone();
            broken[33] = bad;
            says("embedding.finite", broken, TsneSettings.DEFAULT.withPerplexity(5));
        }
    }

    private static void says(String key, float[] points, TsneSettings settings) {
        assertThatThrownBy(() -> Tsne.of(points, 5, settings, Progress.NONE))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.sentence().key()).isEqualTo(key));
    }

    @Test
    void canBeCancelledAtAnyTimeAndGoesOnAfterwards() throws Exception {
        float[] points = MapKernelsTest.random(1000 * 60, 0, 1, 8);
        assertThatThrownBy(() -> Tsne.of(points, 60, TsneSettings.DEFAULT, (fraction, what) -> {
                    throw new CancellationException();
                }))
                .isInstanceOf(CancellationException.class);
        try (Tsne tsne = Tsne.of(points, 60, TsneSettings.DEFAULT, Progress.NONE)) {
            assertThat(tsne.iterate(100, () -> tsne.iteration() == 3)).isEqualTo(3);
            float[] held = tsne.positions();
            assertThat(tsne.positions()).isEqualTo(held);
            assertThat(tsne.iterate(2, () -> false)).isEqualTo(2);
            assertThat(tsne.positions()).isNotEqualTo(held);
        }
    }

    @Test
    void startsFromAMapAndKeepsToIt() throws Exception {
        float[] points = MapKernelsTest.random(500 * 10, 0, 1, 9);
        float[] map = map(points, 10, TsneSettings.DEFAULT, 1000);
        try (Tsne again = Tsne.from(map, points, 10, TsneSettings.DEFAULT.withExaggerated(0), Progress.NONE)) {
            assertThat(again.positions()).isEqualTo(map);
            again.iterate(100, () -> false);
            double moved = 0;
            double size = 0;
            for (int i = 0; i < map.length; i++) {
                moved += Math.pow(again.positions()[i] - map[i], 2);
                size += Math.pow(map[i], 2);
            }
            assertThat(moved).isPositive().isLessThan(0.05 * size);
        }
    }
}
