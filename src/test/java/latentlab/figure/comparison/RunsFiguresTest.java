package latentlab.figure.comparison;

import static latentlab.figure.comparison.MadeUpComparisons.WORDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import latentlab.comparison.Axis;
import latentlab.comparison.Comparison;
import latentlab.comparison.Picture;
import latentlab.figure.RecordingPen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every figure of runs, whatever the runs and however large it is. */
class RunsFiguresTest {
    private static final double[][] SIZES = {{1, 1}, {80, 60}, {200, 140}, {761, 333.5}, {1920, 1080}};

    private static RunsFigure figure(Picture.Kind kind, Comparison comparison, double width, double height) {
        Picture picture = Picture.first(kind, comparison);
        return switch (kind) {
            case LOSSES -> new OverlayFigure(comparison, Axis.EPOCH, width, height, new PlainTicks(), "title", "foot");
            case HEAT_MAP -> new HeatMapFigure(comparison, picture, width, height, WORDS);
            case PARALLEL -> new ParallelFigure(comparison, picture, Map.of(), width, height, WORDS);
            case AGAINST -> new AgainstFigure(comparison, picture, width, height, WORDS);
        };
    }

    private static List<Double> numbers(RecordingPen pen) {
        List<Double> numbers = new ArrayList<>();
        pen.lines.forEach(line -> numbers.addAll(line.places()));
        pen.tracks.forEach(line -> numbers.addAll(line.places()));
        pen.texts.forEach(text -> numbers.addAll(List.of(text.x(), text.y())));
        pen.filled.forEach(each -> numbers.addAll(List.of(
                each.area().x(),
                each.area().y(),
                each.area().width(),
                each.area().height(),
                each.ink().share())));
        pen.boxes.forEach(box -> numbers.addAll(List.of(box.x(), box.y())));
        pen.dots.forEach(
                dot -> numbers.addAll(List.of(dot.area().x(), dot.area().y())));
        return numbers;
    }

    @ParameterizedTest
    @EnumSource
    void everythingHasAPlaceWhateverTheRuns(Picture.Kind kind) {
        for (int seed = 0; seed < 12; seed++) {
            for (int runs : new int[] {1, 2, 3, 7, 40}) {
                Comparison comparison = MadeUpComparisons.random(seed, runs);
                if (kind.obstacle(comparison).isPresent()) {
                    continue;
                }
                for (double[] size : SIZES) {
                    RecordingPen pen = new RecordingPen();
                    RunsFigure figure = figure(kind, comparison, size[0], size[1]);
                    figure.draw(pen);
                    figure.emphasise(pen, Spot.of(runs - 1));
                    assertThat(numbers(pen)).allMatch(Double::isFinite);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void thousandsOfRunsAreDrawnAndWalkedThrough(Picture.Kind kind) {
        Comparison comparison = MadeUpComparisons.random(5, 3000);
        RunsFigure figure = figure(kind, comparison, 900, 500);
        RecordingPen pen = new RecordingPen();
        figure.draw(pen);
        assertThat(numbers(pen)).isNotEmpty().allMatch(Double::isFinite);
        assertThat(figure.step(figure.step(null, 0, 0), 0, 1)).isNotNull();
    }

    /** From anywhere, with any key, one comes to something that can be emphasised; and keys get somewhere. */
    @ParameterizedTest
    @EnumSource
    void keysWalkThroughTheFigure(Picture.Kind kind) {
        Comparison comparison = MadeUpComparisons.random(3, 12);
        RunsFigure figure = figure(kind, comparison, 700, 400);
        figure.draw(new RecordingPen());
        List<Spot> visited = new ArrayList<>();
        Spot here = figure.step(null, 0, 0);
        for (int[] way : new int[][] {{0, 1}, {1, 0}, {0, -1}, {-1, 0}, {0, 1}, {0, 1}, {1, 0}, {1, 0}}) {
            for (int i = 0; i < 12; i++) {
                visited.add(here);
                figure.emphasise(new RecordingPen(), here);
                here = figure.step(here, way[0], way[1]);
                assertThat(here).isNotNull();
            }
        }
        assertThat(visited.stream().distinct().count()).isGreaterThan(5);
    }

    @Test
    void whatIsFarFromEverythingIsNotPointedAt() {
        Comparison comparison = MadeUpComparisons.random(3, 12);
        for (Picture.Kind kind : Picture.Kind.values()) {
            RunsFigure figure = figure(kind, comparison, 700, 400);
            figure.draw(new RecordingPen());
            assertThat(figure.at(-500, -500)).as("%s", kind).isNull();
        }
    }
}
