package latentlab.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import latentlab.map.MapPoints.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MapProjectionTest {
    private static final double NEAR = 1e-6;

    private static MapProjection projection(MapPoints points, MapZoom zoom) {
        return new MapProjection(points, 400, 300, 60, zoom);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void showsAllPointsOfTheWholeMap(Kind kind) {
        MapPoints points = MadeUpPoints.cloud(kind, 500, 1);
        MapProjection whole = projection(points, MapZoom.WHOLE);
        for (int image : points.mapped()) {
            assertThat(whole.sight().contains(whole.x(image), whole.y(image))).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void findsTheWayBack(Kind kind) {
        MapProjection places = projection(MadeUpPoints.cloud(kind, 500, 1), new MapZoom(9, 0.3, -0.1));
        assertThat(places.placeX(places.valueX(77))).isCloseTo(77, within(NEAR));
        assertThat(places.placeY(places.valueY(33))).isCloseTo(33, within(NEAR));
        assertThat(places.valueY(10)).as("upwards").isGreaterThan(places.valueY(20));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void zoomsAboutAPlace(Kind kind) {
        MapPoints points = MadeUpPoints.cloud(kind, 500, 1);
        MapProjection before = projection(points, new MapZoom(2, 0.05, -0.1));
        MapProjection after = projection(points, before.zoomed(5, 150, 120));
        assertThat(after.zoom().factor()).isEqualTo(10);
        assertThat(after.valueX(150)).isCloseTo(before.valueX(150), within(NEAR));
        assertThat(after.valueY(120)).isCloseTo(before.valueY(120), within(NEAR));
        assertThat(after.valueX(160) - after.valueX(150))
                .isCloseTo((before.valueX(160) - before.valueX(150)) / 5, within(NEAR));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void pushesByPixels(Kind kind) {
        MapPoints points = MadeUpPoints.cloud(kind, 500, 1);
        MapProjection before = projection(points, new MapZoom(8, 0, 0));
        MapProjection after = projection(points, before.pushed(30, -20));
        assertThat(after.x(3) - before.x(3)).isCloseTo(30, within(NEAR));
        assertThat(after.y(3) - before.y(3)).isCloseTo(-20, within(NEAR));
    }

    @Test
    void neverLeavesTheMap() {
        assertThat(new MapZoom(4, 9, -9)).isEqualTo(new MapZoom(4, 0.375, -0.375));
        assertThat(new MapZoom(0.2, 0.4, 0)).isEqualTo(MapZoom.WHOLE);
        assertThat(new MapZoom(1e9, 0, 0).factor()).isEqualTo(MapZoom.MOST);
        assertThat(new MapZoom(4, 0.3, 0.2).about(1e-3, 0.1, 0.1)).isEqualTo(MapZoom.WHOLE);
        assertThat(new MapZoom(MapZoom.MOST, 0.3, 0.2).about(2, 0.1, 0.1))
                .isEqualTo(new MapZoom(MapZoom.MOST, 0.3, 0.2));
    }

    @Test
    void looksAtTheSamePartOfAMapThatReachesFurther() {
        MapPoints small = MadeUpPoints.of(Kind.PRINCIPAL, new float[] {0, 1, 4}, new float[] {0, 3, 4});
        MapPoints large = MadeUpPoints.of(Kind.PRINCIPAL, new float[] {5, 7, 13}, new float[] {-2, 4, 6});
        MapZoom zoom = projection(small, MapZoom.WHOLE).zoomed(6, 150, 120);
        for (int image = 0; image < 3; image++) {
            assertThat(projection(large, zoom).x(image))
                    .isCloseTo(projection(small, zoom).x(image), within(1e-3));
            assertThat(projection(large, zoom).y(image))
                    .isCloseTo(projection(small, zoom).y(image), within(1e-3));
        }
    }
}
