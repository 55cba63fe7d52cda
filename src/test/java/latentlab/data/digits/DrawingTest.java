package latentlab.data.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import latentlab.data.ImageSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawingTest {
    /** A seven with a bar, larger by {@code scale} and away from the middle. */
    private static Drawing seven(double x, double y, double scale) {
        return Drawing.EMPTY
                .begin(x, y)
                .lineTo(x + 0.2 * scale, y)
                .lineTo(x + 0.1 * scale, y + 0.3 * scale)
                .begin(x + 0.08 * scale, y + 0.15 * scale)
                .lineTo(x + 0.2 * scale, y + 0.15 * scale);
    }

    private static byte[] pixels(Drawing drawing) {
        return drawing.image(28, 28).pixels();
    }

    private static int[] rowsWithInk(ImageSet image) {
        int first = -1;
        int last = -1;
        for (int i = 0; i < image.size(); i++) {
            if (image.pixels()[i] != 0) {
                first = first < 0 ? i / image.width() : first;
                last = i / image.width();
            }
        }
        return new int[] {first, last};
    }

    private static int[] columnsWithInk(ImageSet image) {
        int first = image.width();
        int last = -1;
        for (int i = 0; i < image.size(); i++) {
            if (image.pixels()[i] != 0) {
                first = Math.min(first, i % image.width());
                last = Math.max(last, i % image.width());
            }
        }
        return new int[] {first, last};
    }

    @Test
    void anEmptyDrawingIsAnImageWithoutInk() {
        ImageSet image = Drawing.EMPTY.image(28, 28);
        assertThat(image.count()).isEqualTo(1);
        assertThat(image.labelled()).isFalse();
        assertThat(image.pixels()).hasSize(784).containsOnly(0);
        assertThat(Drawing.EMPTY.undo()).isSameAs(Drawing.EMPTY);
    }

    @Test
    void itIsTheSameWhereverItIsDrawn() {
        byte[] here = pixels(seven(0.1, 0.2, 1));
        for (int i = 1; i < 90; i++) {
            // Places a pad of 168 pixels has.
            double right = i / 168.0;
            double down = (i * 31 % 80) / 168.0;
            assertThat(pixels(seven(0.1 + right, 0.2 + down, 1))).isEqualTo(here);
        }
    }

    @ParameterizedTest
    @CsvSource({"0.5", "1", "2", "2.6"})
    void itsBoxIsTwentyPixelsHighHoweverLargeItIsDrawn(double scale) {
        int[] rows = rowsWithInk(seven(0.1, 0.1, scale).image(28, 28));
        assertThat(rows[1] - rows[0] + 1).isEqualTo(20);
        assertThat(rows[0]).isGreaterThanOrEqualTo(0);
    }

    @Test
    void proportionsAreKept() {
        // A line of 0.5 with round ends, 0.08 broad, edges fading over 0.02.
        ImageSet bar = Drawing.EMPTY.begin(0.9, 0.1).lineTo(0.9, 0.6).image(28, 28);
        int[] columns = columnsWithInk(bar);
        int[] rows = rowsWithInk(bar);
        assertThat(rows[1] - rows[0] + 1).isEqualTo(20);
        double ink = 0;
        for (int place = 0; place < bar.size(); place++) {
            ink += bar.ink(0, place);
        }
        double scale = 20 / (0.5 + 0.08 + 0.02);
        double area = (0.5 * 0.08 + Math.PI * 0.04 * 0.04) * scale * scale;
        assertThat(ink).isCloseTo(area, within(0.02 * area));
        assertThat(columns[1] - columns[0] + 1).isBetween(3, 5);
    }

    @Test
    void theCentreOfMassComesToTheMiddle() {
        // An L has its mass at the lower left.
        ImageSet image =
                Drawing.EMPTY.begin(0.3, 0.1).lineTo(0.3, 0.8).lineTo(0.6, 0.8).image(28, 28);
        double mass = 0;
        double x = 0;
        double y = 0;
        for (int place = 0; place < image.size(); place++) {
            mass += image.ink(0, place);
            x += image.ink(0, place) * (place % 28);
            y += image.ink(0, place) * (place / 28);
        }
        assertThat(x / mass).isCloseTo(14, within(0.51));
        assertThat(y / mass).isCloseTo(14, within(0.51));
        assertThat(columnsWithInk(image)[0]).as("the box is not in the middle").isGreaterThan(8);
    }

    @Test
    void aPointIsADiscAndEdgesAreSoft() {
        ImageSet dot = Drawing.EMPTY.begin(0.25, 0.5).image(28, 28);
        assertThat(dot.ink(0, 14 * 28 + 14)).isEqualTo(1);
        int soft = 0;
        for (byte pixel : dot.pixels()) {
            soft += pixel != 0 && pixel != -1 ? 1 : 0;
        }
        assertThat(soft).isGreaterThan(40);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "8, 8, 6", "28, 56, 20", "17, 9, 6", "64, 64, 46"})
    void imagesOfOtherSizesHaveABoxInProportion(int height, int width, int box) {
        ImageSet image = Drawing.EMPTY.begin(0.2, 0.2).lineTo(0.2, 0.9).image(height, width);
        assertThat(image.height()).isEqualTo(height);
        assertThat(image.width()).isEqualTo(width);
        int[] rows = rowsWithInk(image);
        assertThat(rows[1] - rows[0] + 1).isEqualTo(box);
    }

    @Test
    void strokesAreTakenBackOneByOneAndNothingIsDrawnBesideThePad() {
        Drawing two = seven(0.2, 0.2, 1);
        assertThat(two.strokes()).hasSize(2);
        assertThat(two.undo().strokes()).hasSize(1);
        assertThat(two.undo().undo().isEmpty()).isTrue();
        assertThat(two.strokes()).as("never changes").hasSize(2);
        assertThat(Drawing.EMPTY.begin(-3, 0.5).lineTo(0.5, 7).strokes().getFirst())
                .containsExactly(0, 0.5f, 0.5f, 1);
    }

    @Test
    void aStraightBarLooksLikeAnOneOfTheBuiltInDigits() {
        float[] bar = ink(pixels(Drawing.EMPTY.begin(0.5, 0.15).lineTo(0.5, 0.85)), 0);
        ImageSet digits = BuiltInDigits.create(latentlab.text.Progress.NONE).test();
        int nearest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < digits.count(); i++) {
            float[] digit = ink(digits.pixels(), i * 784);
            double distance = 0;
            for (int place = 0; place < 784; place++) {
                distance += (bar[place] - digit[place]) * (bar[place] - digit[place]);
            }
            if (distance < least) {
                least = distance;
                nearest = digits.label(i);
            }
        }
        assertThat(nearest).isEqualTo(1);
        assertThat(least).as("squared distance").isLessThan(25);
    }

    private static float[] ink(byte[] pixels, int offset) {
        float[] ink = new float[784];
        for (int place = 0; place < 784; place++) {
            ink[place] = (pixels[offset + place] & 0xFF) / 255f;
        }
        return ink;
    }
}
