package latentlab.engine.layer;

import java.util.List;
import latentlab.engine.kernels.Floats;
import latentlab.engine.kernels.Kernels;
import latentlab.engine.settings.Loss;

/**
 * A layer with the numbers of its parameters and the room for their gradient, backwards. Matrices have an image a
 * column; a delta is the derivative of the batch's loss by the sums that go into a layer's outputs.
 */
public interface LayerBackward {
    /**
     * Of a model's last layer: activation, loss, delta and the bias's gradient in one.
     *
     * @param z products, [outputs, count]; left as the delta
     * @param x the images, [outputs, count]
     * @param scale what the sum of the loss is multiplied by to be the batch's loss
     * @return sum of the loss over images and pixels
     */
    double outputDelta(Kernels kernels, Loss loss, Floats z, Floats x, int count, float scale);

    /**
     * Of all other layers: delta and the bias's gradient.
     *
     * @param delta derivative by the layer's outputs, [outputs, count]; left as the delta
     * @param output what the layer has put out, [outputs, count]
     * @param kept what the way forward has left, see {@link LayerForward#products}
     */
    void hiddenDelta(Kernels kernels, Floats delta, Floats output, List<Floats> kept, int count);

    /**
     * below [inputs, batch] = the derivative by the layer's inputs that its delta [outputs, batch] comes to.
     *
     * @param kept see {@link #hiddenDelta}
     */
    void inputDelta(Floats delta, Floats below, List<Floats> kept);

    /**
     * The gradient of the layer's weight, from its inputs x [inputs, batch] and its delta [outputs, batch].
     *
     * @param kept see {@link #hiddenDelta}
     */
    void weightGradient(Floats x, Floats delta, List<Floats> kept);
}
