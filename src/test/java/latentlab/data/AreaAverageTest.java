package latentlab.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AreaAverageTest {
    @Test
    void anImageOfTheRightSizeStaysAsItIs() {
        assertThat(resize(2, 3, 2, 3, 0, 1, 100, 200, 254, 255)).containsExactly(0, 1, 100, 200, 254, 255);
    }

    @Test
    void everyPixelIsTheMeanOfWhatItCovers() {
        assertThat(resize(2, 4, 1, 2, 0, 100, 10, 20, 100, 200, 30, 40)).containsExactly(100, 25);
    }

    @Test
    void aPixelInTwoPlacesCountsByItsShares() {
        assertThat(resize(1, 3, 1, 2, 30, 90, 150)).containsExactly(50, 130);
    }

    @Test
    void enlargingKeepsTheMean() {
        assertThat(resize(1, 2, 1, 3, 60, 120)).containsExactly(60, 90, 120);
        assertThat(resize(1, 1, 2, 2, 77)).containsExactly(77, 77, 77, 77);
    }

    private static int[] resize(int height, int width, int newHeight, int newWidth, int... pixels) {
        AreaAverage average = new AreaAverage(height, width, newHeight, newWidth);
        for (int y = 0; y < height; y++) {
            float[] row = new float[width];
            for (int x = 0; x < width; x++) {
                row[x] = pixels[y * width + x];
            }
            average.add(y, row);
        }
        byte[] result = average.pixels();
        int[] values = new int[result.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = result[i] & 0xFF;
        }
        return values;
    }
}
