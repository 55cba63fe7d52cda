package latentlab.embedding.umap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import latentlab.RealMnist;
import latentlab.data.ImageSet;
import latentlab.data.digits.BuiltInDigits;
import latentlab.embedding.MapPlacement;
import latentlab.embedding.MapQuality;
import latentlab.embedding.NeighbourSearch;
import latentlab.embedding.Workers;
import latentlab.text.Problem;
import latentlab.text.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UmapTest {
    private static final UmapSettings SHORT = UmapSettings.DEFAULT.withEpochs(60);

    static float[] random(int length, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextDouble();
        }
        return values;
    }

    private static float[] map(float[] points, int dimension, UmapSettings settings, int workers) throws Problem {
        try (Umap umap = Umap.of(points, dimension, settings, workers, Progress.NONE)) {
            assertThat(umap.iterate(Integer.MAX_VALUE, () -> false)).isEqualTo(settings.epochs());
            assertThat(umap.epoch()).isEqualTo(umap.planned()).isEqualTo(settings.epochs());
            float[] map = umap.positions();
            assertThat(map).hasSize(points.length / dimension * 2);
            for (float value : map) {
                assertThat(value).isFinite();
            }
            return map;
        }
    }

    private static float[] map(float[] points, int dimension, UmapSettings settings) throws Problem {
        return map(points, dimension, settings, Workers.COUNT);
    }

    /** On both sides of what a worker takes at once. */
    @ParameterizedTest
    @ValueSource(ints = {15, 511, 512, 513, 1024, 1025})
    void isTheSameToTheBitForAnyNumberOfWorkers(int count) throws Exception {
        float[] points = random(count * 20, 1);
        float[] alone = map(points, 20, SHORT, 1);
        for (int workers = 2; workers <= 4; workers++) {
            assertThat(map(points, 20, SHORT, workers)).isEqualTo(alone);
        }
    }

    /** Where neighbours are searched for in a forest. */
    @Test
    void manyPointsAreTheSameForAnyNumberOfWorkersToo() throws Exception {
        float[] points = random(20_001 * 3, 2);
        float[] alone = map(points, 3, SHORT.withEpochs(3), 1);
        for (int workers = 2; workers <= 4; workers++) {
            assertThat(map(points, 3, SHORT.withEpochs(3), workers)).isEqualTo(alone);
        }
    }

    @Test
    void stopsOnTheWayChangeNothingAndSeedsDo() throws Exception {
        float[] points = random(300 * 20, 3);
        float[] whole = map(points, 20, SHORT);
        try (Umap umap = Umap.of(points, 20, SHORT, Progress.NONE)) {
            assertThat(umap.iterate(17, () -> false)).isEqualTo(17);
            assertThat(umap.iterate(1, () -> false)).isEqualTo(1);
            assertThat(umap.iterate(100, () -> false)).isEqualTo(42);
            assertThat(umap.positions()).isEqualTo(whole);
        }
        assertThat(map(points, 20, SHORT.withSeed(2))).isNotEqualTo(whole);
    }

    /** Tables and floats make 1e-5 of difference at this rate; a step that is left out or is another one, 1e-2. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7})
    void anEpochIsThatOfAPlainOne(int epoch) throws Exception {
        int count = 200;
        float[] points = random(count * 8, 4);
        UmapSettings settings = UmapSettings.DEFAULT.withEpochs(10).withRate(0.02);
        try (Umap umap = Umap.of(points, 8, settings, Progress.NONE);
                Workers workers = new Workers()) {
            umap.iterate(epoch, () -> false);
            FuzzyGraph graph = FuzzyGraph.of(
                    NeighbourSearch.of(points, 8, settings.neighbours() - 1, 1, workers, Progress.NONE), workers);
            double rate = 0.02 * (10 - epoch) / 10;
            double[] expected = PlainUmap.epoch(graph, umap.positions(), settings, epoch, rate);
            umap.iterate(1, () -> false);
            float[] found = umap.positions();
            for (int i = 0; i < found.length; i++) {
                assertThat((double) found[i]).isCloseTo(expected[i], within(1e-4));
            }
        }
    }

    @Test
    void cloudsThatAreApartStayApart() throws Exception {
        int count = 300;
        float[] points = random(count * 10, 5);
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = i % 3;
            points[i * 10 + labels[i]] += 5;
        }
        float[] map = map(points, 10, UmapSettings.DEFAULT);
        assertThat(MapQuality.accuracy(map, 2, labels, Progress.NONE)).isEqualTo(1);
    }

    /** Seeds alone make 0.017 of accuracy and 0.005 of trustworthiness on these digits. */
    @Test
    void builtInDigitsComeOutAsGoodAsByTheLoopOfUmapLearn() throws Exception {
        ImageSet images = BuiltInDigits.create(10, 1500, Progress.NONE).test();
        int[] all = IntStream.range(0, images.count()).toArray();
        int[] labels = IntStream.of(all).map(images::label).toArray();
        float[] points = images.ink(all);
        try (Umap umap = Umap.of(points, images.size(), UmapSettings.DEFAULT, Progress.NONE);
                Workers workers = new Workers()) {
            FuzzyGraph graph =
                    FuzzyGraph.of(NeighbourSearch.of(points, images.size(), 14, 1, workers, Progress.NONE), workers);
            float[] loop = LoopOfUmapLearn.run(graph, umap.positions(), UmapSettings.DEFAULT);
            umap.iterate(500, () -> false);
            MapQuality ours = MapQuality.of(umap.positions(), points, images.size(), labels, Progress.NONE);
            MapQuality theirs = MapQuality.of(loop, points, images.size(), labels, Progress.NONE);
            assertThat(ours.accuracy()).isGreaterThan(theirs.accuracy() - 0.03).isGreaterThan(0.85);
            assertThat(ours.trustworthiness())
                    .isGreaterThan(theirs.trustworthiness() - 0.01)
                    .isGreaterThan(0.95);
        }
    }

    @EnabledIfEnvironmentVariable(named = RealMnist.VARIABLE, matches = ".+")
    @Test
    void realImagesComeOutAsGoodAsTheirPixels() throws Exception {
        ImageSet images = RealMnist.load().test();
        int[] all = IntStream.range(0, 3000).toArray();
        int[] labels = IntStream.of(all).map(images::label).toArray();
        float[] points = images.ink(all);
        float[] map = map(points, images.size(), UmapSettings.DEFAULT);
        MapQuality quality = MapQuality.of(map, points, images.size(), labels, Progress.NONE);
        assertThat(quality.accuracy()).isGreaterThan(quality.originalAccuracy() - 0.03);
        assertThat(quality.trustworthiness()).isGreaterThan(0.93);
    }

    /** Chance would bring one in ten to its own class. */
    @Test
    void digitsTheMapHasNotSeenComeToLieAmongTheirOwnClass() throws Exception {
        ImageSet images = BuiltInDigits.create(10, 1200, Progress.NONE).test();
        int[] known = IntStream.range(0, 1000).toArray();
        float[] points = images.ink(known);
        float[] map = map(points, images.size(), UmapSettings.DEFAULT);
        MapPlacement placement = new MapPlacement(points, images.size(), map);
        int right = 0;
        for (int i = known.length; i < images.count(); i++) {
            float[] place = placement.place(images.ink(i));
            int nearest = IntStream.of(known)
                    .boxed()
                    .min((a, b) -> Double.compare(distance(map, a, place), distance(map, b, place)))
                    .orElseThrow();
            right += images.label(nearest) == images.label(i) ? 1 : 0;
        }
        assertThat(right).isGreaterThan(75 * 200 / 100);
        assertThat(placement.place(images.ink(7))).containsExactly(map[14], map[15]);
    }

    private static double distance(float[] map, int i, float[] place) {
        return Math.hypot(map[2 * i] - place[0], map[2 * i + 1] - place[1]);
    }

    @ParameterizedTest
    @CsvSource({"50, 784, 15", "10, 5, 10", "2, 3, 2", "3, 1, 2", "40, 1, 15"})
    void fewPointsAreEnough(int count, int dimension, int neighbours) throws Exception {
        map(random(count * dimension, 6), dimension, UmapSettings.DEFAULT.withNeighbours(neighbours));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 784})
    void pointsThatAreAllEqualStillGiveAMap(int dimension) throws Exception {
        float[] points = new float[200 * dimension];
        Arrays.fill(points, 0.7f);
        float[] map = map(points, dimension, SHORT);
        assertThat(Arrays.equals(map, new float[400])).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "3, 2", "7, 3", "29, 14", "30, 15", "10_000, 15"})
    void neighboursThatFit(String points, int neighbours) {
        assertThat(UmapSettings.fittingNeighbours(Integer.parseInt(points.replace("_", ""))))
                .isEqualTo(neighbours);
    }

    @Test
    void manyPointsTakeFewerEpochs() {
        assertThat(UmapSettings.fittingEpochs(10_000)).isEqualTo(500);
        assertThat(UmapSettings.fittingEpochs(10_001)).isEqualTo(200);
    }

    /** Each cluster is the denser, the less the minimal distance. */
    @Test
    void theMinimalDistanceSpreadsThePoints() throws Exception {
        float[] points = random(400 * 5, 7);
        assertThat(nearest(map(points, 5, UmapSettings.DEFAULT.withMinimalDistance(0.8))))
                .isGreaterThan(2 * nearest(map(points, 5, UmapSettings.DEFAULT.withMinimalDistance(0.01))));
    }

    /** Mean distance of a point to the nearest other on the map. */
    private static double nearest(float[] map) {
        double sum = 0;
        for (int i = 0; i < map.length / 2; i++) {
            double least = Double.POSITIVE_INFINITY;
            for (int j = 0; j < map.length / 2; j++) {
                least = i == j
                        ? least
                        : Math.min(least, Math.hypot(map[2 * i] - map[2 * j], map[2 * i + 1] - map[2 * j + 1]));
            }
            sum += least;
        }
        return sum;
    }

    @Test
    void whatMakesNoSenseIsSaid() {
        float[] points = random(14 * 5, 8);
        UmapSettings good = UmapSettings.DEFAULT.withNeighbours(5);
        says("embedding.umap.neighbours", points, UmapSettings.DEFAULT);
        says("embedding.umap.neighbours", points, good.withNeighbours(1));
        for (double bad : new double[] {-0.1, 1.01, Double.NaN}) {
            says("embedding.umap.distance", points, good.withMinimalDistance(bad));
        }
        says("embedding.umap.epochs", points, good.withEpochs(0));
        says("embedding.few", Arrays.copyOf(points, 5), good.withNeighbours(2));
        for (float bad : new float[] {Float.NaN, Float.NEGATIVE_INFINITY, 1e30f}) {
            float[] broken = points.clone();
            broken[33] = bad;
            says("embedding.finite", broken, good);
        }
    }

    private static void says(String key, float[] points, UmapSettings settings) {
        assertThatThrownBy(() -> Umap.of(points, 5, settings, Progress.NONE))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.sentence().key()).isEqualTo(key));
    }

    @Test
    void canBeCancelledAtAnyTimeAndGoesOnAfterwards() throws Exception {
        float[] points = random(1000 * 60, 9);
        assertThatThrownBy(() -> Umap.of(points, 60, SHORT, (fraction, what) -> {
                    throw new CancellationException();
                }))
                .isInstanceOf(CancellationException.class);
        try (Umap umap = Umap.of(points, 60, SHORT, Progress.NONE)) {
            assertThat(umap.iterate(50, () -> umap.epoch() == 3)).isEqualTo(3);
            float[] held = umap.positions();
            assertThat(umap.iterate(2, () -> false)).isEqualTo(2);
            assertThat(umap.positions()).isNotEqualTo(held);
        }
    }

    @Test
    void aMapThatRestsMovesOnWhenMoreIsPlannedAndStaysTheSameMap() throws Exception {
        float[] points = random(500 * 10, 10);
        try (Umap umap = Umap.of(points, 10, UmapSettings.DEFAULT, Progress.NONE)) {
            umap.iterate(500, () -> false);
            float[] rested = umap.positions();
            assertThat(umap.iterate(1, () -> false)).isZero();
            umap.extend(100);
            assertThat(umap.planned()).isEqualTo(600);
            assertThat(umap.iterate(1000, () -> false)).isEqualTo(100);
            keepsTo(rested, umap.positions());
        }
    }

    @Test
    void startsFromAMapAndKeepsToIt() throws Exception {
        float[] points = random(500 * 10, 11);
        float[] map = map(points, 10, UmapSettings.DEFAULT);
        UmapSettings gentle = UmapSettings.DEFAULT.withEpochs(100).withRate(UmapSettings.GENTLE);
        try (Umap again = Umap.from(map, points, 10, gentle, Progress.NONE)) {
            assertThat(again.positions()).isEqualTo(map);
            again.iterate(100, () -> false);
            keepsTo(map, again.positions());
        }
    }

    private static void keepsTo(float[] before, float[] after) {
        double moved = 0;
        double size = 0;
        double[] middle = new double[2];
        for (int i = 0; i < before.length; i++) {
            middle[i % 2] += 2.0 * before[i] / before.length;
        }
        for (int i = 0; i < before.length; i++) {
            moved += Math.pow(after[i] - before[i], 2);
            size += Math.pow(before[i] - middle[i % 2], 2);
        }
        // Two maps that have nothing to do with each other make 2; these 0.06 to 0.16.
        assertThat(moved).isPositive().isLessThan(0.5 * size);
    }
}
