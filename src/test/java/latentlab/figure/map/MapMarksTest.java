package latentlab.figure.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import latentlab.figure.Area;
import latentlab.figure.RecordingPen;
import latentlab.figure.Role;
import org.junit.jupiter.api.Test;

class MapMarksTest {
    private final RecordingPen pen = new RecordingPen();

    @Test
    void aRingAndASquareReachAsFarAsTheyShallOnEverySide() {
        MapMarks.ring(pen, 50, 40, 6);
        MapMarks.square(pen, 50, 40, 6);
        assertThat(pen.rings).singleElement().extracting(RecordingPen.Dot::area).isEqualTo(new Area(44, 34, 12, 12));
        assertThat(pen.boxes).containsExactly(new Area(44, 34, 12, 12));
    }

    @Test
    void aStarHasFivePointsAroundItsPlaceAndIsClosed() {
        MapMarks.star(pen, 50, 40);
        List<Double> places = pen.fills.getFirst().places();
        long tips = 0;
        for (int i = 0; i < 10; i++) {
            tips += Math.hypot(places.get(2 * i) - 50, places.get(2 * i + 1) - 40) > 10 ? 1 : 0;
        }
        assertThat(tips).isEqualTo(5);
        assertThat(places.get(1)).as("the first points upwards").isLessThan(40);
        assertThat(places.get(20)).isCloseTo(places.get(0), within(1e-9));
        assertThat(places.get(21)).isCloseTo(places.get(1), within(1e-9));
        assertThat(pen.tracks)
                .singleElement()
                .extracting(RecordingPen.Line::role)
                .isEqualTo(Role.BACKGROUND);
    }

    @Test
    void aCrossIsSeenOnAnything() {
        MapMarks.cross(pen, 50, 40);
        assertThat(pen.lines)
                .extracting(RecordingPen.Line::role)
                .containsExactly(Role.BACKGROUND, Role.BACKGROUND, Role.ACCENT, Role.ACCENT);
        assertThat(pen.lines.getFirst().width())
                .isGreaterThan(pen.lines.getLast().width());
    }
}
