package latentlab.figure.comparison;

import static latentlab.figure.comparison.MadeUpComparisons.WORDS;
import static latentlab.figure.comparison.MadeUpComparisons.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import latentlab.comparison.Axis;
import latentlab.comparison.Comparison;
import latentlab.comparison.KeyFigure;
import latentlab.comparison.Picture;
import latentlab.figure.RecordingPen;
import latentlab.figure.Role;
import latentlab.figure.comparison.ParallelFigure.Range;
import org.junit.jupiter.api.Test;

class ParallelFigureTest {
    private final Comparison comparison = Comparison.of(
            List.of(run(1, 0.01, 1, 0.4), run(10, 0.1, 1, 0.3), run(100, 0.01, 2, 0.2), run(100, 0.1, 2, 0.8)));

    private ParallelFigure figure(Map<Integer, Range> ranges) {
        return new ParallelFigure(
                comparison, Picture.first(Picture.Kind.PARALLEL, comparison), ranges, 700, 400, WORDS);
    }

    private static RecordingPen drawn(ParallelFigure figure) {
        RecordingPen pen = new RecordingPen();
        figure.draw(pen);
        return pen;
    }

    /** @return the axes' places, from the left */
    private static List<Double> track(RecordingPen pen, int line) {
        return pen.tracks.get(line).places();
    }

    @Test
    void aLineForEachRunGoesThroughItsValuesAndTheBestAreOnTop() {
        RecordingPen pen = drawn(figure(Map.of()));
        assertThat(figure(Map.of()).axes()).as("the seed is chance").isEqualTo(3);
        assertThat(pen.tracks).hasSize(4);
        assertThat(pen.words()).contains("latent", "lr", "Best validation loss", "1", "10", "100", "0.01", "0.1");
        List<Double> worst = track(pen, 0);
        List<Double> best = track(pen, 3);
        assertThat(worst.get(5)).as("0.8 is at the top").isLessThan(best.get(5));
        assertThat(worst.get(1)).as("both have 100 latent units").isEqualTo(best.get(1));
        List<Double> middle = track(pen, 2);
        List<Double> least = track(pen, 1);
        assertThat(middle.get(1) - best.get(1)).as("by ratio").isEqualTo((least.get(1) - best.get(1)) / 2);
    }

    @Test
    void aRangeLeavesRunsOut() {
        ParallelFigure figure = figure(Map.of(0, new Range(0.9, 1)));
        assertThat(figure.kept()).containsExactly(2, 3);
        RecordingPen pen = drawn(figure);
        assertThat(pen.tracks(Role.GRID)).hasSize(2);
        assertThat(pen.tracks(Role.SCALE_LOW)).hasSize(2);
        assertThat(figure(Map.of(0, new Range(0.9, 1), 2, new Range(0, 0.1))).kept())
                .containsExactly(2);
        List<Double> left = track(pen, 0);
        assertThat(figure.at((left.get(0) + left.get(2)) / 2, (left.get(1) + left.get(3)) / 2))
                .as("what is left out is not pointed at")
                .isNull();
    }

    @Test
    void keysNarrowARangeByOneValueAfterTheOther() {
        ParallelFigure all = figure(Map.of());
        Range withoutLeast = all.narrowed(0, true);
        assertThat(figure(Map.of(0, withoutLeast)).kept()).containsExactly(1, 2, 3);
        Range withoutGreatest = all.narrowed(0, false);
        assertThat(figure(Map.of(0, withoutGreatest)).kept()).containsExactly(0, 1);
        Range one = figure(Map.of(0, withoutLeast)).narrowed(0, true);
        assertThat(figure(Map.of(0, one)).kept()).containsExactly(2, 3);
        assertThat(figure(Map.of(0, one)).narrowed(0, true))
                .as("the last value stays")
                .isEqualTo(one);
    }

    @Test
    void theLineIsPointedAtBetweenItsAxes() {
        ParallelFigure figure = figure(Map.of());
        RecordingPen pen = drawn(figure);
        List<Double> best = track(pen, 3);
        assertThat(figure.at((best.get(2) + best.get(4)) / 2, (best.get(3) + best.get(5)) / 2))
                .isEqualTo(Spot.of(2));
        assertThat(figure.axis(best.get(2) + 5, 200)).isEqualTo(1);
        assertThat(figure.axis(best.get(2) + 40, 200)).isEqualTo(-1);
        assertThat(figure.fraction(best.get(1))).isEqualTo(1);
        RecordingPen over = new RecordingPen();
        figure.emphasise(over, Spot.of(2));
        assertThat(over.tracks.getLast().places()).isEqualTo(best);
    }

    @Test
    void keysGoThroughTheKeptRunsInTheOrderOfTheFigure() {
        ParallelFigure figure = figure(Map.of(1, new Range(0, 0.5)));
        assertThat(figure.kept()).containsExactly(0, 2);
        assertThat(figure.step(null, 0, 1)).isEqualTo(Spot.of(0));
        assertThat(figure.step(Spot.of(0), 0, 1)).isEqualTo(Spot.of(2));
        assertThat(figure.step(Spot.of(2), 0, 1)).isEqualTo(Spot.of(2));
        assertThat(figure(Map.of(0, new Range(0.2, 0.3))).step(null, 0, 1)).isNull();
    }

    @Test
    void aRunWithoutAValueIsBelowTheAxis() {
        Comparison diverged = Comparison.of(List.of(run(1, 0.01, 1, 0.4), run(2, 0.01, 1, Double.NaN)));
        ParallelFigure figure = new ParallelFigure(
                diverged,
                new Picture(Picture.Kind.PARALLEL, Axis.EPOCH, KeyFigure.VALID_LOSS, null, null),
                Map.of(),
                700,
                400,
                WORDS);
        RecordingPen pen = drawn(figure);
        assertThat(pen.tracks(Role.WARNING))
                .singleElement()
                .satisfies(line -> assertThat(line.places().get(3)).isGreaterThan(400 - 34));
        assertThat(pen.haloed).contains("–");
    }
}
