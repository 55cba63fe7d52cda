package latentlab.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import latentlab.comparison.RunNames.Nameless;
import latentlab.engine.settings.HiddenLayer;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.Noise;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.run.RateChange;
import latentlab.run.findings.TestError;
import latentlab.text.Messages;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final TrainingConfig CONFIG = TrainingConfig.DEFAULT;

    private static Comparison of(ComparedRun... runs) {
        return Comparison.of(List.of(runs));
    }

    private static ComparedRun seeded(long latent, long seed, double loss) {
        return MadeUpRuns.run(
                latent + "-" + seed, CONFIG.withLatent(latent).withSeed(seed), 0.9, loss + 0.1, loss, loss + 0.05);
    }

    private static List<String> said(Comparison comparison) {
        Messages english = new Messages(Locale.ENGLISH);
        return comparison.conclusions().stream().map(english::text).toList();
    }

    @Test
    void runsAreCalledWhatTheUserCallsThemOrElseByTheirSettingsAndNeverAlike() {
        ComparedRun named = MadeUpRuns.run("a.latentlab", CONFIG.withLatent(2), 0.9, 0.5);
        named = new ComparedRun(
                named.name(),
                "My best",
                named.start(),
                named.config(),
                named.history(),
                List.of(),
                named.accuracies(),
                named.errors());
        Comparison comparison = of(
                named,
                MadeUpRuns.run("b", CONFIG.withLatent(5), 0.9, 0.4),
                MadeUpRuns.run("c", CONFIG.withLatent(5), 0.9, 0.4),
                MadeUpRuns.run("c", CONFIG.withLatent(5), 0.9, 0.3),
                MadeUpRuns.run("d", CONFIG.withLatent(7), 0.9, 0.4));
        assertThat(comparison.runs().stream().map(comparison::label))
                .containsExactly("My best", "latent 5 (b)", "latent 5 (c) #1", "latent 5 (c) #2", "latent 7");
        assertThat(of(named).label(named)).isEqualTo("My best");
    }

    @Test
    void runsThatNobodyHasNamedAreCalledByWhatFewOfThemHave() {
        TrainingConfig common = CONFIG.withLatent(5);
        assertThat(names(
                        new Nameless("a", common, "digits"),
                        new Nameless("b", common, "leaves"),
                        new Nameless("c", common.withLearningRate(0.5), "digits"),
                        new Nameless("d", common.withLatent(7), "digits")))
                .containsExactly(
                        "data digits, latent 5",
                        "data leaves, latent 5",
                        "data digits, latent 5, lr 0.5",
                        "data digits, latent 7");
        assertThat(names(new Nameless("a", common, "digits"), new Nameless("b", common, "digits")))
                .containsExactly("a", "b");
        assertThat(names()).isEmpty();
    }

    private static List<String> names(Nameless... runs) {
        return RunNames.of(List.of(runs), (name, value) -> RunNames.Called.as(name + " " + value)).stream()
                .map(called -> new Messages(Locale.ENGLISH).text(called.name()))
                .toList();
    }

    @Test
    void dataOfAFolderAreCalledByItsNameUnlessAnotherHasItToo() {
        List<Difference> data =
                List.of(new Difference(Difference.DATA, List.of("/home/me/leaves", "digits", "/a/x", "C:\\b\\x", "/")));
        List<Difference> told = RunNames.inShort(data);
        assertThat(IntStream.range(0, 5).mapToObj(run -> RunNames.differing(run, told, _ -> true)))
                .containsExactly("data leaves", "data digits", "data /a/x", "data C:\\b\\x", "data /");
    }

    private static ComparedRun withError(ComparedRun run, double mse) {
        return new ComparedRun(
                run.name(),
                run.given(),
                run.start(),
                run.config(),
                run.history(),
                run.rateChanges(),
                run.accuracies(),
                new TreeMap<>(Map.of(run.epochs(), new TestError(mse))));
    }

    @Test
    void testErrorsAreComparedWhateverTheLossesAreAndNotBetweenOtherData() {
        ComparedRun one = withError(MadeUpRuns.run("a", CONFIG, 0.9, 0.5), 0.01);
        ComparedRun other = withError(MadeUpRuns.run("b", CONFIG.with(Setting.LOSS, Loss.BCE), 0.9, 0.4), 0.001);
        Comparison comparison = of(one, other);
        assertThat(comparison.figures()).containsExactly(KeyFigure.SECONDS, KeyFigure.TEST_MSE, KeyFigure.TEST_PSNR);
        assertThat(comparison.value(KeyFigure.TEST_MSE, 1)).isEqualTo(0.001);
        assertThat(comparison.value(KeyFigure.TEST_PSNR, 1)).isCloseTo(30, Offset.offset(1e-9));
        ComparedRun elsewhere = withError(MadeUpRuns.run("c", CONFIG, "0e1e", List.of(), 0.9, 0.4), 0.1);
        assertThat(of(one, elsewhere).figures()).containsExactly(KeyFigure.SECONDS);
        assertThat(of(one, MadeUpRuns.run("d", CONFIG, 0.9, 0.4)).value(KeyFigure.TEST_MSE, 1))
                .isNaN();
    }

    @Test
    void namesOnlyTheSettingsThatDifferInTheirOrder() {
        Comparison comparison = of(
                MadeUpRuns.run("a", CONFIG.withSeed(2).withLearningRate(0.02), 0.9, 0.5),
                MadeUpRuns.run("b", CONFIG.with(Setting.HIDDEN, HiddenLayer.dense(64)), 0.9, 0.4));
        assertThat(comparison.differences())
                .containsExactly(
                        new Difference("hidden", List.of("none", "64")),
                        new Difference("lr", List.of("0.02", "0.01")),
                        new Difference("seed", List.of("2", "1")));
        assertThat(comparison.label(comparison.runs().getFirst())).isEqualTo("hidden none, lr 0.02, seed 2");
    }

    @Test
    void leavesOutWhatMakesNoDifference() {
        TrainingConfig without = CONFIG.with(Setting.NOISE_LEVEL, 0.5);
        assertThat(of(MadeUpRuns.run("a", CONFIG, 0.9), MadeUpRuns.run("b", without, 0.9))
                        .differences())
                .isEmpty();
        assertThat(of(MadeUpRuns.run("a", CONFIG, 0.9), MadeUpRuns.run("b", without, 0.9))
                        .groups())
                .hasSize(1);
        assertThat(of(
                                MadeUpRuns.run("a", CONFIG, 0.9),
                                MadeUpRuns.run("b", without.with(Setting.NOISE, Noise.MASKING), 0.9))
                        .differences())
                .containsExactly(
                        new Difference("noise", List.of("none", "masking")),
                        new Difference("noise-level", List.of("", "0.5")));
    }

    @Test
    void namesOtherDataAndChangesOfTheRate() {
        Comparison comparison = of(
                MadeUpRuns.run("a", CONFIG, 0.9, 0.5),
                MadeUpRuns.run("b", CONFIG, "0ddba11dead", List.of(new RateChange(1, 0.01, 0.005)), 0.9, 0.5));
        assertThat(comparison.differences())
                .containsExactly(
                        new Difference("data", List.of("digits #5ca1ab1e", "digits #0ddba11d")),
                        new Difference("lr-changes", List.of("none", "1:0.005")));
    }

    @Test
    void knowsTheBestAndTheLastEpochAndTheTime() {
        ComparedRun run = MadeUpRuns.run("a", CONFIG, 0.9, 0.5, 0.3, 0.3, 0.4);
        assertThat(run.best().epoch()).isEqualTo(2);
        assertThat(run.last().validLoss()).isEqualTo(0.4);
        assertThat(run.epochs()).isEqualTo(4);
        assertThat(run.seconds()).isEqualTo(2);
        assertThat(run.places(Axis.EPOCH)).containsExactly(0, 1, 2, 3, 4);
        assertThat(run.places(Axis.TIME)).containsExactly(0, 0.5, 1, 1.5, 2);
        assertThat(MadeUpRuns.run("b", CONFIG, Double.NaN).best()).isNull();
    }

    @Test
    void putsTogetherWhatDiffersInTheSeedAlone() {
        Comparison comparison = of(seeded(2, 1, 0.4), seeded(5, 1, 0.3), seeded(2, 2, 0.5));
        assertThat(comparison.groups())
                .extracting(
                        group -> group.runs().stream().map(ComparedRun::name).toList())
                .containsExactly(List.of("2-1", "2-2"), List.of("5-1"));
        assertThat(comparison.label(comparison.groups().getFirst())).isEqualTo("latent 2");
        SeedGroup.Band band = comparison.groups().getFirst().band();
        assertThat(band.mean()).containsExactly(new double[] {0.9, 0.55, 0.45, 0.5}, within());
        assertThat(band.low()).containsExactly(new double[] {0.9, 0.5, 0.4, 0.45}, within());
        assertThat(band.high()).containsExactly(new double[] {0.9, 0.6, 0.5, 0.55}, within());
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-12);
    }

    @Test
    void aShorterRunLeavesTheBandWhereItEnds() {
        SeedGroup group = new SeedGroup(List.of(
                MadeUpRuns.run("a", CONFIG, 0.9, 0.5), MadeUpRuns.run("b", CONFIG.withSeed(2), 0.7, Double.NaN, 0.3)));
        assertThat(group.band().mean()).containsExactly(new double[] {0.8, 0.5, 0.3}, within());
        assertThat(group.band().high()).containsExactly(new double[] {0.9, 0.5, 0.3}, within());
    }

    @Test
    void concludesNothingFromFewerThanThreeSeeds() {
        assertThat(said(of(seeded(2, 1, 0.4), seeded(2, 2, 0.41), seeded(5, 1, 0.2))))
                .containsExactly(
                        "Best of all: latent 5, seed 1, validation loss 0.2000 in epoch 2.",
                        "latent 5 (mean 0.2000, seeds: 1) came lower than latent 2 (mean 0.4050, seeds: 2), but"
                                + " nothing may be concluded from so few: train each with at least 3 seeds.");
    }

    @Test
    void saysWithNumbersWhetherTwoGroupsDifferByMoreThanChance() {
        Comparison apart = of(
                seeded(2, 1, 0.41),
                seeded(2, 2, 0.42),
                seeded(2, 3, 0.43),
                seeded(5, 1, 0.2),
                seeded(5, 2, 0.21),
                seeded(5, 3, 0.22));
        assertThat(said(apart).getLast())
                .startsWith("latent 5 (mean 0.2100, seeds: 3) is better than latent 2 (mean 0.4200, seeds: 3): lower"
                        + " by 0.2100, 95 % bootstrap interval 0.1");
        Comparison close = of(
                seeded(2, 1, 0.2),
                seeded(2, 2, 0.3),
                seeded(2, 3, 0.4),
                seeded(5, 1, 0.21),
                seeded(5, 2, 0.31),
                seeded(5, 3, 0.35));
        assertThat(said(close).getLast())
                .startsWith("Nothing may be concluded: latent 5")
                .endsWith("contains 0.");
    }

    @Test
    void ofManySettingsItCountsThoseWithTooFewSeeds() {
        Comparison comparison = of(
                seeded(2, 1, 0.41),
                seeded(2, 2, 0.42),
                seeded(2, 3, 0.43),
                seeded(5, 1, 0.2),
                seeded(5, 2, 0.21),
                seeded(5, 3, 0.22),
                seeded(9, 1, 0.1));
        assertThat(comparison.judgements()).hasSize(1);
        assertThat(said(comparison).getLast())
                .isEqualTo("1 of the 3 settings were trained with fewer than 3 seeds: whether these are better or worse"
                        + " than others may not be concluded.");
    }

    @Test
    void doesNotRankLossesOfDifferentKinds() {
        Comparison comparison = of(
                MadeUpRuns.run("a", CONFIG, 0.9, 0.02),
                MadeUpRuns.run("b", CONFIG.with(Setting.LOSS, Loss.SSE), 90, 3));
        assertThat(comparison.kinds()).hasSize(2);
        assertThat(said(comparison))
                .containsExactly("These losses are not of one kind (loss), so that none is better than one of another"
                        + " kind: only runs of the same kind are compared.");
        assertThat(of(
                                MadeUpRuns.run("a", CONFIG, 0.9, 0.02),
                                MadeUpRuns.run("b", CONFIG, "0ddba11dead", List.of(), 0.9, 0.01))
                        .kinds())
                .hasSize(2);
    }

    @Test
    void countsTheSameSeedOnceAndTellsOfUnequalLengths() {
        Comparison comparison = of(
                seeded(2, 1, 0.4),
                MadeUpRuns.run("copy", CONFIG.withLatent(2), 0.9, 0.5, 0.4, 0.45),
                MadeUpRuns.run("short", CONFIG.withLatent(2).withSeed(2), 0.9, 0.5));
        assertThat(comparison.groups().getFirst().best()).hasSize(2);
        assertThat(said(comparison))
                .contains("The same settings and seed were trained more than once: copy does not count again.")
                .anyMatch(sentence -> sentence.contains("different numbers of epochs, 1 to 3"));
    }
}
