package latentlab.engine.model;

import java.util.HashMap;
import java.util.Map;
import latentlab.engine.kernels.Floats;

/**
 * A model's parameters, or anything of their shape such as gradients, in one native block, with a view of each array.
 */
public final class Parameters {
    public final Floats all;
    private final Map<String, Floats> arrays = new HashMap<>();

    public Parameters(Autoencoder model) {
        all = Floats.matrix(model.parameterCount(), 1);
        for (Autoencoder.ParameterArray array : model.arrays()) {
            arrays.put(array.name(), all.view(array.offset(), array.columns(), array.rows()));
        }
    }

    /** @return [columns, rows] column-major, which is PyTorch's [rows, columns] row-major */
    public Floats array(String name) {
        return arrays.get(name);
    }

    public void close() {
        all.close();
    }
}
