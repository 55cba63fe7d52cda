package latentlab.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Noise;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import org.junit.jupiter.api.Test;

class DimensionTest {
    private static final TrainingConfig CONFIG = TrainingConfig.DEFAULT;

    private static Comparison of(TrainingConfig... configs) {
        return Comparison.of(Arrays.stream(configs).map(each -> run(each, 0.5)).toList());
    }

    private static ComparedRun run(TrainingConfig config, double loss) {
        return MadeUpRuns.run("run", config, 0.9, loss);
    }

    private static Dimension named(String name, Comparison comparison) {
        return comparison.dimensions().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void numbersAreInTheirOrderWhateverThatOfTheRuns() {
        Comparison comparison =
                of(CONFIG.withLatent(20).withSeed(3), CONFIG.withLatent(2).withSeed(10), CONFIG.withLatent(100));
        Dimension latent = comparison.dimensions().getFirst();
        assertThat(latent.values()).containsExactly("2", "20", "100");
        assertThat(latent.numbers()).containsExactly(2, 20, 100);
        assertThat(latent.places()).containsExactly(1, 0, 2);
        assertThat(latent.logarithmic()).isTrue();
        Dimension seed = comparison.dimensions().getLast();
        assertThat(seed.isSeed()).isTrue();
        assertThat(seed.values()).containsExactly("1", "3", "10");
        assertThat(seed.logarithmic()).isFalse();
    }

    @Test
    void wordsAreInTheOrderOfTheSetting() {
        Dimension model = of(
                        CONFIG.withKind(ModelKind.TIED).withSeed(2),
                        CONFIG.withKind(ModelKind.SIMPLE),
                        CONFIG.withKind(ModelKind.TIED))
                .dimensions()
                .getFirst();
        assertThat(model.values()).containsExactly("simple", "tied");
        assertThat(model.places()).containsExactly(1, 0, 1);
        assertThat(model.numeric()).isFalse();
    }

    @Test
    void aRunThatASettingMakesNoDifferenceToHasNoPlace() {
        TrainingConfig noisy = CONFIG.with(Setting.NOISE, Noise.MASKING);
        Comparison comparison = of(CONFIG, noisy.with(Setting.NOISE_LEVEL, 0.3), noisy.with(Setting.NOISE_LEVEL, 0.1));
        assertThat(named("noise-level", comparison).places()).containsExactly(-1, 1, 0);
        // One value alone is no axis.
        assertThat(of(CONFIG, noisy).dimensions()).extracting(Dimension::name).containsExactly("noise");
    }

    @Test
    void manyNumbersArePutTogetherWithNoRunLost() {
        TrainingConfig[] configs = IntStream.rangeClosed(1, 100)
                .mapToObj(latent -> CONFIG.withLatent(latent))
                .toArray(TrainingConfig[]::new);
        Dimension latent = of(configs).dimensions().getFirst();
        Dimension binned = latent.binned();
        assertThat(binned.values()).hasSizeBetween(8, 12).first().isEqualTo("1");
        assertThat(binned.values().getLast()).endsWith("–100");
        assertThat(binned.numbers()).isSorted();
        assertThat(binned.places()).isSorted().doesNotContain(-1);
        assertThat(of(configs[0], configs[5]).dimensions().getFirst().binned().values())
                .containsExactly("1", "6");
    }

    @Test
    void aCellIsTheMeanOverItsRunsWithoutThoseThatAreThereTwice() {
        Comparison comparison = Comparison.of(List.of(
                run(CONFIG.withLatent(2).withSeed(1), 0.4),
                run(CONFIG.withLatent(2).withSeed(2), 0.6),
                run(CONFIG.withLatent(2).withSeed(2), 0.6),
                run(CONFIG.withLatent(5).withLearningRate(0.1), Double.NaN)));
        Spread[][] cells = comparison.cells(KeyFigure.VALID_LOSS, named("latent", comparison), named("lr", comparison));
        assertThat(cells[0][0].runs()).containsExactly(0, 1, 2);
        assertThat(cells[0][0].counted()).isEqualTo(2);
        assertThat(cells[0][0].mean()).isEqualTo(0.5);
        assertThat(cells[0][0].low()).isEqualTo(0.4);
        assertThat(cells[0][0].high()).isEqualTo(0.6);
        assertThat(cells[0][1]).as("no run").isNull();
        assertThat(cells[1][1].runs()).as("a run without a value").containsExactly(3);
        assertThat(cells[1][1].counted()).isZero();
        assertThat(cells[1][1].mean()).isNaN();
    }

    @Test
    void seriesAreApartByAllButTheSettingAndTheSeed() {
        List<ComparedRun> runs = new ArrayList<>();
        for (int seed = 1; seed <= 2; seed++) {
            runs.add(run(CONFIG.withLatent(5).withSeed(seed), 0.3 + 0.1 * seed));
            runs.add(run(CONFIG.withLatent(2).withSeed(seed), 0.5));
            runs.addFirst(run(CONFIG.withLatent(2).withSeed(seed).withLearningRate(0.1), 0.7));
        }
        Comparison comparison = Comparison.of(runs);
        List<Series> series = comparison.series(KeyFigure.BEST_LOSS, named("latent", comparison));
        assertThat(series).extracting(Series::name).containsExactly("lr 0.01", "lr 0.1");
        assertThat(series.getFirst().points()).extracting(Series.Point::place).containsExactly(0, 1);
        assertThat(series.getFirst().points().getLast().spread().mean()).isEqualTo(0.45);
        assertThat(series.getLast().points()).hasSize(1);
        Comparison one = of(CONFIG.withLatent(2), CONFIG.withLatent(5));
        assertThat(one.series(KeyFigure.BEST_LOSS, one.dimensions().getFirst()))
                .singleElement()
                .satisfies(only -> assertThat(only.name()).isEmpty());
    }

    @Test
    void onlyFiguresThatSomeRunHasAreCompared() {
        assertThat(of(CONFIG, CONFIG.withSeed(2)).figures())
                .containsExactly(KeyFigure.BEST_LOSS, KeyFigure.VALID_LOSS, KeyFigure.TRAIN_LOSS, KeyFigure.SECONDS);
        assertThat(of(CONFIG, CONFIG.with(Setting.SPARSITY, 0.1)).figures())
                .as("losses of different kinds")
                .containsExactly(KeyFigure.SECONDS);
    }

    @Test
    void aPictureThatCannotBeDrawnSaysWhy() {
        Comparison same = of(CONFIG);
        assertThat(Picture.Kind.LOSSES.obstacle(same)).isEmpty();
        assertThat(Picture.Kind.AGAINST.obstacle(same).orElseThrow().key()).isEqualTo("comparison.picture.one");
        Comparison one = of(CONFIG, CONFIG.withLatent(2));
        assertThat(Picture.Kind.PARALLEL.obstacle(one)).isEmpty();
        assertThat(Picture.Kind.HEAT_MAP.obstacle(one).orElseThrow().key()).isEqualTo("comparison.picture.two");
        Comparison two = of(CONFIG.withSeed(2), CONFIG.withLatent(2));
        assertThat(Picture.Kind.HEAT_MAP.obstacle(two)).isEmpty();
        Picture first = Picture.first(Picture.Kind.HEAT_MAP, two);
        assertThat(first.across().name()).isEqualTo("latent");
        assertThat(first.down().name()).isEqualTo("seed");
    }
}
