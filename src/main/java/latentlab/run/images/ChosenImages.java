package latentlab.run.images;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import latentlab.data.Dataset;
import latentlab.run.Run;

/**
 * The test images that the grid shows, from left to right, and how they were chosen.
 *
 * @param how they were chosen
 * @param number the seed of random ones, the label of those of a class, the epoch at which they were the worst or best;
 *     0 for others
 * @param run id of the run that had them as its worst or best; null for others
 * @param indices each once, {@link Dataset#SAMPLES} at most
 */
public record ChosenImages(How how, long number, String run, List<Integer> indices) {
    /** Ways to choose. */
    public enum How {
        /** One of each class, see {@link Dataset#samples()}. */
        NOTEBOOK,
        /** One by one. */
        HAND,
        /** Drawn from all of them. */
        RANDOM,
        /** The first of one class. */
        CLASS,
        /** Those with the largest errors. */
        WORST,
        /** Those with the smallest errors. */
        BEST,
        /** The first of those that are selected. */
        SELECTION
    }

    public ChosenImages {
        indices = List.copyOf(indices);
        if (indices.size() > Dataset.SAMPLES) {
            throw new IllegalArgumentException(indices.size() + " images in the grid");
        }
    }

    private static ChosenImages of(How how, long number, IntStream images) {
        return new ChosenImages(
                how, number, null, images.limit(Dataset.SAMPLES).boxed().toList());
    }

    /** As a run shows them where nobody has chosen others. */
    public static ChosenImages notebook(Run run) {
        return of(How.NOTEBOOK, 0, IntStream.of(run.samples()));
    }

    /** The first of these, each once. */
    public static ChosenImages byHand(int... images) {
        return of(How.HAND, 0, IntStream.of(images).distinct());
    }

    /** The first of those that are selected. */
    public static ChosenImages selected(int... images) {
        return of(How.SELECTION, 0, IntStream.of(images));
    }

    /** The same images for the same seed, whatever the machine. */
    public static ChosenImages random(Dataset dataset, long seed) {
        int count = dataset.test().count();
        IntStream drawn = count == 0
                ? IntStream.empty()
                : new Random(seed).ints(0, count).distinct().limit(Math.min(count, Dataset.SAMPLES));
        return of(How.RANDOM, seed, drawn);
    }

    /** The first of a class. */
    public static ChosenImages ofClass(Dataset dataset, int label) {
        return of(
                How.CLASS,
                label,
                IntStream.range(0, dataset.test().count())
                        .filter(image -> dataset.test().label(image) == label));
    }

    /**
     * The worst or the best after an epoch.
     *
     * @param wanted whether they are still asked for
     * @throws java.util.concurrent.CancellationException if they are not
     */
    public static ChosenImages ranked(ErrorRanking order, Run run, int epoch, BooleanSupplier wanted) {
        int[] first = order.first(Dataset.SAMPLES, run, epoch, wanted);
        How how = order == ErrorRanking.WORST ? How.WORST : How.BEST;
        return new ChosenImages(
                how, epoch, run.id(), IntStream.of(first).boxed().toList());
    }

    public int[] inOrder() {
        return indices.stream().mapToInt(Integer::intValue).toArray();
    }

    /** @return the same images in this order */
    public ChosenImages inOrder(List<Integer> order) {
        // Neither the notebook's nor the selection's, which have an order of their own.
        boolean orderly = how == How.NOTEBOOK || how == How.SELECTION;
        return orderly ? new ChosenImages(How.HAND, 0, null, order) : new ChosenImages(how, number, run, order);
    }

    /** @return the same with one image moved to another column, those between them closing up */
    public ChosenImages moved(int from, int to) {
        List<Integer> order = new ArrayList<>(indices);
        order.add(to, order.remove(from));
        return inOrder(order);
    }

    /** @return the same with another image in a column; if it is in the grid already, the two change places */
    public ChosenImages replaced(int column, int image) {
        List<Integer> order = new ArrayList<>(indices);
        int there = order.indexOf(image);
        if (there >= 0) {
            order.set(there, order.get(column));
        }
        order.set(column, image);
        return new ChosenImages(How.HAND, 0, null, order);
    }

    /** @return the same without the image of a column */
    public ChosenImages without(int column) {
        List<Integer> order = new ArrayList<>(indices);
        order.remove(column);
        return new ChosenImages(How.HAND, 0, null, order);
    }
}
