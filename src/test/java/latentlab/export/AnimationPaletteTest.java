package latentlab.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnimationPaletteTest {
    private static final int[] NOISE =
            new SplittableRandom(2).ints(20_000, 0, 1 << 24).toArray();

    private static Color of(AnimationPalette palette, byte index) {
        return new Color(palette.colours().getRGB(index & 0xFF));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 11, 26, 47, 62, 100, 109})
    void hasEveryClassInItsOwnColourBesideGreyAndColourImages(int classes) {
        for (AnimationPalette palette :
                new AnimationPalette[] {AnimationPalette.ofGrey(classes), AnimationPalette.ofColour(classes, NOISE)}) {
            Set<Byte> seen = new HashSet<>();
            for (int label = -1; label < classes; label++) {
                byte index = palette.shade(label, AnimationPalette.SHADES);
                assertThat(of(palette, index)).as("class %d", label).isEqualTo(ClassColours.DARK.of(label));
                assertThat(seen.add(index))
                        .as("class %d has one of its own", label)
                        .isTrue();
            }
        }
    }

    @Test
    void letsClassesShareColoursWhereThereIsNoRoomForAll() {
        AnimationPalette palette = AnimationPalette.ofGrey(400);
        assertThat(IntStream.range(0, 400).mapToObj(label -> palette.shade(label, AnimationPalette.SHADES)))
                .allSatisfy(index -> assertThat(index & 0xFF).isBetween(128, 253));
        assertThat(palette.shade(0, AnimationPalette.SHADES)).isEqualTo(palette.shade(125, AnimationPalette.SHADES));
    }

    @Test
    void fadesIntoTheGroundInAsManyStepsAsThereIsRoomFor() {
        for (int classes : new int[] {10, 40, 62, 120}) {
            AnimationPalette palette = AnimationPalette.ofGrey(classes);
            double before = 0;
            for (int shade = 1; shade <= AnimationPalette.SHADES; shade++) {
                Color colour = of(palette, palette.shade(5, shade));
                double fromGround = Math.abs(colour.getRed() - AnimationPalette.GROUND)
                        + Math.abs(colour.getGreen() - AnimationPalette.GROUND)
                        + Math.abs(colour.getBlue() - AnimationPalette.GROUND);
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
        assertThat(IntStream.of(few))
                .allSatisfy(rgb -> assertThat(of(palette, palette.image(rgb))).isEqualTo(new Color(rgb)));
    }

    @Test
    void isNeverTransparentNorTheAccent() {
        for (AnimationPalette palette : new AnimationPalette[] {
            AnimationPalette.ofColour(AnimationPalette.NO_MAP, NOISE), AnimationPalette.ofColour(300, NOISE)
        }) {
            assertThat(IntStream.of(NOISE))
                    .allSatisfy(rgb -> assertThat(palette.image(rgb) & 0xFF).isLessThan(254));
        }
    }
}
