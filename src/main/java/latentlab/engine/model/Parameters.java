package latentlab.engine.model;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import latentlab.engine.kernels.Floats;
import latentlab.engine.layer.Layer;

/**
 * A model's parameters, or anything of their shape such as gradients, in one native block, with a view of each array.
 * Weights that their layers turn ({@link Layer#turnsWeight}) lie there in another order than in the flat array.
 */
public final class Parameters {
    /** All numbers in the order of the native memory: for what does the same to each of them. */
    public final Floats all;

    private final Map<String, Floats> arrays = new HashMap<>();
    private final List<Autoencoder.ParameterArray> turned;

    public Parameters(Autoencoder model) {
        all = Floats.matrix(model.parameterCount(), 1);
        turned = model.layers().stream()
                .filter(Layer::turnsWeight)
                .map(layer -> model.array(layer.weight()))
                .toList();
        for (Autoencoder.ParameterArray array : model.arrays()) {
            boolean turns = turned.contains(array);
            int rows = turns ? array.rows() : array.columns();
            arrays.put(array.name(), all.view(array.offset(), rows, turns ? array.columns() : array.rows()));
        }
    }

    /**
     * @return [columns, rows] column-major, which is PyTorch's [rows, columns] row-major; [rows, columns] column-major
     *     of a weight that its layer turns
     */
    public Floats array(String name) {
        return arrays.get(name);
    }

    /** @param flat as {@link Autoencoder#arrays()} has them */
    public void set(float[] flat) {
        all.set(flat);
        for (Autoencoder.ParameterArray array : turned) {
            float[] turn = new float[array.length()];
            for (int row = 0; row < array.rows(); row++) {
                int from = array.offset() + row * array.columns();
                for (int column = 0; column < array.columns(); column++) {
                    turn[column * array.rows() + row] = flat[from + column];
                }
            }
            arrays.get(array.name()).set(turn);
        }
    }

    /** @return a copy, as {@link Autoencoder#arrays()} has them */
    public float[] flat() {
        float[] flat = new float[all.length()];
        all.get(flat);
        for (Autoencoder.ParameterArray array : turned) {
            float[] turn = new float[array.length()];
            arrays.get(array.name()).get(turn);
            for (int row = 0; row < array.rows(); row++) {
                int to = array.offset() + row * array.columns();
                for (int column = 0; column < array.columns(); column++) {
                    flat[to + column] = turn[column * array.rows() + row];
                }
            }
        }
        return flat;
    }

    /** @param place in the flat array */
    public float at(int place) {
        MemorySegment numbers = all.segment();
        for (Autoencoder.ParameterArray array : turned) {
            int within = place - array.offset();
            if (within >= 0 && within < array.length()) {
                int row = within / array.columns();
                int column = within % array.columns();
                return numbers.getAtIndex(JAVA_FLOAT, array.offset() + (long) column * array.rows() + row);
            }
        }
        return numbers.getAtIndex(JAVA_FLOAT, place);
    }

    public void close() {
        all.close();
    }
}
