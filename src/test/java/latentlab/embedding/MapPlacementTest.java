package latentlab.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import latentlab.RealMnist;
import latentlab.data.ImageSet;
import latentlab.text.Problem;
import latentlab.text.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

class MapPlacementTest {
    @EnabledIfEnvironmentVariable(named = RealMnist.VARIABLE, matches = ".+")
    @Test
    void imagesTheMapHasNotSeenComeToLieAmongTheirOwnClass() throws Exception {
        ImageSet images = RealMnist.load().test();
        int size = images.size();
        int known = 1500;
        int unknown = 200;
        float[] points = new float[known * size];
        for (int i = 0; i < known; i++) {
            System.arraycopy(image(images, i), 0, points, i * size, size);
        }
        float[] map;
        try (Tsne tsne = Tsne.of(points, size, TsneSettings.DEFAULT, Progress.NONE)) {
            tsne.iterate(500, () -> false);
            map = tsne.positions();
        }
        MapPlacement placement = new MapPlacement(points, size, map);
        int right = 0;
        for (int i = known; i < known + unknown; i++) {
            float[] place = placement.place(image(images, i));
            int nearest = 0;
            for (int j = 0; j < known; j++) {
                if (distance(map, j, place) < distance(map, nearest, place)) {
                    nearest = j;
                }
            }
            right += images.label(nearest) == images.label(i) ? 1 : 0;
        }
        assertThat(right).isGreaterThan(85 * unknown / 100);

        assertThat(placement.place(image(images, 7))).containsExactly(map[14], map[15]);
        assertThat(placement.nearest(image(images, 7))).startsWith(7).hasSize(15);
    }

    private static float[] image(ImageSet images, int index) {
        float[] image = new float[images.size()];
        for (int place = 0; place < image.length; place++) {
            image[place] = images.ink(index, place);
        }
        return image;
    }

    private static double distance(float[] map, int i, float[] place) {
        return Math.hypot(map[2 * i] - place[0], map[2 * i + 1] - place[1]);
    }

    @Test
    void aPointWithMostNeighboursInOneClusterDoesNotFallBetweenTwo() throws Exception {
        // Eleven on the left, four on the right, all about equally far from 0.
        float[] points = MapKernelsTest.random(15, 0.9, 1, 1);
        float[] map = new float[30];
        for (int i = 0; i < 15; i++) {
            map[2 * i] = i < 11 ? -10 + 0.01f * i : 10;
        }
        float[] place = new MapPlacement(points, 1, map).place(new float[] {0});
        assertThat(place[0]).isCloseTo(-10, within(1f));
        assertThat(place[1]).isZero();
    }

    @Test
    void onePointIsEnoughAndNumbersThatAreNoneAreRefused() throws Exception {
        MapPlacement one = new MapPlacement(new float[] {1, 2, 3}, 3, new float[] {4, 5});
        assertThat(one.place(new float[] {0, 0, 0})).containsExactly(4, 5);
        float[] equal = new float[20];
        Arrays.fill(equal, 2);
        assertThat(new MapPlacement(equal, 1, new float[40]).place(new float[] {7}))
                .containsExactly(0, 0);
        assertThatThrownBy(() -> one.place(new float[] {0, Float.NaN, 0})).isInstanceOf(Problem.class);
    }
}
