package latentlab.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.IntStream;
import latentlab.data.ImageShape;
import latentlab.figure.FilterFigure.Bank;
import latentlab.figure.FilterFigure.Mark;
import latentlab.figure.RecordingPen.Words;
import latentlab.figure.TileLayout.Tile;
import latentlab.figure.WeightStrip.Placed;
import org.junit.jupiter.api.Test;

class FilterFigureTest {
    private static final double WIDTH = 940;
    private static final double HEIGHT = 172;
    private static final int UNITS = 128;

    private final RecordingPen pen = new RecordingPen();

    private static FilterFigure figure(boolean numbers) {
        TileLayout layout = TileLayout.of(UNITS, 2, numbers, WIDTH, HEIGHT);
        return new FilterFigure(layout, List.of(bank("in"), bank("out")), unit -> "u" + unit);
    }

    /** The last unit first; it is dead, the one before it saturated. */
    private static Bank bank(String name) {
        return new Bank(
                name,
                name + " sizes",
                new WeightStrip(new float[UNITS * 6], 1, ImageShape.grey(2, 3), 0),
                IntStream.range(0, UNITS).map(index -> UNITS - 1 - index).toArray(),
                unit -> unit == UNITS - 1 ? Mark.DEAD : unit == UNITS - 2 ? Mark.SATURATED : Mark.NONE);
    }

    @Test
    void drawsTheUnitsInTheirOrderWhereTheLayoutHasThem() {
        FilterFigure figure = figure(true);
        figure.draw(pen, 0, figure.layout().height(), null);
        for (int bank = 0; bank < 2; bank++) {
            assertThat(pen.weights.get(bank).weights())
                    .isSameAs(figure.banks().get(bank).weights());
            List<Placed> placed = pen.weights.get(bank).placed();
            assertThat(placed).hasSize(UNITS).extracting(Placed::unit).startsWith(UNITS - 1, UNITS - 2);
            Tile last = new Tile(bank, UNITS - 1);
            double side = figure.layout().side();
            assertThat(placed.getLast().area())
                    .isEqualTo(new Area(figure.layout().x(last), figure.layout().y(last), side, side));
        }
        assertThat(pen.boxes).hasSize(2 * UNITS);
    }

    @Test
    void drawsWhatIsInSightAlone() {
        FilterFigure figure = figure(false);
        TileLayout layout = figure.layout();
        double top = layout.y(new Tile(0, 2 * layout.columns()));
        figure.draw(pen, top, 1, null);
        List<Placed> placed = pen.weights.getFirst().placed();
        assertThat(placed).hasSize(layout.columns());
        assertThat(placed.getFirst().unit()).isEqualTo(UNITS - 1 - 2 * layout.columns());
        assertThat(placed.getFirst().area().y()).as("scrolled").isZero();
        assertThat(pen.words()).contains("in", "in sizes", "out", "out sizes").hasSize(layout.columns() + 4);
    }

    @Test
    void unitsOfNoUseAreMarked() {
        figure(false).draw(pen, 0, HEIGHT, null);
        assertThat(pen.texts)
                .extracting(Words::words, words -> words.style().ink().role())
                .startsWith(tuple("u127 ×", Role.WARNING), tuple("u126 ■", Role.WARNING), tuple("u125", Role.MUTED));
    }

    @Test
    void namesStandLeftOfEachLineOfTheirBank() {
        FilterFigure figure = figure(false);
        TileLayout layout = figure.layout();
        figure.draw(pen, 0, layout.height(), null);
        List<Words> names =
                pen.texts.stream().filter(text -> text.words().equals("out")).toList();
        assertThat(names).hasSize(layout.lines());
        assertThat(names.getLast().x()).isEqualTo(layout.left() - 8);
        assertThat(names.getLast().y())
                .isEqualTo(layout.y(new Tile(1, (layout.lines() - 1) * layout.columns())) + layout.side() / 2 - 8);
    }

    @Test
    void oneNumberAUnitIsPointedAtWithAllItsImagesAndSeveralEachAlone() {
        assertThat(numbersDrawn(false)).as("once a unit").isEqualTo(UNITS);
        assertThat(ringed()).isEqualTo(2);
        pen.outlines.clear();
        assertThat(numbersDrawn(true)).as("once an image").isEqualTo(2 * UNITS);
        assertThat(ringed()).isEqualTo(1);
    }

    private long ringed() {
        return pen.outlines.stream()
                .filter(stroke -> stroke.ink().role() == Role.ACCENT)
                .count();
    }

    /** @return how many numbers are drawn, with the second bank's third image pointed at */
    private long numbersDrawn(boolean numbers) {
        pen.texts.clear();
        FilterFigure figure = figure(numbers);
        figure.draw(pen, 0, figure.layout().height(), new Tile(1, 2));
        return pen.words().stream().filter(words -> words.matches("u\\d.*")).count();
    }
}
