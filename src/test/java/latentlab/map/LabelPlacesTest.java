package latentlab.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import latentlab.map.LabelPlaces.Box;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelPlacesTest {
    private static final double WIDTH = 330;
    private static final double HEIGHT = 240;

    @Test
    void leavesLabelsThatAreApartWhereTheyBelong() {
        List<Box> labels = List.of(new Box(50, 50, 12, 18), new Box(120, 60, 12, 18), new Box(60, 120, 12, 18));
        List<Box> places = LabelPlaces.apart(labels, WIDTH, HEIGHT);
        for (int i = 0; i < labels.size(); i++) {
            assertThat(Math.hypot(
                            places.get(i).x() - labels.get(i).x(),
                            places.get(i).y() - labels.get(i).y()))
                    .isLessThan(1);
        }
    }

    /** All classes at one spot: in the middle, in the corners, where collapsed codes lie. */
    @ParameterizedTest
    @CsvSource({"165,120,12", "0,0,12", "330,240,12", "330,0,12", "0,120,12", "330,0,60"})
    void partsTenLabelsOfOneSpot(double x, double y, double width) {
        List<Box> labels = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            labels.add(new Box(x, y, width, 18));
        }
        assertApart(LabelPlaces.apart(labels, WIDTH, HEIGHT));
    }

    @Test
    void digitsSideBySideAreNotReadAsOneNumber() {
        List<Box> labels = List.of(new Box(100, 100, 12, 18), new Box(111, 101, 12, 18));
        List<Box> places = LabelPlaces.apart(labels, WIDTH, HEIGHT);
        assertThat(places.get(1).x() - places.get(0).x()).isGreaterThanOrEqualTo(12 + 8);
    }

    @Test
    void partsLabelsOfAnyMap() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<Box> labels = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                double x = 165 + 40 * random.nextGaussian();
                double y = 120 + 30 * random.nextGaussian();
                labels.add(new Box(x, y, 12 + 30 * random.nextDouble(), 18));
            }
            List<Box> places = LabelPlaces.apart(labels, WIDTH, HEIGHT);
            assertApart(places);
            assertThat(LabelPlaces.apart(labels, WIDTH, HEIGHT)).isEqualTo(places);
        }
    }

    private static void assertApart(List<Box> places) {
        for (int i = 0; i < places.size(); i++) {
            Box box = places.get(i);
            assertThat(box.x()).isBetween(box.width() / 2, WIDTH - box.width() / 2);
            assertThat(box.y()).isBetween(box.height() / 2, HEIGHT - box.height() / 2);
            for (int j = 0; j < i; j++) {
                assertThat(box.overlaps(places.get(j)))
                        .as("%s over %s", box, places.get(j))
                        .isFalse();
            }
        }
    }
}
