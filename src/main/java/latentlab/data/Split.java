package latentlab.data;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/** Training images and the test images that training never sees. */
public record Split(ImageSet train, ImageSet test) {
    /** One image to train on, one to validate with. */
    private static final int MIN_TRAIN = 2;

    /**
     * Holds images back to test with, see {@link HeldBack}.
     *
     * @throws Problem if there are fewer than three images
     */
    public static Split holdingBack(ImageSet all, Path source) throws Problem {
        if (all.count() < MIN_TRAIN + 1) {
            throw DataProblems.tooFew(source, all.count(), MIN_TRAIN + 1);
        }
        List<Integer> classes = IntStream.range(0, all.count())
                .mapToObj(i -> all.labelled() ? all.label(i) : 0)
                .toList();
        BitSet held = HeldBack.of(classes);
        int[] train = IntStream.range(0, all.count()).filter(i -> !held.get(i)).toArray();
        return new Split(all.pick(train), all.pick(held.stream().toArray()));
    }

    /** How the test images of this came about, where they were held back. */
    public Sentence heldBack() {
        return Sentence.of(
                test.labelled() ? "data.parts.heldOfClasses" : "data.parts.held",
                test.count(),
                train.count() + test.count());
    }

    /** @throws Problem if there are too few training images to train and validate with */
    public static Split of(ImageSet train, ImageSet test, Path source) throws Problem {
        if (train.count() < MIN_TRAIN) {
            throw DataProblems.tooFew(source, train.count(), MIN_TRAIN);
        }
        return new Split(train, test);
    }
}
