package latentlab.data;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.stream.IntStream;
import latentlab.text.Problem;

/** Training images and the test images that training never sees. */
public record Split(ImageSet train, ImageSet test) {
    /** Where a source has no test images of its own, one image in so many is held back. */
    public static final int HOLD_BACK = 6;

    /** One image to train on, one to validate with. */
    private static final int MIN_TRAIN = 2;

    /**
     * Holds every sixth image of each class back, so that the test part has all classes whatever their order; every
     * sixth of all where there are no labels.
     *
     * @throws Problem if there are fewer than three images
     */
    public static Split holdingBack(ImageSet all, Path source) throws Problem {
        if (all.count() < MIN_TRAIN + 1) {
            throw DataProblems.tooFew(source, all.count(), MIN_TRAIN + 1);
        }
        int step = Math.min(HOLD_BACK, all.count());
        BitSet held = new BitSet();
        int[] seen = new int[Math.max(1, all.classes())];
        for (int i = 0; i < all.count(); i++) {
            // Each class begins at another place, or small ones would never have their turn.
            int label = Math.max(0, all.label(i));
            held.set(i, (seen[label]++ + label) % step == step - 1);
        }
        if (held.isEmpty()) {
            held.set(all.count() - 1);
        }
        int[] train = IntStream.range(0, all.count()).filter(i -> !held.get(i)).toArray();
        return of(all.pick(train), all.pick(held.stream().toArray()), source);
    }

    /** @throws Problem if there are too few training images to train and validate with */
    public static Split of(ImageSet train, ImageSet test, Path source) throws Problem {
        if (train.count() < MIN_TRAIN) {
            throw DataProblems.tooFew(source, train.count(), MIN_TRAIN);
        }
        return new Split(train, test);
    }
}
