package latentlab.figure.comparison;

import static latentlab.figure.comparison.MadeUpComparisons.WORDS;
import static latentlab.figure.comparison.MadeUpComparisons.named;
import static latentlab.figure.comparison.MadeUpComparisons.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import latentlab.comparison.Axis;
import latentlab.comparison.Comparison;
import latentlab.comparison.KeyFigure;
import latentlab.comparison.Picture;
import latentlab.figure.RecordingPen;
import latentlab.figure.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeatMapFigureTest {
    private final Comparison comparison = Comparison.of(List.of(
            run(2, 0.01, 1, 0.4),
            run(2, 0.01, 2, 0.6),
            run(5, 0.01, 1, 0.1),
            run(2, 0.1, 1, Double.NaN),
            run(10, 0.1, 1, 0.3)));
    private final HeatMapFigure figure = new HeatMapFigure(
            comparison,
            new Picture(
                    Picture.Kind.HEAT_MAP,
                    Axis.EPOCH,
                    KeyFigure.VALID_LOSS,
                    named("latent", comparison),
                    named("lr", comparison)),
            700,
            400,
            WORDS);
    private final RecordingPen pen = new RecordingPen();

    @BeforeEach
    void draw() {
        figure.draw(pen);
    }

    private RecordingPen.Words word(String word) {
        return pen.texts.stream()
                .filter(each -> each.words().equals(word))
                .findFirst()
                .orElseThrow();
    }

    private Spot over(String across, String down) {
        return figure.at(word(across).x(), word(down).y());
    }

    @Test
    void aCellHasTheMeanOfItsRuns() {
        assertThat(pen.words()).contains("0.5000", "0.1000", "0.3000", "Last validation loss", "lr");
        assertThat(word("0.5000").x()).isEqualTo(word("2").x());
        assertThat(word("0.5000").y()).isEqualTo(word("0.01").y());
        assertThat(pen.words()).as("what is taken together").anyMatch(word -> word.contains("mean over seed"));
        Spot spot = over("2", "0.01");
        assertThat(spot.runs()).containsExactly(0, 1);
        assertThat(figure.spread(spot).counted()).isEqualTo(2);
        assertThat(figure.label(spot)).isEqualTo("latent 2, lr 0.01");
    }

    @Test
    void theGreatestValueHasTheStrongestColourAndTheBestAFrame() {
        List<RecordingPen.Filled> cells = pen.filled.subList(0, 3);
        assertThat(cells)
                .extracting(cell -> cell.ink().share())
                .usingElementComparator((one, other) -> Math.abs(one - other) < 1e-9 ? 0 : Double.compare(one, other))
                .containsExactlyInAnyOrder(0.0, 0.5, 1.0);
        assertThat(pen.outlines)
                .filteredOn(outline -> outline.ink().role() == Role.TEXT)
                .hasSize(1);
        int best = pen.outlines.indexOf(pen.outlines.stream()
                .filter(outline -> outline.ink().role() == Role.TEXT)
                .findFirst()
                .orElseThrow());
        assertThat(pen.boxes.get(best).x() + pen.boxes.get(best).width() / 2)
                .isEqualTo(word("5").x());
    }

    @Test
    void aCellWithoutRunsIsEmptyAndOneWithoutValuesIsCrossedOut() {
        assertThat(pen.outlines)
                .filteredOn(outline -> outline.ink().role() == Role.GRID)
                .hasSize(3);
        double x = word("2").x();
        double y = word("0.1").y();
        assertThat(pen.lines)
                .filteredOn(line -> (line.places().getFirst() + line.places().get(2)) / 2 == x
                        && (line.places().get(1) + line.places().get(3)) / 2 == y)
                .hasSize(2);
        assertThat(over("2", "0.1").runs()).containsExactly(3);
        Spot missing = over("10", "0.01");
        assertThat(missing.runs()).isEmpty();
        assertThat(figure.spread(missing)).isNull();
        assertThat(figure.label(missing)).isEqualTo("latent 10, lr 0.01");
    }

    @Test
    void theCellOfARunIsEmphasised() {
        RecordingPen over = new RecordingPen();
        figure.emphasise(over, Spot.of(4));
        assertThat(over.boxes).hasSize(2).allSatisfy(box -> {
            assertThat(box.centreX()).isEqualTo(word("10").x());
            assertThat(box.centreY()).isEqualTo(word("0.1").y());
        });
    }

    @Test
    void arrowKeysGoFromCellToCell() {
        Spot first = figure.step(null, 1, 0);
        assertThat(first).isEqualTo(over("2", "0.01"));
        assertThat(figure.step(first, 1, 0)).isEqualTo(over("5", "0.01"));
        assertThat(figure.step(first, 0, -1)).isEqualTo(over("2", "0.1"));
        assertThat(figure.step(first, -1, 0)).isEqualTo(first);
        assertThat(figure.step(Spot.of(4), 0, 1)).isEqualTo(over("10", "0.01"));
    }
}
