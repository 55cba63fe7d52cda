package latentlab.view.reconstruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** What is seen of an image that is zoomed into. */
class MagnifierTest {
    private final Magnifier magnifier = new Magnifier(28, 20);

    @Test
    void beginsWithAllOfItInTheMiddle() {
        assertThat(magnifier.span()).isEqualTo(28);
        assertThat(magnifier.left()).isZero();
        assertThat(magnifier.top()).isEqualTo(-4);
    }

    @Test
    void keepsThePlaceThatIsZoomedInto() {
        magnifier.zoom(2, 14, 10, 240);
        assertThat(magnifier.span()).isEqualTo(14);
        assertThat((14 - magnifier.left()) / magnifier.span()).isCloseTo(0.5, within(1e-9));
        magnifier.zoom(2, 12, 8, 240);
        assertThat((12 - magnifier.left()) / magnifier.span()).isCloseTo((12 - 7) / 14.0, within(1e-9));
    }

    @Test
    void neitherLeavesTheImageNorShowsLessThanAFewPixelsNorMoreThanAll() {
        for (int i = 0; i < 20; i++) {
            magnifier.zoom(2, 0, 0, 240);
        }
        assertThat(magnifier.span()).isEqualTo(240 / 64.0);
        assertThat(magnifier.left()).isZero();
        assertThat(magnifier.top()).isZero();
        magnifier.reveal(27, 19);
        assertThat(magnifier.left()).isEqualTo(28 - 240 / 64.0);
        assertThat(magnifier.top()).isEqualTo(20 - 240 / 64.0);
        magnifier.reveal(26, 18);
        assertThat(magnifier.left()).as("seen already").isEqualTo(28 - 240 / 64.0);
        magnifier.zoom(0.001, 27, 19, 240);
        assertThat(magnifier.span()).isEqualTo(28);
        assertThat(magnifier.top()).isEqualTo(-4);
    }
}
