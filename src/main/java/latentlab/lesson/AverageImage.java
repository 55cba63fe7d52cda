package latentlab.lesson;

import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.engine.settings.Validation;

/** The model that learns nothing of single images: it answers each with the average of those it was trained on. */
final class AverageImage {
    private static final double FULL = 255;

    private AverageImage() {}

    /** @return its mean squared error on the images that a run with this validation is validated with */
    static double error(Dataset data, Validation validation) {
        ImageSet train = data.train();
        boolean test = validation == Validation.TEST;
        int from = test ? 0 : data.validationCount();
        Sums learnt = new Sums(train, from, train.count());
        Sums others = test ? new Sums(data.test(), 0, data.test().count()) : new Sums(train, 0, from);
        double error = 0;
        for (int i = 0; i < train.size(); i++) {
            double mean = learnt.mean(i);
            error += others.squares[i] / others.count - 2 * mean * others.mean(i) + mean * mean;
        }
        return error / train.size();
    }

    /** Of each pixel over some of the images. */
    private static final class Sums {
        private final double[] values;
        private final double[] squares;
        private final double count;

        Sums(ImageSet images, int from, int until) {
            int size = images.size();
            values = new double[size];
            squares = new double[size];
            count = until - from;
            for (int image = from; image < until; image++) {
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
