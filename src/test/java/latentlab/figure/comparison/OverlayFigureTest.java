package latentlab.figure.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import latentlab.comparison.Axis;
import latentlab.comparison.ComparedRun;
import latentlab.comparison.Comparison;
import latentlab.comparison.MadeUpRuns;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.HiddenLayer;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.figure.RecordingPen;
import latentlab.figure.TickWords;
import org.junit.jupiter.api.Test;

class OverlayFigureTest {
    private static final TickWords WORDS = new PlainTicks();

    private static ComparedRun run(long latent, long seed, double... losses) {
        return MadeUpRuns.run(
                latent + "-" + seed, TrainingConfig.DEFAULT.withLatent(latent).withSeed(seed), losses);
    }

    private static RecordingPen drawn(Axis axis, ComparedRun... runs) {
        RecordingPen pen = new RecordingPen();
        new OverlayFigure(Comparison.of(List.of(runs)), axis, 900, WORDS, "title", "foot").draw(pen);
        return pen;
    }

    @Test
    void theLegendSaysOnlyInWhatRunsDiffer() {
        assertThat(drawn(Axis.EPOCH, run(2, 1, 0.9, 0.5, 0.4), run(5, 1, 0.9, 0.4, 0.3))
                        .words())
                .contains("title", "foot", "latent 2", "latent 5");
        assertThat(drawn(Axis.EPOCH, run(2, 1, 0.9, 0.5), run(2, 2, 0.9, 0.4)).words())
                .contains("seed 1", "seed 2");
    }

    @Test
    void seedsAreABandWithTheirMeanOverEachCurve() {
        RecordingPen pen =
                drawn(Axis.EPOCH, run(2, 1, 0.9, 0.5, 0.4), run(2, 2, 0.9, 0.6, 0.5), run(5, 1, 0.9, 0.4, 0.3));
        assertThat(pen.fills).hasSize(1);
        assertThat(pen.fills.getFirst().places()).hasSize(2 * 6);
        assertThat(pen.tracks).extracting(RecordingPen.Line::width).startsWith(0.75, 0.75, 2.5, 2.0);
        assertThat(pen.words()).contains("latent 2", "latent 5").doesNotContain("latent 2, seed 1");
        assertThat(drawn(Axis.TIME, run(2, 1, 0.9, 0.5), run(2, 2, 0.9, 0.6), run(5, 1, 0.9, 0.4)).fills)
                .isEmpty();
    }

    @Test
    void aCurveHasAGapWhereThereIsNoLossAndADotWhereItIsAPoint() {
        RecordingPen pen = drawn(Axis.EPOCH, run(2, 1, 0.9, 0.5, Double.NaN, 0.4, 0.3), run(5, 1, 0.9));
        assertThat(pen.tracks.getFirst().begun()).isEqualTo(2);
        assertThat(pen.dots).hasSize(1);
    }

    @Test
    void saysWhatItsAxisLeavesOutOfEpochZeroAndPointsThere() {
        RecordingPen pen = drawn(Axis.EPOCH, run(2, 1, 0.9, 0.5, 0.45), run(5, 1, 0.8, 0.5, 0.45));
        assertThat(pen.words()).contains("untrained 0.8 to 0.9");
        List<Double> head = pen.tracks.getLast().places();
        assertThat(head.get(3)).as("upwards").isLessThan(head.get(1));
        pen = drawn(Axis.EPOCH, run(2, 1, 0.1, 0.5, 0.45), run(5, 1, 0.47, 0.5, 0.45));
        assertThat(pen.words()).contains("untrained 0.1 to 0.1");
        head = pen.tracks.getLast().places();
        assertThat(head.get(3)).as("downwards").isGreaterThan(head.get(1));
        pen = drawn(Axis.EPOCH, run(2, 1, 0.48, 0.5, 0.45), run(5, 1, 0.47, 0.5, 0.45));
        assertThat(pen.words()).noneMatch(words -> words.startsWith("untrained"));
        assertThat(pen.tracks).hasSize(2);
    }

