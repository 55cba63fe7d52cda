package latentlab.data.arrays;

import java.util.Arrays;
import latentlab.text.Problem;

/**
 * The class of each image, as a file has it.
 *
 * @param place the file, or the array within it, for sentences
 * @param numbers shape [count], or null
 * @param texts shape [count], where there are no numbers
 * @param oneHot whether they were told by rows with a single 1
 */
public record Labels(String place, long[] numbers, String[] texts, boolean oneHot) {
    /** Doubles are whole numbers without a gap up to here. */
    private static final double MOST = 1L << 53;

    public static Labels of(String place, long... numbers) {
        return new Labels(place, numbers, null, false);
    }

    public static Labels of(String place, String... texts) {
        return new Labels(place, null, texts, false);
    }

    /**
     * @param array shape [count], [count, 1], or [count, classes] where each row has a single 1 among zeros
     * @throws Problem if it is no such array, or has fractions
     */
    public static Labels of(NumberArray array) throws Problem {
        return array.size() == 1 && array.shape().length <= 2 ? column(array, 0) : oneHot(array);
    }

    /** @return one of the columns of [count, columns] */
    public static Labels column(NumberArray array, int column) throws Problem {
        NumberArray.Reader reader = array.reader();
        int columns = array.size();
        long[] labels = new long[array.count()];
        for (int i = 0; i < labels.length; i++) {
            double label = reader.at(i * columns + column);
            if (label != Math.rint(label) || Math.abs(label) > MOST) {
                throw Problem.of("data.labels.fractions", array.place(), Double.toString(label), i);
            }
            labels[i] = (long) label;
        }
        return of(array.place(), labels);
    }

    private static Labels oneHot(NumberArray array) throws Problem {
        NumberArray.Reader reader = array.reader();
        int columns = array.size();
        long[] labels = new long[array.count()];
        for (int i = 0; i < labels.length; i++) {
            int ones = 0;
            for (int column = 0; column < columns; column++) {
                double value = reader.at(i * columns + column);
                if (value == 1) {
                    ones++;
                    labels[i] = column;
                } else if (value != 0) {
                    ones = columns;
                }
            }
            if (ones != 1 || array.shape().length != 2) {
                throw Problem.of("data.labels.shape", array.place(), NumberArray.written(array.shape()));
            }
        }
        return new Labels(array.place(), labels, null, true);
    }

    public int count() {
        return numbers == null ? texts.length : numbers.length;
    }

    /** @return these, and more of the same kind after them */
    Labels and(Labels more) {
        if (numbers != null && more.numbers != null) {
            long[] all = Arrays.copyOf(numbers, count() + more.count());
            System.arraycopy(more.numbers, 0, all, count(), more.count());
            return new Labels(place, all, null, oneHot);
        }
        String[] all = Arrays.copyOf(written(), count() + more.count());
        System.arraycopy(more.written(), 0, all, count(), more.count());
        return of(place, all);
    }

    /** @return the labels as texts */
    String[] written() {
        return texts != null
                ? texts
                : Arrays.stream(numbers).mapToObj(Long::toString).toArray(String[]::new);
    }
}
