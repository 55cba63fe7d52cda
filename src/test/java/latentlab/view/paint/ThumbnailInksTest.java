package latentlab.view.paint;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.paint.Color;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import org.junit.jupiter.api.Test;

class ThumbnailInksTest {
    private static final ThumbnailInks INKS = ThumbnailInks.of(Color.WHITE, Color.BLACK, 1);
    private static final ThumbnailInks FADED = ThumbnailInks.of(Color.WHITE, Color.BLACK, 0.25);
    /** The second image has 200, 100 and 0 on the left, 100, 50 and 20 on the right. */
    private static final byte[] VALUES = {0, 0, 0, 0, 0, 0, (byte) 200, 100, 100, 50, 0, 20};

    private static int colour(ThumbnailInks inks, ImageShape shape, int column, int block) {
        return inks.colour(new ImageSet(VALUES.length / shape.size(), shape, VALUES, null), 1, 0, column, block);
    }

    @Test
    void greyGoesFromTheGroundToTheWriting() {
        ImageShape grey = ImageShape.grey(1, 6);
        assertThat(colour(INKS, grey, 0, 1)).isEqualTo(0x373737);
        assertThat(colour(INKS, grey, 0, 2)).isEqualTo(0x696969);
        assertThat(colour(FADED, grey, 0, 1)).isEqualTo(0xCDCDCD);
    }

    @Test
    void coloursAreTheirOwnOrNearerToTheGround() {
        ImageShape colour = ImageShape.colour(1, 2);
        assertThat(colour(INKS, colour, 0, 1)).isEqualTo(0xC86400);
        assertThat(colour(INKS, colour, 1, 1)).isEqualTo(0x643214);
        assertThat(colour(INKS, colour, 0, 2)).as("the mean of both").isEqualTo(0x964B0A);
        assertThat(colour(FADED, colour, 0, 1)).isEqualTo(0xF1D8BF);
    }
}
