package latentlab.figure.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import latentlab.data.ImageShape;
import latentlab.figure.Area;
import latentlab.figure.ImageStrip;
import latentlab.figure.RecordingPen;
import latentlab.figure.WeightStrip;
import org.junit.jupiter.api.Test;

class ImageLookTest {
    private static final ImageShape PAIR = ImageShape.grey(1, 2);
    private static final ImageLook SMOOTH = new ImageLook(true, false);
    private static final ImageLook MAPPED = new ImageLook(false, true);

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    @Test
    void plainImagesAreTheirOwnPixels() {
        byte[] values = bytes(0, 255);
        assertThat(ImageLook.PLAIN.of(values, PAIR).values()).isSameAs(values);
    }

    /** Two images: nothing of one may show at the edge of the other. */
    @Test
    void smoothImagesGoEvenlyFromPixelToPixelAndNoFurther() {
        ImageStrip fine = SMOOTH.of(bytes(0, 200, 100, 100), PAIR);
        assertThat(fine.count()).isEqualTo(2);
        assertThat(fine.shape().width()).isEqualTo(128);
        assertThat(fine.shape().height()).isEqualTo(64);
        byte[] values = fine.values();
        for (int y = 0; y < 64; y++) {
            int row = 128 * y;
            assertThat(values[row] & 0xFF).isZero();
            assertThat(values[row + 31] & 0xFF)
                    .as("up to the middle of the pixel")
                    .isZero();
            assertThat(values[row + 63] & 0xFF).isEqualTo(98);
            assertThat(values[row + 64] & 0xFF).isEqualTo(102);
            assertThat(values[row + 96] & 0xFF).isEqualTo(200);
            for (int x = 0; x < 128; x++) {
                assertThat(values[128 * 64 + row + x] & 0xFF).isEqualTo(100);
            }
        }
    }

    @Test
    void theyDoSoDownwardsToo() {
        ImageStrip fine = SMOOTH.of(bytes(0, 200), ImageShape.grey(2, 1));
        assertThat(fine.shape()).isEqualTo(ImageShape.grey(128, 64));
        assertThat(fine.values()[31 * 64] & 0xFF).isZero();
        assertThat(fine.values()[63 * 64] & 0xFF).isEqualTo(98);
        assertThat(fine.values()[96 * 64] & 0xFF).isEqualTo(200);
    }

    @Test
    void channelsAreInterpolatedEachByItself() {
        ImageStrip fine = SMOOTH.of(bytes(10, 10, 90, 90, 250, 250), ImageShape.colour(1, 2));
        assertThat(fine.count()).isEqualTo(1);
        ImageShape shape = fine.shape();
        for (int pixel = 0; pixel < shape.pixels(); pixel++) {
            assertThat(shape.rgb(fine.values(), 0, pixel)).isEqualTo(10 << 16 | 90 << 8 | 250);
        }
    }

    @Test
    void largeImagesAreFineAsTheyAre() {
        ImageShape large = ImageShape.grey(128, 3);
        assertThat(SMOOTH.of(new byte[large.size()], large).shape()).isEqualTo(large);
    }

    /** Values of matplotlib's map. */
    @Test
    void greyGetsTheColoursOfViridis() {
        int[] levels = {0, 64, 128, 191, 255};
        int[] known = {0x440154, 0x3b528b, 0x21918c, 0x5ec962, 0xfde725};
        ImageStrip mapped = MAPPED.of(bytes(levels), ImageShape.grey(1, 5));
        for (int i = 0; i < known.length; i++) {
            int rgb = mapped.shape().rgb(mapped.values(), 0, i);
            for (int shift = 0; shift <= 16; shift += 8) {
                assertThat(rgb >> shift & 0xFF)
                        .isBetween((known[i] >> shift & 0xFF) - 4, (known[i] >> shift & 0xFF) + 4);
            }
        }
    }

    @Test
    void coloursStayAsTheyAre() {
        byte[] values = bytes(1, 2, 3, 4, 5, 6);
        assertThat(MAPPED.of(values, ImageShape.colour(1, 2)).values()).isSameAs(values);
    }

    @Test
    void differencesHaveASignAndOneScaleWhateverTheImages() {
        ImageLook both = new ImageLook(false, true);
        WeightStrip difference = both.difference(bytes(0, 255, 100), bytes(255, 0, 100), ImageShape.grey(1, 3));
        assertThat(difference.levels()).containsExactly((byte) 254, (byte) 0, (byte) 127);
        WeightStrip small = both.difference(bytes(0, 0, 100), bytes(51, 1, 99), ImageShape.grey(1, 3));
        assertThat(small.levels()).containsExactly((byte) (127 + 25), (byte) 127, (byte) 127);
    }

    @Test
    void theScaleOfDifferencesGoesFromTheLeastToTheGreatest() {
        for (ImageShape shape : List.of(PAIR, ImageShape.colour(1, 2))) {
            WeightStrip ramp = ImageLook.ramp(shape);
            assertThat(ramp.count()).isEqualTo(1);
            assertThat(ramp.levels()[0]).isEqualTo((byte) 0);
            assertThat(ramp.levels()[ramp.width() - 1]).isEqualTo((byte) 254);
        }
    }

    @Test
    void aWipeShowsOneImageLeftOfTheDividerAndTheOtherRightOfIt() {
        ImageStrip left = new ImageStrip(new byte[4], ImageShape.grey(2, 1));
        ImageStrip right = new ImageStrip(new byte[4], ImageShape.grey(2, 1));
        RecordingPen pen = new RecordingPen();
        // Narrow images, in the middle of their places: the divider is a share of the images.
        new WipedImages(left, right, 0.25).draw(pen, List.of(new Area(0, 0, 40, 40), new Area(50, 0, 40, 40)));
        assertThat(pen.pictures)
                .containsExactly(
                        new RecordingPen.Picture(left, 0, new Area(0, 0, 40, 40)),
                        new RecordingPen.Picture(right, 0, new Area(0, 0, 40, 40)),
                        new RecordingPen.Picture(left, 1, new Area(50, 0, 40, 40)),
                        new RecordingPen.Picture(right, 1, new Area(50, 0, 40, 40)));
        assertThat(pen.clips).containsExactly(new Area(15, 0, 25, 40), new Area(65, 0, 25, 40));
    }
}
