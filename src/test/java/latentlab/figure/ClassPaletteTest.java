package latentlab.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Classes are told apart by whoever looks, on white and on dark, in the window and in files. */
class ClassPaletteTest {
    /** Distance in CIELAB. Colours beside each other are told apart at 2; these are small dots, which lie apart. */
    private static final double DISTINCT = 28;

    /** Of dots as they are painted, through which a little of the ground is seen. */
    private static final double DISTINCT_WHERE_PAINTED = 23;

    private static final double CONTRAST = 1.95;

    private static final int[] TEN =
            IntStream.range(0, 10).map(ClassPalette::of).toArray();

    /** As the contrast of WCAG 2 is given for these greys. */
    @Test
    void contrastIsThatOfTheGuidelines() {
        assertThat(ClassPalette.contrast(0xffffff, 0)).isCloseTo(21, within(1e-9));
        assertThat(ClassPalette.contrast(0, 0xffffff)).isCloseTo(21, within(1e-9));
        assertThat(ClassPalette.contrast(0x777777, 0xffffff)).isCloseTo(4.48, within(0.005));
    }

    @Test
    void tenAreDistinctWithAnyColourVision() {
        for (int a = 0; a < 10; a++) {
            for (int b = 0; b < a; b++) {
                for (String eye : ColourVision.EYES.keySet()) {
                    assertThat(ColourVision.distance(TEN[a], TEN[b], eye))
                            .as("classes %d and %d, %s", a, b, eye)
                            .isGreaterThan(DISTINCT);
                }
            }
        }
    }

    @Test
    void tenStandOutFromEachGroundWithAnyColourVision() {
        for (int ground : ClassPalette.GROUNDS) {
            for (int label = 0; label < 10; label++) {
                assertThat(ClassPalette.contrast(TEN[label], ground))
                        .as("class %d on %06x", label, ground)
                        .isGreaterThan(CONTRAST);
                for (String eye : ColourVision.EYES.keySet()) {
                    assertThat(ColourVision.distance(TEN[label], ground, eye))
                            .as("class %d on %06x, %s", label, ground, eye)
                            .isGreaterThan(DISTINCT);
                }
            }
        }
    }

    /** The window and files paint them alike, see the tests of both. */
    @Test
    void dotsThatLieAloneAreDistinctAndStandOutAsTheyArePainted() {
        for (int ground : ClassPalette.GROUNDS) {
            int[] painted = IntStream.concat(
                            IntStream.of(ground), IntStream.of(TEN).map(colour -> painted(colour, ground)))
                    .toArray();
            assertThat(ColourVision.least(painted)).as("on %06x", ground).isGreaterThan(DISTINCT_WHERE_PAINTED);
        }
    }

    private static int painted(int colour, int ground) {
        int painted = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            double channel = ClassPalette.OPACITY * (colour >> shift & 0xFF)
                    + (1 - ClassPalette.OPACITY) * (ground >> shift & 0xFF);
            painted |= (int) Math.round(channel) << shift;
        }
        return painted;
    }

    /** What a palette of ten can come to: these were looked at, and are nearer to each other for some eyes. */
    @Test
    void tenAreFurtherApartThanInPalettesThatAreOftenUsed() {
        int[] matplotlib = {
            0x1f77b4, 0xff7f0e, 0x2ca02c, 0xd62728, 0x9467bd, 0x8c564b, 0xe377c2, 0x7f7f7f, 0xbcbd22, 0x17becf
        };
        int[] petroff = {
            0x3f90da, 0xffa90e, 0xbd1f01, 0x94a4a2, 0x832db6, 0xa96b59, 0xe76300, 0xb9ac70, 0x717581, 0x92dadd
        };
        int[] tolMuted = {
            0xcc6677, 0x332288, 0xddcc77, 0x117733, 0x88ccee, 0x882255, 0x44aa99, 0x999933, 0xaa4499, 0xdddddd
        };
        int[] okabeIto = {0x000000, 0xe69f00, 0x56b4e9, 0x009e73, 0xf0e442, 0x0072b2, 0xd55e00, 0xcc79a7};
        assertThat(ColourVision.least(matplotlib)).isLessThan(5);
        double others = IntStream.of(0, 1, 2)
                .mapToDouble(i -> ColourVision.least(new int[][] {petroff, tolMuted, okabeIto}[i]))
                .max()
                .orElseThrow();
        assertThat(ColourVision.least(TEN)).isGreaterThan(others + 5);
    }

    @Test
    void moreClassesHaveColoursOfTheirOwnThatStandOutFromEachGround() {
        int[] all = IntStream.range(0, ClassPalette.MOST).map(ClassPalette::of).toArray();
        assertThat(all).startsWith(TEN).doesNotHaveDuplicates();
        assertThat(ClassPalette.of(ClassPalette.MOST)).as("they repeat").isEqualTo(all[0]);
        for (String eye : ColourVision.EYES.keySet()) {
            boolean whole = eye.equals("all cones");
            assertThat(least(all, 26, eye)).as("letters, %s", eye).isGreaterThan(whole ? 17 : 5);
            assertThat(least(all, 62, eye)).as("EMNIST, %s", eye).isGreaterThan(whole ? 9 : 3.2);
        }
        assertThat(least(all, 300, "all cones")).isGreaterThan(3);
        for (int ground : ClassPalette.GROUNDS) {
            for (int label = 10; label < all.length; label++) {
                assertThat(ClassPalette.contrast(all[label], ground))
                        .as("class %d on %06x", label, ground)
                        .isGreaterThan(CONTRAST);
            }
        }
    }

    @Test
    void aDotThatIsHardToSeeHasAnEdgeNearerToTheTextAndOthersTheirOwn() {
        assertThat(ClassPalette.edge(0x2000ff, 0x1a1a1a, 0xf0f0f0)).isEqualTo(0x8878f8);
        assertThat(ClassPalette.edge(0x2000ff, 0xffffff, 0x222222)).isEqualTo(0x2000ff);
        for (int label = 0; label < 10; label++) {
            int light = ClassPalette.edge(ClassPalette.of(label), 0xffffff, 0x222222);
            int dark = ClassPalette.edge(ClassPalette.of(label), 0x1a1a1a, 0xf0f0f0);
            assertThat(ClassPalette.contrast(light, 0xffffff)).as("%d", label).isGreaterThanOrEqualTo(3);
            assertThat(ClassPalette.contrast(dark, 0x1a1a1a)).as("%d", label).isGreaterThanOrEqualTo(3);
        }
    }

    /** Further ones are as far apart as they come; the first ten are all that most charts have. */
    @Test
    void linesStandOutFromTheirGroundAndTenAreDistinctWithAnyColourVision() {
        for (int ground : ClassPalette.GROUNDS) {
            int[] lines = IntStream.range(0, 100)
                    .map(number -> ClassPalette.ofLine(number, ground))
                    .toArray();
            for (int number = 0; number < lines.length; number++) {
                assertThat(ClassPalette.contrast(lines[number], ground))
                        .as("line %d on %06x", number, ground)
                        .isGreaterThanOrEqualTo(3);
            }
            assertThat(ColourVision.least(Arrays.copyOf(lines, 10)))
                    .as("on %06x", ground)
                    .isGreaterThan(21);
        }
    }

    private static double least(int[] colours, int count, String eye) {
        return IntStream.range(0, count)
                .boxed()
                .flatMap(i -> IntStream.range(0, i).mapToObj(j -> ColourVision.distance(colours[i], colours[j], eye)))
                .min(Double::compare)
                .orElseThrow();
    }
}
