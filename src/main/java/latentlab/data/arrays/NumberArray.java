package latentlab.data.arrays;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Numbers as a file has them, in any range. They are shared, not copied: nobody writes to them.
 *
 * @param place the file, or the array within it, for sentences
 * @param type of each number
 * @param shape at least one dimension, of which the first counts images or labels; at most 2^31 - 1 bytes in all
 * @param order of the bytes of each number
 * @param bytes the last dimension goes fastest
 */
public record NumberArray(String place, NumberType type, int[] shape, ByteOrder order, byte[] bytes) {
    public NumberArray {
        long numbers = Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact);
        if (shape.length == 0 || numbers * type.bytes() != bytes.length) {
            throw new IllegalArgumentException(bytes.length + " bytes are not " + written(shape) + " of " + type);
        }
    }

    /** Images or labels. */
    public int count() {
        return shape[0];
    }

    /** Numbers of each image or label. */
    public int size() {
        return Arrays.stream(shape, 1, shape.length).reduce(1, (a, b) -> a * b);
    }

    /** @return each number as the nearest that a float can be */
    public float[] floats() {
        Reader reader = reader();
        float[] floats = new float[bytes.length / type.bytes()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) reader.at(i);
        }
        return floats;
    }

    /** For reading them fast. */
    Reader reader() {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(order);
        return index -> type.at(buffer, index);
    }

    /** Gives the number at an index, from 0 on. */
    interface Reader {
        double at(int index);
    }

    /** @return the same numbers in another shape */
    public NumberArray reshaped(int... newShape) {
        return new NumberArray(place, type, newShape, order, bytes);
    }

    /** @return the shape as NumPy writes it: (60000, 28, 28) */
    public static String written(int... shape) {
        String sizes = Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        return "(" + sizes + (shape.length == 1 ? ",)" : ")");
    }
}
