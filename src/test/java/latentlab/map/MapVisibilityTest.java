package latentlab.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import latentlab.map.MapPoints.Kind;
import org.junit.jupiter.api.Test;

class MapVisibilityTest {
    /** A point on the left, one in the middle, one on the right. */
    private static final MapPoints POINTS = MadeUpPoints.of(Kind.UNITS, new float[] {-1, 0, 1}, new float[] {-1, 0, 1});

    private static MapVisibility visibility(int absent, int hidden, boolean... visible) {
        BitSet all = new BitSet();
        all.set(0, visible.length);
        return new MapVisibility(visible, all, absent, hidden, 0);
    }

    private static MapProjection shown(MapZoom zoom) {
        return new MapProjection(POINTS, 400, 300, 0, zoom);
    }

    @Test
    void countsTheSelectedThatAreOutsideThePartShown() {
        MapVisibility all = visibility(0, 0, true, true, true);
        assertThat(all.on(shown(MapZoom.WHOLE)).outside()).isZero();
        assertThat(all.on(null).outside()).isZero();
        MapVisibility zoomed = all.on(shown(new MapZoom(4, 0, 0)));
        assertThat(zoomed.outside()).isEqualTo(2);
        assertThat(zoomed.lost()).as("one is seen").isFalse();
        assertThat(zoomed.on(shown(MapZoom.WHOLE)).outside()).as("whole again").isZero();
    }

    @Test
    void knowsThatNoneOfThoseThatCouldBeSeenAre() {
        MapVisibility some = visibility(0, 1, true, false, true);
        assertThat(some.on(shown(new MapZoom(4, 0, 0))).outside())
                .as("hidden is no matter of the part")
                .isEqualTo(2);
        assertThat(some.on(shown(new MapZoom(4, 0, 0))).lost()).isTrue();
        assertThat(some.on(shown(MapZoom.WHOLE)).lost()).isFalse();
    }
}
