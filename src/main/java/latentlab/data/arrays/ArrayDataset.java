package latentlab.data.arrays;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import latentlab.data.Account;
import latentlab.data.DataProblems;
import latentlab.data.Dataset;
import latentlab.data.ImageOptions;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.data.Split;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * Makes a dataset of arrays of images and labels, whatever kind of file they were in: numbers become intensities,
 * labels classes, and where there are no test images of use some of the others are held back.
 *
 * @param source that the user named, or the folder of it, for sentences
 * @param name of the dataset
 * @param origin how to get it again from the command line
 * @param options that a user has chosen
 * @param names files that may name classes, the best first
 * @param account what there is to say already
 */
public record ArrayDataset(
        Path source, Sentence name, String origin, ImageOptions options, List<LabelNames> names, Account account) {
    /**
     * @param train training images
     * @param test test images, or null
     * @throws Problem if training and test images are of different shapes, or there are too few
     */
    public Dataset of(ArrayImages train, ArrayImages test, Progress progress) throws Problem {
        return of(train, test, false, progress);
    }

    /**
     * As {@link #of(ArrayImages, ArrayImages, Progress)}.
     *
     * @param standsIn whether images for validation are the test images, as there are no others
     */
    public Dataset of(ArrayImages train, ArrayImages test, boolean standsIn, Progress progress) throws Problem {
        Account said = account;
        ArrayImages tested = test;
        if (test != null && test.numbers().count() == 0) {
            tested = null;
        } else if (test != null && test.labels() == null && train.labels() != null) {
            // Of no use to see which class is where, and one that training has is as good to look at.
            String file = test.numbers().place();
            List<String> rows = IntStream.range(0, test.numbers().count())
                    .mapToObj(i -> file + "[" + i + "]")
                    .toList();
            said = said.withLeftOut(Sentence.of("data.array.unlabelledTest"), rows);
            tested = null;
        }
        if (tested != null && !train.layout().shape().equals(tested.layout().shape())) {
            throw differ(train, tested);
        }
        Pixels pixels = Pixels.of(train, tested, progress.part(0, 0.3));
        Classes classes = Classes.of(train.labels(), tested == null ? null : tested.labels(), names);
        said = said.and(pixels.account()).and(classes.account());
        ImageSet training = set(pixels.of(train, progress.part(0.3, 0.9)), train, classes.train());
        Split split;
        if (tested == null) {
            split = Split.holdingBack(training, source);
            said = said.withParts(split.heldBack());
        } else {
            if (standsIn) {
                said = said.withParts(
                        Sentence.of("data.parts.standsIn", tested.numbers().place()));
            }
            split = Split.of(training, set(pixels.of(tested, progress.part(0.9, 1)), tested, classes.test()), source);
            said = said.withParts(Sentence.of(
                    "data.array.parts",
                    split.train().count(),
                    train.numbers().place(),
                    split.test().count(),
                    tested.numbers().place()));
        }
        said = said.withWarnings(sorted(split.train()));
        Dataset dataset = new Dataset(name, origin, split.train(), split.test(), classes.names(), said);
        return AsChosen.of(dataset, options, progress);
    }

    private static ImageSet set(byte[] pixels, ArrayImages images, int[] labels) {
        ImageShape shape = images.layout().shape();
        return new ImageSet(images.numbers().count(), shape, pixels, labels);
    }

    private static Problem differ(ArrayImages train, ArrayImages test) {
        ImageShape first = train.layout().shape();
        ImageShape second = test.layout().shape();
        if (first.channels() != second.channels()) {
            boolean grey = first.grey();
            return Problem.of(
                    "data.array.channels",
                    (grey ? train : test).numbers().place(),
                    (grey ? test : train).numbers().place());
        }
        return DataProblems.sizes(train.numbers().place(), first, test.numbers().place(), second);
    }

    /** The first fifth is for validation, which of images sorted by class would have some of the classes alone. */
    private static Sentence[] sorted(ImageSet train) {
        List<Sentence> said = new ArrayList<>();
        boolean rising = train.labelled()
                && IntStream.range(1, train.count()).allMatch(i -> train.label(i - 1) <= train.label(i));
        if (rising && train.label(0) < train.label(train.count() - 1)) {
            said.add(Sentence.of("data.array.sorted"));
        }
        return said.toArray(Sentence[]::new);
    }
}
