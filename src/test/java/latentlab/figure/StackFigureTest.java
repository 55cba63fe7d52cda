package latentlab.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import latentlab.figure.RecordingPen.Line;
import latentlab.figure.RecordingPen.Words;
import latentlab.figure.StackFigure.Part;
import latentlab.figure.StackFigure.Row;
import latentlab.figure.StackFigure.Texts;
import org.junit.jupiter.api.Test;

class StackFigureTest {
    private static final Texts HEADS = new Texts("units", "activation", "parameters");
    private static final double WIDTH = 400;

    private final RecordingPen pen = new RecordingPen();

    private static Row row(Part part, int units, boolean shared, String activation, String parameters) {
        return new Row(part, units, shared, new Texts(Integer.toString(units), activation, parameters));
    }

    private static List<Row> rows(boolean shared) {
        return List.of(
                row(Part.IMAGE, 784, false, "28x28", ""),
                row(Part.UNITS, 100, false, "ReLU", "78500"),
                row(Part.CODE, 4, false, "Linear", "404"),
                row(Part.UNITS, 100, shared, "ReLU", "500"),
                row(Part.UNITS, 784, shared, "Sigmoid", "79184"));
    }

    private StackFigure draw(boolean shared) {
        StackFigure figure = StackFigure.of(pen, WIDTH, HEADS, rows(shared));
        figure.draw(pen);
        return figure;
    }

    @Test
    void eachRowHasItsWordsInLineWithTheHeadsAndItsBar() {
        draw(false);
        List<Words> units = pen.texts.stream()
                .filter(text -> List.of("units", "784", "100", "4").contains(text.words()))
                .toList();
        assertThat(units).hasSize(6);
        assertThat(units).extracting(Words::x).containsOnly(units.getFirst().x());
        assertThat(pen.words()).contains("28x28", "Linear", "Sigmoid", "78500", "79184");
        assertThat(pen.texts)
                .filteredOn(text -> text.style().bold())
                .extracting(Words::words)
                .containsExactly("4");
        assertThat(pen.lines)
                .hasSize(5)
                .extracting(Line::role)
                .containsExactly(Role.MUTED, Role.ACCENT, Role.MARKER, Role.ACCENT, Role.ACCENT);
        for (int row = 0; row < 5; row++) {
            assertThat(pen.lines.get(row).places().get(1)).isEqualTo(StackLayout.y(row));
        }
    }

    @Test
    void nothingLiesOnAnotherThing() {
        draw(true);
        for (Words text : pen.texts) {
            double width = pen.width(text.words(), text.style());
            double left = text.style().align() == TextStyle.Align.RIGHT ? text.x() - width : text.x();
            assertThat(left).as(text.words()).isGreaterThanOrEqualTo(0);
            assertThat(left + width).as(text.words()).isLessThanOrEqualTo(WIDTH);
            for (Line bar : pen.lines) {
                if (bar.places().get(1) == text.y()) {
                    double from = bar.places().get(0) - StackLayout.BAR / 2;
                    double to = bar.places().get(2) + StackLayout.BAR / 2;
                    assertThat(left + width <= from || left >= to)
                            .as(text.words())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void ownWeightsAreAreasAndSharedOnesOutlinesWithABracket() {
        draw(true);
        assertThat(pen.fills).hasSize(2).extracting(Line::role).containsOnly(Role.ACCENT_AREA);
        assertThat(pen.tracks).hasSize(4);
        draw(false);
        assertThat(pen.fills).hasSize(6);
        assertThat(pen.tracks).hasSize(4);
    }

    @Test
    void pointingFindsTheLayerOfWordsBarsAndWeights() {
        StackFigure figure = draw(false);
        double middle = (pen.lines.getFirst().places().get(0)
                        + pen.lines.getFirst().places().get(2))
                / 2;
        for (int row = 0; row < 5; row++) {
            Line bar = pen.lines.get(row);
            assertThat(figure.layerAt(middle, StackLayout.y(row)))
                    .as("bar %d", row)
                    .isEqualTo(row - 1);
            assertThat(figure.layerAt(WIDTH - 1, StackLayout.y(row)))
                    .as("words %d", row)
                    .isEqualTo(row - 1);
            assertThat(figure.layerAt(bar.places().get(0) - StackLayout.BAR, StackLayout.y(row)))
                    .as("beside bar %d", row)
                    .isEqualTo(-1);
            if (row < 4) {
                double between = (StackLayout.y(row) + StackLayout.y(row + 1)) / 2;
                assertThat(figure.layerAt(middle, between))
                        .as("weights %d", row)
                        .isEqualTo(row);
            }
        }
        assertThat(figure.layerAt(middle, -1)).isEqualTo(-1);
        assertThat(figure.layerAt(middle, StackLayout.heightFor(5) + 1)).isEqualTo(-1);
    }

    @Test
    void aPlaceBesideTheSlopeOfWeightsIsNone() {
        StackFigure figure = draw(false);
        List<Double> slope = pen.fills.getFirst().places();
        double y = (slope.get(1) + slope.get(3)) / 2;
        double x = (slope.get(0) + slope.get(2)) / 2;
        assertThat(figure.layerAt(x + 1, y)).isZero();
        assertThat(figure.layerAt(x - 1, y)).isEqualTo(-1);
        assertThat(x).isCloseTo(slope.get(0) + (slope.get(2) - slope.get(0)) / 2, within(1e-9));
    }
}
