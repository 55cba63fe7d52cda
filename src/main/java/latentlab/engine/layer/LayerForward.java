package latentlab.engine.layer;

import java.lang.foreign.MemorySegment;
import java.util.List;
import latentlab.engine.kernels.Floats;
import latentlab.engine.kernels.Kernels;
import latentlab.engine.settings.Loss;

/** A layer with the numbers of its parameters, forwards. Matrices have an image a column. */
public interface LayerForward {
    /**
     * z [outputs, batch] = what the layer makes of x [inputs, batch], before bias and activation.
     *
     * @param kept receives what the way back needs: as many as {@link Layer#kept}, each [numbers, batch]
     */
    void products(Floats x, Floats z, List<Floats> kept);

    /**
     * z [outputs, batch] = activation(z + bias).
     *
     * @param count images in the batch
     */
    void activate(Kernels kernels, Floats z, int count);

    /**
     * Of a model's last layer: activation and loss in one.
     *
     * @param z products, [outputs, count]; left as activation(z + bias)
     * @param x the images, [outputs, count]
     * @return sum of the loss over images and pixels
     */
    double loss(Kernels kernels, Loss loss, MemorySegment z, MemorySegment x, int count);
}
