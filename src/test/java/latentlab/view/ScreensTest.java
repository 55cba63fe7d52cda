package latentlab.view;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

/** A window that lies across two screens is on the one that shows most of it. */
class ScreensTest {
    private static final Rectangle2D LEFT = new Rectangle2D(0, 0, 1920, 1080);
    private static final Rectangle2D RIGHT = new Rectangle2D(1920, 200, 1280, 800);

    @Test
    void areaOnEachScreen() {
        Rectangle2D window = new Rectangle2D(1800, 300, 900, 600);
        assertThat(Screens.shared(LEFT, window)).isEqualTo(120 * 600);
        assertThat(Screens.shared(RIGHT, window)).isEqualTo(780 * 600);
        assertThat(Screens.shared(LEFT, new Rectangle2D(-500, 100, 100, 100))).isZero();
        assertThat(Screens.shared(LEFT, new Rectangle2D(100, 1200, 100, 100))).isZero();
    }
}
