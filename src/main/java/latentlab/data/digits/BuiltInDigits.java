package latentlab.data.digits;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * Handwriting-like digits that need no download: 28x28 grey, ten classes of equal size in shuffled order.
 *
 * <p>They are written by {@link Handwriting} after forms drawn by hand ({@link DigitForms}) and inked by
 * {@link InkRaster}. A seed gives the same bytes on every machine and with any number of threads.
 */
public final class BuiltInDigits {
    /** What {@link Dataset#origin()} says of them. */
    public static final String ORIGIN = "digits";

    private static final Sentence NAME = Sentence.of("data.digits");

    static final int TRAIN = 12_000;
    static final int TEST = 2_000;
    static final long SEED = 20_261;

    private static final int IMAGE = InkRaster.SIDE * InkRaster.SIDE;
    /** Images between two reports of progress. */
    private static final int BATCH = 1_000;
    /** Images one thread writes in a row. */
    private static final int SHARE = 50;

    private BuiltInDigits() {}

    /**
     * Writes the digits the app ships with: 12,000 training and 2,000 test images, the same every time. Where the
     * package has them drawn already, they are read.
     *
     * @throws CancellationException if the task has been cancelled
     */
    public static Dataset create(Progress progress) throws CancellationException {
        Path drawn = DrawnDigits.file();
        byte[] train = new byte[drawn == null ? 0 : TRAIN * IMAGE];
        byte[] test = new byte[drawn == null ? 0 : TEST * IMAGE];
        if (drawn == null || !DrawnDigits.read(drawn, train, test)) {
            return create(TRAIN, TEST, progress);
        }
        SplittableRandom random = new SplittableRandom(SEED);
        SplittableRandom testRandom = random.split();
        return dataset(images(train, labels(random, TRAIN)), images(test, labels(testRandom, TEST)));
    }

    /**
     * Writes other numbers of them, from the same hands.
     *
     * @param train number of training images; the classes differ by one image at most
     * @param test number of test images, which do not depend on {@code train}
     * @throws CancellationException if the task has been cancelled
     */
    public static Dataset create(int train, int test, Progress progress) throws CancellationException {
        return create(SEED, train, test, progress);
    }

    /**
     * Writes digits of any seed.
     *
     * @param train number of training images; the classes differ by one image at most
     * @param test number of test images, which do not depend on {@code train}
     */
    static Dataset create(long seed, int train, int test, Progress progress) throws CancellationException {
        DigitForms forms = DigitForms.load();
        SplittableRandom random = new SplittableRandom(seed);
        // The test part has a stream of its own: it is the same however many training images there are.
        SplittableRandom testRandom = random.split();
        double total = Math.max(1, train + test);
        ImageSet trainImages = write(forms, random, train, done -> progress.report(done / total, NAME));
        ImageSet testImages = write(forms, testRandom, test, done -> progress.report((train + done) / total, NAME));
        return dataset(trainImages, testImages);
    }

    private static Dataset dataset(ImageSet train, ImageSet test) {
        List<String> classNames = IntStream.range(0, DigitForms.CLASSES)
                .mapToObj(Integer::toString)
                .toList();
        return new Dataset(NAME, ORIGIN, train, test, classNames);
    }

    private static ImageSet images(byte[] pixels, int[] labels) {
        return new ImageSet(labels.length, ImageShape.grey(InkRaster.SIDE, InkRaster.SIDE), pixels, labels);
    }

    private interface Counter {
        void written(int images);
    }

    private static ImageSet write(DigitForms forms, SplittableRandom random, int count, Counter counter) {
        int[] labels = labels(random, count);
        long[] seeds = random.longs(count).toArray();
        byte[] pixels = new byte[count * IMAGE];
        for (int first = 0; first < count; first += BATCH) {
            counter.written(first);
            int start = first;
            int end = Math.min(count, first + BATCH);
            IntStream.range(0, (end - start + SHARE - 1) / SHARE).parallel().forEach(share -> {
                int from = start + share * SHARE;
                write(forms, seeds, labels, from, Math.min(end, from + SHARE), pixels);
            });
        }
        counter.written(count);
        return images(pixels, labels);
    }

    private static void write(DigitForms forms, long[] seeds, int[] labels, int from, int end, byte[] pixels) {
        Handwriting hand = new Handwriting();
        InkRaster raster = new InkRaster();
        PenPath path = new PenPath();
        for (int i = from; i < end; i++) {
            SplittableRandom random = new SplittableRandom(seeds[i]);
            hand.write(forms.pick(labels[i], random), random, path);
            raster.draw(path, pixels, i * IMAGE);
        }
    }

    private static int[] labels(SplittableRandom random, int count) {
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = i % DigitForms.CLASSES;
        }
        for (int i = count - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int label = labels[i];
            labels[i] = labels[other];
            labels[other] = label;
        }
        return labels;
    }
}
