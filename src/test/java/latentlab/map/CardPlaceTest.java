package latentlab.map;

import static org.assertj.core.api.Assertions.assertThat;

import latentlab.map.LabelPlaces.Box;
import org.junit.jupiter.api.Test;

class CardPlaceTest {
    private static final double ASIDE = 14;

    private static Box place(double x, double y, double width, double height) {
        return CardPlace.beside(x, y, ASIDE, 190, 140, width, height);
    }

    @Test
    void liesBesideThePointAndOnTheOtherSideAtTheEdge() {
        assertThat(place(100, 150, 460, 320)).isEqualTo(new Box(100 + ASIDE + 95, 150, 190, 140));
        assertThat(place(400, 150, 460, 320)).isEqualTo(new Box(400 - ASIDE - 95, 150, 190, 140));
    }

    /** Three maps in a low window are narrower than two cards. */
    @Test
    void neverCoversThePoint() {
        for (int width = 160; width <= 480; width += 20) {
            for (int height = 120; height <= 400; height += 20) {
                for (int x = 0; x <= width; x += 10) {
                    for (int y = 0; y <= height; y += 10) {
                        assertThat(place(x, y, width, height)
                                        .overlaps(new Box(x, y, 2 * ASIDE - 0.01, 2 * ASIDE - 0.01)))
                                .as("%d, %d on %d x %d", x, y, width, height)
                                .isFalse();
                    }
                }
            }
        }
    }

    @Test
    void staysOnTheMapWhereThereIsRoom() {
        for (int x = 0; x <= 240; x += 10) {
            for (int y = 0; y <= 400; y += 10) {
                Box box = place(x, y, 240, 400);
                assertThat(box.x()).isBetween(95.0, 240 - 95.0);
                assertThat(box.y()).isBetween(70.0, 400 - 70.0);
            }
        }
    }
}
