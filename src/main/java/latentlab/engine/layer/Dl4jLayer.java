package latentlab.engine.layer;

import java.util.Map;
import java.util.function.Function;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What a layer is in a DL4J network. An interface of its own, so that only who asks for it loads DL4J's classes. */
public interface Dl4jLayer {
    org.deeplearning4j.nn.conf.layers.Layer configuration();

    /**
     * @param ours the model's arrays by name, in PyTorch's shapes
     * @return all arrays of DL4J's layer by DL4J's names, in its shapes
     */
    Map<String, INDArray> theirs(Function<String, INDArray> ours);

    /**
     * @param theirs as {@link #theirs} returns them
     * @return the layer's own arrays by name, in PyTorch's shapes as far as theirs have them
     */
    Map<String, INDArray> ours(Function<String, INDArray> theirs);
}