    @Test
    void aBranchBeginsOnTheCurveOfTheRunItHasLeft() {
        ComparedRun parent = run(2, 1, 0.9, 0.5, 0.4, 0.35);
        ComparedRun branch = MadeUpRuns.branch(run(2, 9, 0.9, 0.5, 0.3, 0.2), parent, 1);
        RecordingPen both = drawn(Axis.EPOCH, parent, branch);
        List<Double> left = both.tracks.getFirst().places();
        assertThat(both.tracks.get(1).places()).hasSize(2 * 3).startsWith(left.get(2), left.get(3));
        assertThat(drawn(Axis.EPOCH, branch, run(5, 1, 0.9, 0.4))
                        .tracks
                        .getFirst()
                        .places())
                .as("without the other")
                .hasSize(2 * 4);
    }

    @Test
    void byTimeSecondsLieBelowTheCurves() {
        RecordingPen pen = drawn(Axis.TIME, run(2, 1, 0.9, 0.5, 0.4), run(5, 1, 0.9, 0.4, 0.3));
        assertThat(pen.words()).contains("loss 0.5", "loss 1.0").doesNotContain("epoch 0.0");
    }

    @Test
    void isAsHighAsItsLegend() {
        ComparedRun[] many = new ComparedRun[60];
        for (int i = 0; i < many.length; i++) {
            many[i] = run(i + 1, 1, 0.9, 0.5);
        }
        Comparison comparison = Comparison.of(List.of(many));
        assertThat(new OverlayFigure(comparison, Axis.EPOCH, 900, WORDS, "", "").height())
                .isGreaterThan(60 * 18);
    }

    private static OverlayFigure sized(double height, ComparedRun... runs) {
        return new OverlayFigure(Comparison.of(List.of(runs)), Axis.EPOCH, 900, height, WORDS, "title", "foot");
    }

    @Test
    void inAGivenHeightTheLegendCountsWhatItHasNoRoomFor() {
        ComparedRun[] many = new ComparedRun[60];
        for (int i = 0; i < many.length; i++) {
            many[i] = run(i + 1, 1, 0.9, 0.5);
        }
        OverlayFigure figure = sized(34 + 48 + 10 * 18, many);
        RecordingPen pen = new RecordingPen();
        figure.draw(pen);
        assertThat(figure.height()).isEqualTo(262);
        assertThat(pen.words()).contains("latent 9", "+51").doesNotContain("latent 10");
        assertThat(pen.texts).allSatisfy(text -> assertThat(text.y()).isLessThanOrEqualTo(262));
    }

    private static ComparedRun deep(long latent) {
        TrainingConfig config = TrainingConfig.DEFAULT.withLatent(latent);
        return MadeUpRuns.run(
                "deep" + latent,
                config.with(Setting.HIDDEN, HiddenLayer.dense(400, 200)).with(Setting.ENCODER, Activation.LEAKY_RELU),
                0.9,
                0.5);
    }

    private static RecordingPen narrow(double rows, ComparedRun... runs) {
        OverlayFigure figure = new OverlayFigure(
                Comparison.of(List.of(runs)), Axis.EPOCH, 440, 34 + 48 + rows * 18, WORDS, "title", "foot");
        RecordingPen pen = new RecordingPen();
        figure.draw(pen);
        return pen;
    }

    @Test
    void aLongNameHasTwoRowsWhereTheLegendHasRoomAndElseBothOfItsEnds() {
        ComparedRun[] runs = {deep(2), deep(20), run(5, 1, 0.9, 0.5)};
        RecordingPen pen = narrow(8, runs);
        assertThat(pen.words())
                .contains("hidden 400-200, latent 2,", "encoder-activation leaky-relu", "hidden 400-200, latent 20,");
        pen = narrow(4, runs);
        assertThat(pen.words().stream().filter(words -> words.startsWith("hidden 400")))
                .hasSize(2)
                .allSatisfy(words -> assertThat(words).contains("…").endsWith("leaky-relu"));
    }

    @Test
    void aNameInTheLegendPointsAtAllItsRuns() {
        OverlayFigure figure = sized(300, run(2, 1, 0.9, 0.5), run(2, 2, 0.9, 0.4), run(5, 1, 0.9, 0.3));
        RecordingPen pen = new RecordingPen();
        figure.draw(pen);
        RecordingPen.Words first = words(pen, "latent 2");
        RecordingPen.Words second = words(pen, "latent 5");
        assertThat(figure.at(first.x() + 5, first.y())).isEqualTo(new Spot(List.of(0, 1), -1));
        assertThat(figure.at(second.x() + 5, second.y())).isEqualTo(Spot.of(2));
        assertThat(figure.at(second.x() + 5, second.y() + 18)).isNull();
    }

