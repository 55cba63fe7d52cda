package latentlab.data;

import java.util.List;
import java.util.SplittableRandom;
import latentlab.text.Sentence;

/** Little images that a little model can learn: one soft spot each, where its class says. */
public final class SmallDatasets {
    private SmallDatasets() {}

    /** @return labelled images of ten classes in turn, the same in every call */
    public static Dataset of(int train, int test, int height, int width) {
        return new Dataset(
                Sentence.of("data.name", "small"),
                "small",
                images(train, height, width, 1),
                images(test, height, width, 2),
                List.of());
    }

    private static ImageSet images(int count, int height, int width, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] pixels = new byte[count * height * width];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = i % 10;
            double angle = 2 * Math.PI * labels[i] / 10 + random.nextDouble(-0.2, 0.2);
            double centreX = width / 2.0 + width / 3.0 * Math.cos(angle);
            double centreY = height / 2.0 + height / 3.0 * Math.sin(angle);
            double radius = Math.min(width, height) / random.nextDouble(5, 7);
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    double distance = Math.hypot(x - centreX, y - centreY) / radius;
                    pixels[(i * height + y) * width + x] = (byte) Math.round(255 * Math.exp(-distance * distance));
                }
            }
        }
        return new ImageSet(count, ImageShape.grey(height, width), pixels, labels);
    }
}
