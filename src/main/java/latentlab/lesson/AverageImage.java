package latentlab.lesson;

import java.util.Arrays;
import latentlab.data.ImageSet;
import latentlab.engine.training.Split;

/** The model that learns nothing of single images: it answers each with the average of those it was trained on. */
final class AverageImage {
    private static final double FULL = 255;
    /** Images, at most some milliseconds' worth. */
    private static final int BATCH = 100;

    private AverageImage() {}

    /**
     * @param check called now and then: all images are gone through
     * @return its mean squared error on the images that a run is validated with
     */
    static double error(ImageSet train, Split split, Runnable check) {
        Sums learnt = new Sums(train, split.held(), train.count(), check);
        Sums others = new Sums(split.validation(), 0, split.validated(), check);
        double error = 0;
        for (int i = 0; i < train.size(); i++) {
            double mean = learnt.mean(i);
            error += others.squares[i] / others.count - 2 * mean * others.mean(i) + mean * mean;
        }
        return error / train.size();
    }

    /** @return the mean squared error, on the same images, of answering each with a black one */
    static double errorOfBlack(Split split, Runnable check) {
        Sums images = new Sums(split.validation(), 0, split.validated(), check);
        return Arrays.stream(images.squares).average().orElseThrow() / images.count;
    }

    /** Of each pixel over some of the images. */
    private static final class Sums {
        private final double[] values;
        private final double[] squares;
        private final double count;

        Sums(ImageSet images, int from, int until, Runnable check) {
            int size = images.size();
            values = new double[size];
            squares = new double[size];
            count = until - from;
            for (int image = from; image < until; image++) {
                if ((image - from) % BATCH == 0) {
                    check.run();
                }
                for (int i = 0; i < size; i++) {
                    double value = (images.pixels()[image * size + i] & 0xff) / FULL;
                    values[i] += value;
                    squares[i] += value * value;
                }
            }
        }

        double mean(int pixel) {
            return values[pixel] / count;
        }
    }
}
