package latentlab.embedding;

import java.util.Arrays;

/**
 * Probabilities that points are each other's neighbours, as in t-SNE (van der Maaten & Hinton 2008): around each point
 * a Gaussian over its nearest neighbours, as wide as the perplexity demands, made symmetric and summing to 1 over all
 * pairs. A sparse matrix in row order; rows are padded with zeros to a multiple of {@link MapKernels#PADDING}.
 *
 * @param starts start of each row, shape [count + 1]
 * @param columns of the elements, ascending in a row; the padding has the row's own index
 * @param values of the elements
 */
record JointProbabilities(int[] starts, int[] columns, float[] values) {
    private static final int STEPS = 100;
    /** Tolerance of the entropy, in nats; scikit-learn's. */
    private static final double TOLERANCE = 1e-5;

    /** Rows in one part of the work. */
    private static final int PART = 512;

    int count() {
        return starts.length - 1;
    }

    /** @param perplexity at least 1, less than the number of points */
    static JointProbabilities of(Neighbours neighbours, double perplexity, Workers workers) {
        int count = neighbours.count();
        int k = neighbours.k();
        float[] conditional = new float[count * k];
        workers.share((count + PART - 1) / PART, (worker, part) -> {
            double[] row = new double[k];
            for (int i = part * PART; i < Math.min(count, (part + 1) * PART); i++) {
                conditional(neighbours.squared(), i * k, row, Math.log(perplexity));
                for (int j = 0; j < k; j++) {
                    conditional[i * k + j] = (float) row[j];
                }
            }
        });
        return symmetric(neighbours, conditional, workers);
    }

    /**
     * Finds the precision of the Gaussian by bisection, with scikit-learn's steps.
     *
     * @param squared squared distances to the neighbours of a point from {@code at} on, ascending
     * @param row receives the neighbours' probabilities; its length is their number
     * @param entropy of these probabilities, in nats: the logarithm of the perplexity
     */
    static void conditional(float[] squared, int at, double[] row, double entropy) {
        double beta = 1;
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        double nearest = squared[at];
        for (int step = 0; step < STEPS; step++) {
            double sum = 0;
            double moment = 0;
            for (int j = 0; j < row.length; j++) {
                double distance = squared[at + j] - nearest;
                row[j] = Math.exp(-beta * distance);
                sum += row[j];
                moment += distance * row[j];
            }
            double difference = Math.log(sum) + beta * moment / sum - entropy;
            for (int j = 0; j < row.length; j++) {
                row[j] /= sum;
            }
            if (Math.abs(difference) <= TOLERANCE) {
                return;
            }
            if (difference > 0) {
                low = beta;
                beta = high == Double.POSITIVE_INFINITY ? beta * 2 : (beta + high) / 2;
            } else {
                high = beta;
                beta = low == Double.NEGATIVE_INFINITY ? beta / 2 : (beta + low) / 2;
            }
        }
    }

    private static JointProbabilities symmetric(Neighbours neighbours, float[] conditional, Workers workers) {
        int count = neighbours.count();
        int k = neighbours.k();
        int[] indices = neighbours.indices();
        int[] lengths = new int[count];
        Arrays.fill(lengths, k);
        for (int index : indices) {
            lengths[index]++;
        }
        // Each row's elements and those of its column, as numbers: the column in the upper bits, the value's bits
        // below.
        int[] offsets = new int[count + 1];
        for (int i = 0; i < count; i++) {
            offsets[i + 1] = offsets[i] + lengths[i];
        }
        long[] elements = new long[offsets[count]];
        int[] ends = Arrays.copyOf(offsets, count);
        for (int i = 0; i < count; i++) {
            for (int e = i * k; e < (i + 1) * k; e++) {
                long bits = Float.floatToRawIntBits(conditional[e]);
                elements[ends[i]++] = (long) indices[e] << 32 | bits;
                elements[ends[indices[e]]++] = (long) i << 32 | bits;
            }
        }
        workers.share((count + PART - 1) / PART, (worker, part) -> {
            for (int i = part * PART; i < Math.min(count, (part + 1) * PART); i++) {
                Arrays.sort(elements, offsets[i], offsets[i + 1]);
                ends[i] = merge(elements, offsets[i], offsets[i + 1]);
            }
        });
        int[] starts = new int[count + 1];
        double total = 0;
        for (int i = 0; i < count; i++) {
            int padded = (ends[i] - offsets[i] + MapKernels.PADDING - 1) / MapKernels.PADDING * MapKernels.PADDING;
            starts[i + 1] = Math.addExact(starts[i], padded);
            for (int e = offsets[i]; e < ends[i]; e++) {
                total += value(elements[e]);
            }
        }
        int[] columns = new int[starts[count]];
        float[] values = new float[starts[count]];
        for (int i = 0; i < count; i++) {
            Arrays.fill(columns, starts[i], starts[i + 1], i);
            for (int e = offsets[i]; e < ends[i]; e++) {
                int at = starts[i] + e - offsets[i];
                columns[at] = (int) (elements[e] >>> 32);
                values[at] = (float) (value(elements[e]) / total);
            }
        }
        return new JointProbabilities(starts, columns, values);
    }

    /** Adds up elements of the same column. @return the end of the merged elements */
    private static int merge(long[] elements, int from, int to) {
        int end = from;
        for (int e = from; e < to; e++) {
            boolean same = end > from && elements[end - 1] >>> 32 == elements[e] >>> 32;
            if (same) {
                float sum = value(elements[end - 1]) + value(elements[e]);
                elements[end - 1] = elements[e] >>> 32 << 32 | Float.floatToRawIntBits(sum);
            } else {
                elements[end++] = elements[e];
            }
        }
        return end;
    }

    private static float value(long element) {
        return Float.intBitsToFloat((int) element);
    }
}
