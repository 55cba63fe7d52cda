package latentlab.figure.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import latentlab.figure.RecordingPen;
import latentlab.map.MapPoints;
import latentlab.map.MapPoints.Axes;
import latentlab.map.MapPoints.Frame;
import latentlab.map.MapPoints.Kind;
import latentlab.map.MapPoints.Range;
import latentlab.map.MapProjection;
import latentlab.map.MapZoom;
import org.junit.jupiter.api.Test;

class AxisNamesTest {
    private static final Range UNIT = new Range(0, 1);
    private static final AxisNames NAMES =
            new AxisNames(unit -> "unit " + (unit + 1), component -> "PC " + (component + 1));

    private final RecordingPen pen = new RecordingPen();

    private MapProjection draw(Kind kind, Axes axes, Frame frame) {
        float[] none = {};
        MapPoints points =
                new MapPoints(null, 1, kind, none, none, UNIT, UNIT, frame, Double.NaN, false, null, axes, List.of());
        MapProjection projection = new MapProjection(points, 400, 300, 60, MapZoom.WHOLE);
        NAMES.draw(pen, projection);
        return projection;
    }

    @Test
    void unitsAreNamedWithinTheEndsOfTheirAxes() {
        MapProjection places = draw(Kind.UNITS, new Axes(4, 0), new Frame(UNIT, UNIT));
        assertThat(pen.haloed).containsExactly("x: unit 5", "y: unit 1");
        assertThat(pen.texts)
                .allSatisfy(text ->
                        assertThat(places.sight().contains(text.x(), text.y())).isTrue());
        assertThat(pen.texts.get(0).y()).isGreaterThan(pen.texts.get(1).y());
        assertThat(pen.texts.get(0).x()).isGreaterThan(pen.texts.get(1).x());
    }

    @Test
    void soArePrincipalComponents() {
        draw(Kind.PRINCIPAL, new Axes(0, 1), null);
        assertThat(pen.haloed).containsExactly("x: PC 1", "y: PC 2");
    }

    @Test
    void theNameIsAtTheVeryEndUnlessSomethingElseIsThere() {
        MapProjection places = draw(Kind.PRINCIPAL, new Axes(0, 1), null);
        double atEnd = pen.texts.getFirst().x();
        assertThat(atEnd).isBetween(places.width() - 10, places.width());
        NAMES.draw(pen, places, 56);
        assertThat(pen.texts.get(2).x()).isEqualTo(places.width() - 56);
    }

    @Test
    void theBandsOfAStripAndATsneHaveNoNames() {
        draw(Kind.STRIP, new Axes(0, Axes.NOTHING), new Frame(UNIT, UNIT));
        assertThat(pen.haloed).containsExactly("x: unit 1");
        draw(Kind.TSNE, new Axes(Axes.NOTHING, Axes.NOTHING), null);
        assertThat(pen.haloed).hasSize(1);
    }
}
