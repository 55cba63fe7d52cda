package latentlab.data;

import java.nio.file.Path;
import java.util.stream.IntStream;
import latentlab.text.Problem;

/** Training images and the test images that training never sees. */
public record Split(ImageSet train, ImageSet test) {
    /** Where a source has no test images of its own, one image in so many is held back. */
    public static final int HOLD_BACK = 6;

    /** One image to train on, one to validate with. */
    private static final int MIN_TRAIN = 2;

    /**
     * Holds every sixth image back, so that a file sorted by class gives test images of every class.
     *
     * @throws Problem if there are fewer than three images
     */
    public static Split holdingBack(ImageSet all, Path source) throws Problem {
        if (all.count() < MIN_TRAIN + 1) {
            throw DataProblems.tooFew(source, all.count(), MIN_TRAIN + 1);
        }
        int step = Math.min(HOLD_BACK, all.count());
        int[] train = IntStream.range(0, all.count())
                .filter(i -> i % step != step - 1)
                .toArray();
        int[] test = IntStream.range(0, all.count())
                .filter(i -> i % step == step - 1)
                .toArray();
        return new Split(all.pick(train), all.pick(test));
    }

    /** @throws Problem if there are too few training images to train and validate with */
    public static Split of(ImageSet train, ImageSet test, Path source) throws Problem {
        if (train.count() < MIN_TRAIN) {
            throw DataProblems.tooFew(source, train.count(), MIN_TRAIN);
        }
        return new Split(train, test);
    }
}
