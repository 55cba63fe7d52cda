package latentlab.data;

import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Chooses the images of the grid, see {@link Dataset#samples()}. */
final class SampleChoice {
    private final boolean[] taken;

    private SampleChoice(int count) {
        taken = new boolean[count];
    }

    /** @return min(wanted, images.count()) distinct indices */
    static int[] of(ImageSet images, int wanted) {
        int count = Math.min(wanted, images.count());
        if (!images.labelled()) {
            return IntStream.range(0, count).toArray();
        }
        int[] classes = IntStream.range(0, images.count())
                .map(images::label)
                .distinct()
                .sorted()
                .toArray();
        SampleChoice choice = new SampleChoice(images.count());
        int[] chosen = new int[count];
        int from = 0;
        for (int i = 0; i < count; i++) {
            // Of more classes than images some all over the range, so that the last ones are seen too.
            int place = classes.length > count ? (int) ((long) i * classes.length / count) : i % classes.length;
            int label = classes[place];
            chosen[i] = choice.take(from, index -> images.label(index) == label);
            from = chosen[i] + 1;
        }
        return chosen;
    }

    /**
     * The next wanted image; otherwise the first wanted one; otherwise the first of any class. None of them taken
     * before.
     */
    private int take(int from, IntPredicate wanted) {
        int index = first(from, wanted)
                .orElseGet(() ->
                        first(0, wanted).orElseGet(() -> first(0, any -> true).orElseThrow()));
        taken[index] = true;
        return index;
    }

    private OptionalInt first(int from, IntPredicate wanted) {
        return IntStream.range(from, taken.length)
                .filter(index -> !taken[index] && wanted.test(index))
                .findFirst();
    }
}
