package latentlab.diagnosis;

import java.util.List;
import latentlab.engine.training.GradientNorms;
import latentlab.run.findings.TestError;

/**
 * What an engineer asks of an epoch, worked out of its parameters.
 *
 * @param error of all test images
 * @param gradients L2 norms of the gradient of the training loss
 * @param weights of each layer that has weights of its own, without biases
 * @param activations what each layer puts out for some test images
 */
public record EpochDiagnosis(
        int epoch, TestError error, GradientNorms.Norms gradients, List<OfLayer> weights, List<OfLayer> activations) {
    /** @param layer its name, as in the names of its arrays */
    public record OfLayer(String layer, Histogram numbers) {}

    public EpochDiagnosis {
        weights = List.copyOf(weights);
        activations = List.copyOf(activations);
    }
}