    private static RecordingPen.Words words(RecordingPen pen, String written) {
        return pen.texts.stream()
                .filter(text -> text.words().equals(written))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theNearestRunIsPointedAtWithItsNearestEpoch() {
        OverlayFigure figure = sized(300, run(2, 1, 0.9, 0.5, 0.4), run(5, 1, 0.9, 0.4, Double.NaN, 0.3));
        RecordingPen pen = new RecordingPen();
        figure.draw(pen);
        List<Double> first = pen.tracks.getFirst().places();
        // Between its epochs 1 and 2, nearer to the latter.
        double x = 0.3 * first.get(2) + 0.7 * first.get(4);
        double y = 0.3 * first.get(3) + 0.7 * first.get(5);
        assertThat(figure.at(x, y + 3)).isEqualTo(new Spot(List.of(0), 2));
        assertThat(figure.at(0.6 * first.get(2) + 0.4 * first.get(4), 0.6 * first.get(3) + 0.4 * first.get(5)))
                .isEqualTo(new Spot(List.of(0), 1));
        List<Double> second = pen.tracks.get(1).places();
        assertThat(figure.at(second.get(4) - 3, second.get(5))).isEqualTo(new Spot(List.of(1), 3));
        assertThat(figure.at((second.get(2) + second.get(4)) / 2, second.get(5)))
                .as("nothing is in a gap")
                .isNull();
    }

    /** Where epochs lie close together, a step of the pointer passes several. */
    @Test
    void eachEpochOfALongRunIsPointedAt() {
        double[] losses = new double[301];
        Arrays.setAll(losses, epoch -> epoch % 2 == 0 ? 0.4 : 0.8);
        OverlayFigure figure = sized(300, run(2, 1, losses));
        RecordingPen pen = new RecordingPen();
        figure.draw(pen);
        List<Double> places = pen.tracks.getFirst().places();
        for (int epoch = 0; epoch < losses.length; epoch++) {
            assertThat(figure.at(places.get(2 * epoch), places.get(2 * epoch + 1)))
                    .isEqualTo(new Spot(List.of(0), epoch));
        }
    }

    @Test
    void arrowKeysGoAlongACurveAndOverItsGapsAndToTheNext() {
        OverlayFigure figure = sized(300, run(2, 1, 0.9, 0.5, Double.NaN, 0.4), run(5, 1, 0.9, 0.4));
        figure.draw(new RecordingPen());
        Spot last = figure.step(null, 0, 0);
        assertThat(last).isEqualTo(new Spot(List.of(0), 3));
        assertThat(figure.step(last, -1, 0)).isEqualTo(new Spot(List.of(0), 1));
        assertThat(figure.step(figure.step(last, -1, 0), 1, 0)).isEqualTo(last);
        assertThat(figure.step(last, 1, 0)).isEqualTo(last);
        assertThat(figure.step(last, 0, 1)).isEqualTo(new Spot(List.of(1), 1));
    }

    @Test
    void oneRunIsEmphasisedOverTheOthersFaded() {
        OverlayFigure figure = sized(300, run(2, 1, 0.9, 0.5, 0.4), run(2, 2, 0.9, 0.6, 0.5), run(5, 1, 0.9, 0.4));
        RecordingPen all = new RecordingPen();
        figure.draw(all);
        assertThat(figure.colour(1)).isEqualTo(figure.colour(0)).isNotEqualTo(figure.colour(2));
        RecordingPen pen = new RecordingPen();
        figure.emphasise(pen, new Spot(List.of(1), 2));
        assertThat(pen.clips).as("within the plot").hasSize(1);
        assertThat(pen.tracks)
                .singleElement()
                .satisfies(track ->
                        assertThat(track.places()).isEqualTo(all.tracks.get(1).places()));
        assertThat(pen.dots).singleElement().satisfies(dot -> {
            List<Double> places = pen.tracks.getFirst().places();
            assertThat(dot.label()).isEqualTo(figure.colour(1));
            assertThat(dot.area().centreX()).isEqualTo(places.get(4));
            assertThat(dot.area().centreY()).isEqualTo(places.get(5));
        });
    }
}
