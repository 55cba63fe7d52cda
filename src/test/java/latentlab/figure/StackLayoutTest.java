package latentlab.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StackLayoutTest {
    private static final Stroke ANY = Stroke.of(Ink.of(Role.ACCENT), 1);

    private final StackLayout plain = new StackLayout(300, List.of(784, 196, 784), 0, 40, 60, 50);
    private final StackLayout tied = new StackLayout(300, List.of(784, 196, 4, 196, 784), 2, 40, 60, 50);

    private static double length(StackLayout layout, int row) {
        return layout.barRight(row) - layout.barLeft(row) + StackLayout.BAR;
    }

    private static RecordingPen.Line drawn(Track track) {
        RecordingPen pen = new RecordingPen();
        pen.track(track, ANY);
        return pen.tracks.getFirst();
    }

    @Test
    void barsAreAsLongAsTheSquareRootOfTheirUnitsBetweenTheColumns() {
        assertThat(length(plain, 0)).isCloseTo(300 - 40 - 60 - 50 - 3 * 8, within(1e-9));
        assertThat(length(plain, 1)).isCloseTo(length(plain, 0) / 2, within(1e-9));
        assertThat(plain.barLeft(0)).isCloseTo(48 + StackLayout.BAR / 2, within(1e-9));
        assertThat(plain.barLeft(1) + plain.barRight(1)).isCloseTo(plain.barLeft(0) + plain.barRight(0), within(1e-9));
    }

    @Test
    void theLeastBarIsSeen() {
        StackLayout narrow = new StackLayout(10, List.of(10_000, 1), 0, 40, 60, 50);
        assertThat(length(narrow, 0)).isCloseTo(StackLayout.BAR + 1, within(1e-9));
        assertThat(length(narrow, 1)).isCloseTo(StackLayout.BAR + 1, within(1e-9));
    }

    @Test
    void weightsReachFromBarToBarAndSharedOnesAreOpen() {
        RecordingPen.Line own = drawn(tied.weight(1));
        assertThat(own.begun()).isEqualTo(1);
        assertThat(own.places().get(0)).isCloseTo(tied.barLeft(1) - StackLayout.BAR / 2, within(1e-9));
        assertThat(own.places().get(2)).isCloseTo(tied.barLeft(2) - StackLayout.BAR / 2, within(1e-9));
        assertThat(own.places().get(1)).isEqualTo(StackLayout.y(1) + StackLayout.BAR / 2 + 1);
        assertThat(own.places().get(3)).isEqualTo(StackLayout.y(2) - StackLayout.BAR / 2 - 1);
        assertThat(drawn(tied.weight(2)).begun()).isEqualTo(2);
    }

    @Test
    void bracketsJoinAWeightWithItsMirrorImageOneWithinTheOther() {
        List<Double> lefts = new ArrayList<>();
        for (int pair = 0; pair < 2; pair++) {
            List<Double> places = drawn(tied.bracket(pair)).places();
            lefts.add(places.get(2));
            assertThat((places.get(1) + places.get(7)) / 2)
                    .as("around the code")
                    .isEqualTo(StackLayout.y(2), within(1.0));
            assertThat(places.get(7) - places.get(1)).isEqualTo((2 * pair + 1) * 19.0, within(1.0));
            assertThat(places.get(0)).isLessThan(tied.countRight() - 40);
        }
        assertThat(lefts).containsExactly(4.5, 0.5);
    }

    @Test
    void allRowsHaveRoom() {
        assertThat(StackLayout.heightFor(0)).isZero();
        assertThat(StackLayout.heightFor(5)).isGreaterThan(StackLayout.y(4) + StackLayout.BAR);
        assertThat(StackLayout.y(0)).isGreaterThan(StackLayout.headY() + StackLayout.BAR);
    }
}
