package latentlab.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import latentlab.figure.ClassPalette;
import org.junit.jupiter.api.Test;

class ClassColoursTest {
    @Test
    void areTheSameOnAnyGroundAndThoseOfTheWindow() {
        for (int label = 0; label < 62; label++) {
            assertThat(ClassColours.of(label)).isEqualTo(new Color(ClassPalette.of(label)));
            assertThat(ClassColours.onDark(label)).isEqualTo(ClassColours.of(label));
        }
    }

    @Test
    void whatHasNoClassStandsOutFromItsGround() {
        assertThat(ClassPalette.contrast(ClassColours.of(-1).getRGB(), 0xffffff))
                .isGreaterThan(4.5);
        int dark = new Color(ClassColours.DARK_GROUND, ClassColours.DARK_GROUND, ClassColours.DARK_GROUND).getRGB();
        assertThat(ClassPalette.contrast(ClassColours.onDark(-1).getRGB(), dark))
                .isGreaterThan(4.5);
    }
}
