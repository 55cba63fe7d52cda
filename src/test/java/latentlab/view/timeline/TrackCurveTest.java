package latentlab.view.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import latentlab.figure.Track;
import org.junit.jupiter.api.Test;

/** The loss along the track, and where epochs are on it. */
class TrackCurveTest {
    private record Point(double x, double y, boolean start) {}

    private static List<Point> points(Track track) {
        List<Point> points = new ArrayList<>();
        track.walk((x, y, start) -> points.add(new Point(x, y, start)));
        return points;
    }

    private static List<Point> points(boolean logarithmic, double... losses) {
        return points(
                TrackCurve.of(losses, logarithmic, new TrackScale(220, 10, Math.max(1, losses.length - 1)), 0, 100));
    }

    @Test
    void placesAndEpochsAreEachOthersInverse() {
        TrackScale scale = new TrackScale(220, 10, 4);
        assertThat(scale.x(0)).isEqualTo(10);
        assertThat(scale.x(4)).isEqualTo(210);
        assertThat(IntStream.rangeClosed(0, 4).map(e -> scale.epoch(scale.x(e))))
                .containsExactly(0, 1, 2, 3, 4);
        assertThat(scale.epoch(-50)).isZero();
        assertThat(scale.epoch(500)).isEqualTo(4);
        assertThat(new TrackScale(0, 10, 1).epoch(3)).as("before it has a size").isZero();
    }

    @Test
    void ofNoneOneOrTwoEpochs() {
        assertThat(points(false)).isEmpty();
        assertThat(points(false, 0.5)).hasSize(1);
        List<Point> two = points(false, 1, 0.5);
        assertThat(two).hasSize(2);
        assertThat(two.getFirst().y())
                .as("the greater loss is higher")
                .isLessThan(two.getLast().y());
    }

    @Test
    void whatIsNoNumberLeavesAGap() {
        List<Point> points = points(false, 1, Double.NaN, 0.5, Double.POSITIVE_INFINITY, 0.2, 0.1);
        assertThat(points).extracting(Point::start).containsExactly(true, true, true, false);
        assertThat(points(true, 1, 0, 0.1)).extracting(Point::start).containsExactly(true, true);
        assertThat(points(false, Double.NaN)).isEmpty();
    }

    @Test
    void theUntrainedModelDoesNotFlattenTheRest() {
        List<Point> points = points(false, 100, 1, 0.5);
        assertThat(points.getFirst().y()).isZero();
        assertThat(points.get(2).y() - points.get(1).y()).isGreaterThan(80);
    }

    @Test
    void equalRatiosAreEquallyFarApartInTheLogarithm() {
        List<Point> points = points(true, 1, 1, 0.1, 0.01);
        assertThat(points.get(2).y() - points.get(1).y())
                .isCloseTo(points.get(3).y() - points.get(2).y(), within(1e-9));
    }

    @Test
    void ofThousandsNoPeakIsLostAndNoMorePointsAreDrawnThanPixels() {
        double[] losses = new double[100_000];
        Arrays.fill(losses, 0.1);
        losses[51_234] = 3;
        List<Point> points = points(false, losses);
        assertThat(points).hasSizeLessThan(2 * 222);
        double highest = points.stream().mapToDouble(Point::y).min().orElseThrow();
        double line = points.getFirst().y();
        assertThat(highest).isLessThan(line - 50);
    }

    @Test
    void theFirstOfTheBestIsTheBest() {
        assertThat(TrackCurve.best(new double[0])).isEqualTo(-1);
        assertThat(TrackCurve.best(new double[] {Double.NaN})).isEqualTo(-1);
        assertThat(TrackCurve.best(new double[] {3, Double.NaN, 1, 1, 2})).isEqualTo(2);
    }
}
