package latentlab.data.arrays;

import java.nio.file.Path;
import java.util.Arrays;
import latentlab.data.DataProblems;
import latentlab.text.Problem;

/**
 * Images of one array, with their labels.
 *
 * @param numbers shape [count, …]
 * @param layout of each image
 * @param labels one for each image, or null
 */
public record ArrayImages(NumberArray numbers, ImageLayout layout, Labels labels) {
    /** @throws Problem if there is not one label for each image */
    public static ArrayImages of(NumberArray numbers, ImageLayout layout, Labels labels) throws Problem {
        if (labels != null && labels.count() != numbers.count()) {
            throw Problem.of("data.idx.counts", numbers.place(), numbers.count(), labels.place(), labels.count());
        }
        return new ArrayImages(numbers, layout, labels);
    }

    /**
     * @param source the file, for sentences
     * @return these, with some of the same type and shape after them; null where those are of another
     * @throws Problem if there is no room for them together
     */
    public ArrayImages and(ArrayImages more, Path source) throws Problem {
        boolean alike = numbers.type() == more.numbers.type()
                && numbers.order() == more.numbers.order()
                && layout.equals(more.layout)
                && (labels == null) == (more.labels == null);
        if (!alike) {
            return null;
        }
        long bytes = (long) numbers.bytes().length + more.numbers.bytes().length;
        DataProblems.checkMemory(source, bytes);
        byte[] all = Arrays.copyOf(numbers.bytes(), (int) bytes);
        System.arraycopy(more.numbers.bytes(), 0, all, numbers.bytes().length, more.numbers.bytes().length);
        int[] shape = numbers.shape().clone();
        shape[0] += more.numbers.count();
        return new ArrayImages(
                new NumberArray(numbers.place(), numbers.type(), shape, numbers.order(), all),
                layout,
                labels == null ? null : labels.and(more.labels));
    }
}
