package latentlab.figure.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import latentlab.figure.RecordingPen;
import latentlab.figure.RecordingPen.Line;
import latentlab.figure.RecordingPen.Words;
import latentlab.map.MapPoints;
import latentlab.map.MapPoints.Axes;
import latentlab.map.MapPoints.Frame;
import latentlab.map.MapPoints.Kind;
import latentlab.map.MapPoints.Range;
import latentlab.map.MapProjection;
import latentlab.map.MapZoom;
import org.junit.jupiter.api.Test;

class MapFrameTest {
    private static final Range UNIT = new Range(0, 1);
    private static final Axes AXES = new Axes(0, 1);
    private static final Range BANDS = new Range(0, 3);

    private final RecordingPen pen = new RecordingPen();

    private MapProjection draw(Kind kind, Range y, MapZoom zoom) {
        return draw(kind, y, zoom, 0);
    }

    private MapProjection draw(Kind kind, Range y, MapZoom zoom, double taken) {
        float[] none = {};
        Frame frame = new Frame(UNIT, y);
        MapPoints points =
                new MapPoints(null, 1, kind, none, none, UNIT, y, frame, Double.NaN, false, null, AXES, List.of());
        MapProjection projection = new MapProjection(points, 400, 300, 60, zoom);
        MapFrame.draw(pen, projection, number -> "n" + number, taken);
        return projection;
    }

    private List<Line> across() {
        return pen.lines.stream()
                .filter(line -> line.places().get(1).equals(line.places().get(3)))
                .toList();
    }

    @Test
    void aBoxReachesFromTheLeastToTheGreatestValueOfBothUnits() {
        MapProjection places = draw(Kind.UNITS, UNIT, MapZoom.WHOLE);
        assertThat(pen.boxes).singleElement().satisfies(box -> {
            assertThat(box.x()).isBetween(places.placeX(0) - 1, places.placeX(0) + 1);
            assertThat(box.right()).isBetween(places.placeX(1) - 1, places.placeX(1) + 1);
            assertThat(box.y()).isBetween(places.placeY(1) - 1, places.placeY(1) + 1);
            assertThat(box.bottom()).isBetween(places.placeY(0) - 1, places.placeY(0) + 1);
        });
    }

    @Test
    void numbersStandAtTheirLinesBelowAndBeside() {
        MapProjection places = draw(Kind.UNITS, UNIT, MapZoom.WHOLE);
        assertThat(pen.words()).containsExactly("n0.5", "n1.0", "n0.0", "n0.5");
        Words half = pen.texts.get(0);
        assertThat(half.x()).isBetween(places.placeX(0.5) - 1, places.placeX(0.5) + 1);
        assertThat(half.y()).isEqualTo(286);
        Words beside = pen.texts.get(3);
        assertThat(beside.y()).isBetween(places.placeY(0.5) - 1, places.placeY(0.5) + 1);
        assertThat(across()).hasSize(2);
    }

    @Test
    void noNumberLiesUnderWhatTheMapHasInItsCorner() {
        draw(Kind.UNITS, UNIT, MapZoom.WHOLE, 60);
        assertThat(pen.words()).containsExactly("n0.5", "n0.0", "n0.5");
        assertThat(pen.lines).as("the line is there all the same").hasSize(4);
    }

    @Test
    void aStripHasALineBetweenItsBandsAndNoNumbersBeside() {
        draw(Kind.STRIP, BANDS, MapZoom.WHOLE);
        assertThat(across()).hasSize(2);
        assertThat(pen.texts).allSatisfy(text -> assertThat(text.y()).isEqualTo(286));
    }

    @Test
    void ofAPartThatIsLookedAtTheNumbersAreThoseInSight() {
        draw(Kind.UNITS, UNIT, new MapZoom(10, 0, 0));
        assertThat(pen.texts)
                .isNotEmpty()
                .allSatisfy(text -> assertThat(Double.parseDouble(text.words().substring(1)))
                        .isBetween(0.44, 0.56));
    }
}
