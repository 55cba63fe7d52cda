package latentlab.data;

import java.util.List;
import java.util.Objects;
import latentlab.text.Sentence;

/**
 * What a run learns from and is looked at with.
 *
 * @param name what the window calls it (a brand such as "MNIST" or a folder is the sentence's only value)
 * @param origin how to get it again from the command line: a word such as digits or mnist, or a path
 * @param train training images, the validation part included: see {@link #validationCount()}
 * @param test images that training never sees, of the same shape
 * @param classNames name of each class, by label; empty when there are no labels
 * @param account what loading them did
 * @param request how to get them again, from whatever folder: paths in it are whole
 */
public record Dataset(
        Sentence name,
        String origin,
        ImageSet train,
        ImageSet test,
        List<String> classNames,
        Account account,
        DataRequest request) {
    /** The grid shows this many images, one of each class where there are ten. */
    public static final int SAMPLES = 10;

    public Dataset {
        Objects.requireNonNull(name);
        Objects.requireNonNull(origin);
        Objects.requireNonNull(account);
        Objects.requireNonNull(request);
        classNames = List.copyOf(classNames);
        if (!train.shape().equals(test.shape())) {
            throw new IllegalArgumentException(
                    "training images are " + train.shape() + ", test images " + test.shape());
        }
    }

    /** With nothing to be said of how they were loaded. */
    public Dataset(Sentence name, String origin, ImageSet train, ImageSet test, List<String> classNames) {
        this(name, origin, train, test, classNames, Account.NONE);
    }

    /** With no more to be said than its origin to get it again. */
    public Dataset(
            Sentence name, String origin, ImageSet train, ImageSet test, List<String> classNames, Account account) {
        this(name, origin, train, test, classNames, account, DataRequest.of(origin));
    }

    /** Shape of every image. */
    public ImageShape shape() {
        return train.shape();
    }

    /**
     * The first fifth of the training images is held back for validation, unshuffled, as skorch's ValidSplit(5) (a
     * KFold) takes it; training uses the images from here on.
     */
    public int validationCount() {
        // KFold gives the first folds one image more when the count is no multiple of five.
        return (train.count() + 4) / 5;
    }

    /**
     * Indices of the test images the grid shows, chosen as the notebook does: the first image of the lowest class, from
     * there on the next one of the second class, and so on, so that ten digits give 0, 1, … 9 in a row.
     *
     * <p>A class that does not come any more is looked for from the start. With fewer than {@link #SAMPLES} classes the
     * walk goes round again, with more it takes some of them, evenly spread, and without labels the first images.
     *
     * @return distinct indices, {@link #SAMPLES} of them or as many as there are test images
     */
    public int[] samples() {
        return SampleChoice.of(test, SAMPLES);
    }

    public Dataset withAccount(Account other) {
        return new Dataset(name, origin, train, test, classNames, other, request);
    }

    /** As it was asked for. */
    Dataset askedFor(DataRequest other) {
        return new Dataset(name, origin, train, test, classNames, account, other);
    }

    /** What tells these data from others. Takes some tens of milliseconds for MNIST: it looks at every pixel. */
    public DataIdentity identity() {
        return new DataIdentity(
                name,
                request.origin(),
                request.words(),
                train.count(),
                test.count(),
                shape(),
                classNames,
                ContentHash.of(this));
    }

    /** @return what to call a class; its number where it has no name */
    public String className(int label) {
        return label < classNames.size() ? classNames.get(label) : Integer.toString(label);
    }
}
