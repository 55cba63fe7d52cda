package latentlab.export.animation;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import latentlab.export.ClassColours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnimationPaletteTest {
    private static final int[] NOISE =
            new SplittableRandom(2).ints(20_000, 0, 1 << 24).toArray();

    private static Color of(AnimationPalette palette, byte index) {
        return new Color(palette.colours().getRGB(index & 0xFF));
    }

    @Test
    void hasEveryGreyWhereThereIsNothingElse() {
        AnimationPalette palette = AnimationPalette.ofGrey();
        for (int value = 0; value < 256; value++) {
            assertThat(of(palette, palette.index(AnimationFrame.GREY * value)))
                    .isEqualTo(new Color(value, value, value));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 11, 26, 47, 62, 100, 109})
    void hasEveryClassInItsOwnColourBesideGreyAndColourImages(int classes) {
        for (AnimationPalette palette :
                new AnimationPalette[] {AnimationPalette.ofGrey(classes), AnimationPalette.ofColour(classes, NOISE)}) {
            for (int label = -1; label < classes; label++) {
                Color colour = ClassColours.onDark(label);
                assertThat(of(palette, palette.index(colour.getRGB() & 0xFFFFFF)))
                        .as("class %d", label)
                        .isEqualTo(colour);
            }
        }
    }

    @Test
    void givesClassesForWhichThereIsNoRoomWhatIsNearest() {
        AnimationPalette palette = AnimationPalette.ofGrey(400);
        for (int label = 0; label < 400; label++) {
            Color colour = ClassColours.onDark(label);
            Color seen = of(palette, palette.index(colour.getRGB() & 0xFFFFFF));
            assertThat(Math.abs(seen.getRed() - colour.getRed())
                            + Math.abs(seen.getGreen() - colour.getGreen())
                            + Math.abs(seen.getBlue() - colour.getBlue()))
                    .as("class %d", label)
                    .isLessThan(150);
        }
    }

    @Test
    void fadesIntoTheGroundInAsManyStepsAsThereIsRoomFor() {
        for (int classes : new int[] {10, 40, 62, 120}) {
            AnimationPalette palette = AnimationPalette.ofGrey(classes);
            double before = 0;
            for (int shade = 1; shade <= AnimationDot.SHADES; shade++) {
                Color colour = of(palette, palette.index(AnimationDot.onGround(ClassColours.onDark(5), shade)));
                double fromGround = Math.abs(colour.getRed() - AnimationFrame.GROUND)
                        + Math.abs(colour.getGreen() - AnimationFrame.GROUND)
                        + Math.abs(colour.getBlue() - AnimationFrame.GROUND);
                assertThat(fromGround)
                        .as("%d classes, shade %d", classes, shade)
                        .isGreaterThanOrEqualTo(before);
                before = fromGround;
            }
        }
    }

    @Test
    void showsFewColoursOfImagesAsTheyAre() {
        int[] few = IntStream.range(0, 200).map(i -> i * 83_521).toArray();
        AnimationPalette palette = AnimationPalette.ofColour(AnimationPalette.NO_MAP, few);
        byte[] indices = new byte[few.length];
        palette.indices(few, indices);
        for (int i = 0; i < few.length; i++) {
            assertThat(of(palette, indices[i])).isEqualTo(new Color(few[i]));
        }
    }
}
