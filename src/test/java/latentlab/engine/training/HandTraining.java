package latentlab.engine.training;

import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.settings.ModelKind;

/**
 * One epoch of training as it stands in a textbook: double precision, one image, one unit and one pixel at a time,
 * sharing no code with the engine. Slow; for tiny data.
 */
final class HandTraining {
    final double trainLoss;
    final double validLoss;
    final double[] parameters;

    private final Autoencoder model;
    private final ImageSet images;
    private final double[] gradient;
    private final double[] hidden;
    private final double[] output;
    private final double[] mean;
    private final double[] square;

    /** @param order of the training images, as indices */
    HandTraining(Autoencoder model, float[] initial, Dataset dataset, int[] order, int batch, double rate) {
        this.model = model;
        images = dataset.train();
        parameters = new double[initial.length];
        for (int i = 0; i < initial.length; i++) {
            parameters[i] = initial[i];
        }
        gradient = new double[initial.length];
        mean = new double[initial.length];
        square = new double[initial.length];
        hidden = new double[model.latent()];
        output = new double[model.inputs()];

        double sum = 0;
        int step = 0;
        for (int from = 0; from < order.length; from += batch) {
            int count = Math.min(batch, order.length - from);
            java.util.Arrays.fill(gradient, 0);
            double batchLoss = 0;
            for (int i = from; i < from + count; i++) {
                batchLoss += forward(order[i]);
                backward(order[i], count);
            }
            sum += batchLoss / count * count;
            adam(++step, rate);
        }
        trainLoss = sum / order.length;
        double valid = 0;
        for (int i = 0; i < dataset.validationCount(); i++) {
            valid += forward(i);
        }
        validLoss = valid / dataset.validationCount();
    }

    /** @return the image's mean squared error */
    private double forward(int image) {
        for (int k = 0; k < hidden.length; k++) {
            double z = parameters[at(Autoencoder.ENCODER_BIAS) + k];
            for (int p = 0; p < output.length; p++) {
                z += parameters[encoder(k, p)] * images.ink(image, p);
            }
            hidden[k] = 1 / (1 + Math.exp(-z));
        }
        double loss = 0;
        for (int p = 0; p < output.length; p++) {
            double z = parameters[at(Autoencoder.DECODER_BIAS) + p];
            for (int k = 0; k < hidden.length; k++) {
                z += parameters[decoder(p, k)] * hidden[k];
            }
            output[p] = 1 / (1 + Math.exp(-z));
            loss += Math.pow(output[p] - images.ink(image, p), 2);
        }
        return loss / output.length;
    }

    private void backward(int image, int count) {
        double[] hiddenError = new double[hidden.length];
        for (int p = 0; p < output.length; p++) {
            double delta =
                    2 * (output[p] - images.ink(image, p)) / (output.length * count) * output[p] * (1 - output[p]);
            gradient[at(Autoencoder.DECODER_BIAS) + p] += delta;
            for (int k = 0; k < hidden.length; k++) {
                gradient[decoder(p, k)] += delta * hidden[k];
                hiddenError[k] += delta * parameters[decoder(p, k)];
            }
        }
        for (int k = 0; k < hidden.length; k++) {
            double delta = hiddenError[k] * hidden[k] * (1 - hidden[k]);
            gradient[at(Autoencoder.ENCODER_BIAS) + k] += delta;
            for (int p = 0; p < output.length; p++) {
                gradient[encoder(k, p)] += delta * images.ink(image, p);
            }
        }
    }

    private void adam(int step, double rate) {
        for (int i = 0; i < parameters.length; i++) {
            mean[i] = 0.9 * mean[i] + 0.1 * gradient[i];
            square[i] = 0.999 * square[i] + 0.001 * gradient[i] * gradient[i];
            double m = mean[i] / (1 - Math.pow(0.9, step));
            double v = square[i] / (1 - Math.pow(0.999, step));
            parameters[i] -= rate * m / (Math.sqrt(v) + 1e-8);
        }
    }

    private int at(String array) {
        return model.array(array).offset();
    }

    private int encoder(int unit, int pixel) {
        return at(Autoencoder.ENCODER_WEIGHT) + unit * model.inputs() + pixel;
    }

    private int decoder(int pixel, int unit) {
        return model.kind() == ModelKind.TIED
                ? encoder(unit, pixel)
                : at(Autoencoder.DECODER_WEIGHT) + pixel * model.latent() + unit;
    }
}
