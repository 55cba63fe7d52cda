package latentlab.view.paint;

import java.util.Arrays;
import javafx.scene.paint.Color;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.view.ThemeColours;

/**
 * The colours in which images stand on the map: grey ones from the theme's ground to its writing, others in their own.
 *
 * @param ground 0xRRGGBB
 * @param strength 1 for the full colours, less for those nearer to the ground
 * @param inks shape [256], the colour of each ink of a grey image, 0xRRGGBB
 */
record ThumbnailInks(int ground, double strength, int[] inks) {
    static ThumbnailInks of(Color ground, Color writing, double strength) {
        int[] inks = new int[256];
        Arrays.setAll(inks, ink -> ThemeColours.rgb(ground.interpolate(writing, strength * ink / 255)));
        return new ThumbnailInks(ThemeColours.rgb(ground), strength, inks);
    }

    /** The colour half way from no ink to full ink, 0xRRGGBB. */
    int middle() {
        return inks[128];
    }

    /** @return colour of a block of an image's pixels, 0xRRGGBB: that of their mean */
    int colour(ImageSet images, int which, int blockRow, int blockColumn, int block) {
        int first = mean(images, which, 0, blockRow, blockColumn, block);
        if (images.shape().grey()) {
            return inks[first];
        }
        int green = mean(images, which, 1, blockRow, blockColumn, block);
        int blue = mean(images, which, 2, blockRow, blockColumn, block);
        return faded(first, 16) | faded(green, 8) | faded(blue, 0);
    }

    private int faded(int value, int shift) {
        int from = ground >> shift & 0xFF;
        return (int) Math.round(from + strength * (value - from)) << shift;
    }

    private static int mean(ImageSet images, int which, int channel, int blockRow, int blockColumn, int block) {
        ImageShape shape = images.shape();
        int offset = which * shape.size() + channel * shape.pixels();
        int toRow = Math.min(shape.height(), (blockRow + 1) * block);
        int toColumn = Math.min(shape.width(), (blockColumn + 1) * block);
        int sum = 0;
        int count = 0;
        for (int row = blockRow * block; row < toRow; row++) {
            for (int column = blockColumn * block; column < toColumn; column++) {
                sum += images.pixels()[offset + row * shape.width() + column] & 0xFF;
                count++;
            }
        }
        return sum / count;
    }
}
