package latentlab.view.paint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DotRasterTest {
    private static final int BLUE = 0x2f00f6;
    private static final int LIGHT = 0x9070f8;

    private final DotRaster raster = new DotRaster();

    private int at(int x, int y) {
        return raster.pixels[y * 20 + x] & 0xFFFFFF;
    }

    @Test
    void aDotHasItsColourInTheMiddleAndThatOfItsEdgeAround() {
        raster.begin(20, 20);
        raster.dots(4, 1);
        raster.dot(10.5, 10.5, BLUE, LIGHT);

        assertThat(at(10, 10)).isEqualTo(BLUE);
        assertThat(at(13, 10)).as("within the edge").isEqualTo(BLUE);
        assertThat(at(10, 14)).as("of the edge, which fades").isNotZero();
        assertThat(at(10, 14) >> 8 & 0xFF).as("green, of which blue has none").isPositive();
        assertThat(at(10, 16)).as("outside").isZero();
    }
}
