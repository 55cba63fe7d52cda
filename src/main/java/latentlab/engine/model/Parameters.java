package latentlab.engine.model;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import latentlab.engine.kernels.Floats;
import latentlab.engine.layer.Layer;
import latentlab.engine.layer.LayerArray;
import latentlab.engine.layer.NativeOrder;

/**
 * A model's parameters, or anything of their shape such as gradients, in one native block, with a view of each array.
 * Some lie there in another order than in the flat array: see {@link Layer#order}.
 */
public final class Parameters {
    /** An array of another order. */
    private record Placed(Autoencoder.ParameterArray array, NativeOrder order) {
        boolean has(int place) {
            return place >= array.offset() && place < array.offset() + array.length();
        }

        int place(int index) {
            return order.place().applyAsInt(index);
        }
    }

    /** All numbers in the order of the native memory: for what does the same to each of them. */
    public final Floats all;

    private final Map<String, Floats> arrays = new HashMap<>();
    private final List<Placed> placed = new ArrayList<>();

    public Parameters(Autoencoder model) {
        all = Floats.matrix(model.parameterCount(), 1);
        for (Layer layer : model.layers()) {
            for (LayerArray array : layer.arrays()) {
                if (array.isOwn()) {
                    add(model.array(array.name()), layer.order(array));
                }
            }
        }
    }

    private void add(Autoencoder.ParameterArray array, NativeOrder order) {
        arrays.put(array.name(), all.view(array.offset(), order.rows(), order.columns()));
        if (!order.listed()) {
            placed.add(new Placed(array, order));
        }
    }

    /** @return a column-major matrix as the layer's {@link Layer#order} says */
    public Floats array(String name) {
        return arrays.get(name);
    }

    /** @param flat as {@link Autoencoder#arrays()} has them */
    public void set(float[] flat) {
        all.set(flat);
        for (Placed each : placed) {
            float[] there = new float[each.array.length()];
            for (int i = 0; i < there.length; i++) {
                there[each.place(i)] = flat[each.array.offset() + i];
            }
            arrays.get(each.array.name()).set(there);
        }
    }

    /** @return a copy, as {@link Autoencoder#arrays()} has them */
    public float[] flat() {
        float[] flat = new float[all.length()];
        all.get(flat);
        for (Placed each : placed) {
            float[] there = new float[each.array.length()];
            arrays.get(each.array.name()).get(there);
            for (int i = 0; i < there.length; i++) {
                flat[each.array.offset() + i] = there[each.place(i)];
            }
        }
        return flat;
    }

    /** @param place in the flat array */
    public float at(int place) {
        MemorySegment numbers = all.segment();
        for (Placed each : placed) {
            if (each.has(place)) {
                int from = each.array.offset();
                return numbers.getAtIndex(JAVA_FLOAT, from + (long) each.place(place - from));
            }
        }
        return numbers.getAtIndex(JAVA_FLOAT, place);
    }

    public void close() {
        all.close();
    }
}
