package latentlab;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.text.Sentence;

/**
 * Small images for tests: a bright bar on a dim noisy ground, at one of a few places; labels tell which. Same seed,
 * same images.
 */
public final class MadeUpImages {
    private MadeUpImages() {}

    /** @return training images in the number given, and half as many for testing */
    public static Dataset dataset(int count, int height, int width) {
        return new Dataset(
                Sentence.of("view.data.digits"),
                "digits",
                images(count, height, width, 1),
                images(Math.max(1, count / 2), height, width, 2),
                List.of());
    }

    /** @return colour images, their channels each a grey made-up image */
    public static Dataset inColour(int count, int height, int width) {
        return new Dataset(
                Sentence.of("data.name", "colours"),
                "colours",
                colourImages(count, height, width, 1),
                colourImages(Math.max(1, count / 2), height, width, 2),
                List.of());
    }

    private static ImageSet colourImages(int count, int height, int width, long seed) {
        ImageSet channels = images(3 * count, height, width, seed);
        int[] labels = IntStream.range(0, count).map(i -> channels.label(3 * i)).toArray();
        return new ImageSet(count, ImageShape.colour(height, width), channels.pixels(), labels);
    }

    public static ImageSet images(int count, int height, int width, long seed) {
        Random random = new Random(seed);
        byte[] pixels = new byte[count * height * width];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            int bar = random.nextInt(Math.min(10, height));
            labels[i] = bar;
            for (int row = 0; row < height; row++) {
                for (int column = 0; column < width; column++) {
                    int ink = row == bar ? 200 + random.nextInt(56) : random.nextInt(40);
                    pixels[(i * height + row) * width + column] = (byte) ink;
                }
            }
        }
        return new ImageSet(count, ImageShape.grey(height, width), pixels, labels);
    }
}
