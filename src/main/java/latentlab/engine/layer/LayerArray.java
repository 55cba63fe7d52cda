package latentlab.engine.layer;

import java.util.List;

/**
 * One parameter array a layer computes with, in PyTorch's naming and row-major layout.
 *
 * @param name e.g. {@code encoder.weight}, or {@code encoder.0.weight} where there are several layers
 * @param shape outputs first, then what each of them has, e.g. [784, 20]; [784] of a bias
 * @param sharedWith another layer's array, which this one is a transposed view of; null where the array is the layer's
 *     own
 */
public record LayerArray(String name, List<Integer> shape, String sharedWith) {
    public LayerArray {
        shape = List.copyOf(shape);
    }

    static LayerArray own(String name, Integer... shape) {
        return new LayerArray(name, List.of(shape), null);
    }

    /** Whether its numbers are the layer's own. */
    public boolean isOwn() {
        return sharedWith == null;
    }

    /** Numbers in it, also where they are another layer's. */
    public long length() {
        return shape.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
    }

    /** Numbers it adds to the model: 0 where it is shared. */
    public long count() {
        return isOwn() ? length() : 0;
    }

    /**
     * In PyTorch's notation, which is the same in every language, e.g. "decoder.weight [784, 20] = encoder.weight.T".
     */
    public String text() {
        return name + " " + shape + (isOwn() ? "" : " = " + sharedWith + ".T");
    }
}
