package latentlab.data.digits;

import java.util.Arrays;
import java.util.stream.IntStream;
import latentlab.data.ImageSet;

/**
 * Classifies images by the majority of their three nearest neighbours, Euclidean on pixels; a tie goes to the nearest.
 */
final class NearestNeighbours {
    private static final int NEIGHBOURS = 3;
    /** Training images compared at a time: their pixels stay in the cache. */
    private static final int BLOCK = 512;

    private final int[] labels;
    /** For each block, shape [pixels, BLOCK]: a loop over the images of a block compiles to vector instructions. */
    private final float[][] blocks;
    /** Squared length of each training image, padded to whole blocks with infinity, which is never near. */
    private final float[] squares;

    /** @param count how many of the training images to use, from the first on */
    NearestNeighbours(ImageSet train, int count) {
        labels = train.labels();
        blocks = new float[(count + BLOCK - 1) / BLOCK][train.size() * BLOCK];
        squares = new float[blocks.length * BLOCK];
        Arrays.fill(squares, count, squares.length, Float.POSITIVE_INFINITY);
        for (int i = 0; i < count; i++) {
            for (int pixel = 0; pixel < train.size(); pixel++) {
                float ink = train.pixels()[i * train.size() + pixel] & 0xFF;
                blocks[i / BLOCK][pixel * BLOCK + i % BLOCK] = ink;
                squares[i] += ink * ink;
            }
        }
    }

    /** @return the fraction of the images whose class is recognised */
    double accuracy(ImageSet test) {
        long right = IntStream.range(0, test.count())
                .parallel()
                .filter(i -> classify(test, i) == test.label(i))
                .count();
        return right / (double) test.count();
    }

    private int classify(ImageSet images, int index) {
        int[] nearest = new int[NEIGHBOURS];
        float[] distances = new float[NEIGHBOURS];
        Arrays.fill(distances, Float.POSITIVE_INFINITY);
        float[] distance = new float[BLOCK];
        for (int block = 0; block < blocks.length; block++) {
            // |a - b|² = |a|² - 2ab + |b|², and |b|² is the same for all.
            System.arraycopy(squares, block * BLOCK, distance, 0, BLOCK);
            for (int pixel = 0; pixel < images.size(); pixel++) {
                int ink = images.pixels()[index * images.size() + pixel] & 0xFF;
                if (ink != 0) {
                    add(distance, -2f * ink, blocks[block], pixel * BLOCK);
                }
            }
            for (int i = 0; i < BLOCK; i++) {
                keep(nearest, distances, block * BLOCK + i, distance[i]);
            }
        }
        return labels[nearest[1]] == labels[nearest[2]] ? labels[nearest[1]] : labels[nearest[0]];
    }

    private static void add(float[] sum, float factor, float[] values, int offset) {
        for (int i = 0; i < BLOCK; i++) {
            sum[i] += factor * values[offset + i];
        }
    }

    private static void keep(int[] nearest, float[] distances, int candidate, float distance) {
        int place = NEIGHBOURS;
        while (place > 0 && distance < distances[place - 1]) {
            place--;
        }
        for (int i = NEIGHBOURS - 1; i > place; i--) {
            nearest[i] = nearest[i - 1];
            distances[i] = distances[i - 1];
        }
        if (place < NEIGHBOURS) {
            nearest[place] = candidate;
            distances[place] = distance;
        }
    }
}
