package latentlab.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import latentlab.map.MapPoints.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The search by cells against one through all points. */
class PointGridTest {
    private static final IntPredicate VISIBLE = image -> image % 3 != 0;

    @ParameterizedTest
    @CsvSource({
        "PRINCIPAL, 3000, 1, 12",
        "PRINCIPAL, 3000, 1, Infinity",
        "PRINCIPAL, 3000, 40, Infinity",
        "UNITS, 3000, 7, 12",
        "UNITS, 20, 1, Infinity",
        "TSNE, 2, 64, 30"
    })
    void findsTheNearest(Kind kind, int count, double factor, double reach) {
        MapPoints points = MadeUpPoints.cloud(kind, count, 5);
        MapProjection places = new MapProjection(points, 400, 300, 0, new MapZoom(factor, 0.1, -0.2));
        PointGrid grid = new PointGrid(points);
        SplittableRandom random = new SplittableRandom(9);
        int found = 0;
        for (int i = 0; i < 300; i++) {
            double x = random.nextDouble(-50, 450);
            double y = random.nextDouble(-50, 350);
            int nearest = grid.nearest(places, VISIBLE, x, y, reach);
            assertThat(distance(places, nearest, x, y))
                    .as("nearest to %s, %s", x, y)
                    .isEqualTo(distance(places, nearest(places, x, y, reach), x, y));
            found += nearest >= 0 ? 1 : 0;
        }
        assertThat(found > 0).isEqualTo(count > 2);
    }

    private static int nearest(MapProjection places, double x, double y, double reach) {
        int nearest = -1;
        for (int i = 0; i < places.points().x().length; i++) {
            double distance = distance(places, i, x, y);
            if (VISIBLE.test(i) && distance < reach && distance < distance(places, nearest, x, y)) {
                nearest = i;
            }
        }
        return nearest;
    }

    private static double distance(MapProjection places, int image, double x, double y) {
        return image < 0 ? Double.POSITIVE_INFINITY : Math.hypot(places.x(image) - x, places.y(image) - y);
    }
}
