package latentlab.data.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import latentlab.data.ImageSet;

/** A picture without any symmetry, of a few tones: light on black, as it is to be read from files of all kinds. */
final class Pattern {
    static final int SIDE = 28;

    private Pattern() {}

    /** @return how light a pixel is, 0 to 255 */
    static int at(int y, int x) {
        if (y >= 4 && y < 8 && x >= 6 && x < 22) {
            return 200;
        }
        if (y >= 12 && y < 16 && x >= 6 && x < 18) {
            return 100;
        }
        if (y >= 4 && y < 24 && x >= 6 && x < 10) {
            return 255;
        }
        return y >= 20 && y < 22 && x >= 20 && x < 22 ? 50 : 0;
    }

    /** @return as an image of a BufferedImage's type, grey samples as they are */
    static BufferedImage image(int type) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, type);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int[] samples = new int[image.getRaster().getNumBands()];
                Arrays.fill(samples, at(y, x));
                if (image.getColorModel().hasAlpha()) {
                    samples[samples.length - 1] = 255;
                }
                image.getRaster().setPixel(x, y, samples);
            }
        }
        return image;
    }

    /** @param tolerance of 255 */
    static void assertSeen(ImageSet images, int tolerance) {
        assertThat(images.height()).isEqualTo(SIDE);
        assertThat(images.width()).isEqualTo(SIDE);
        for (int image = 0; image < images.count(); image++) {
            for (int i = 0; i < images.size(); i++) {
                int y = i % images.shape().pixels() / SIDE;
                assertThat(images.pixels()[image * images.size() + i] & 0xFF)
                        .as("row %d, column %d", y, i % SIDE)
                        .isBetween(at(y, i % SIDE) - tolerance, at(y, i % SIDE) + tolerance);
            }
        }
    }
}
