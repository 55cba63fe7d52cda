package latentlab.data.shapes;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * Colour images that need no download: 32x32, ten shapes in all hues, four textures. The same bytes on every machine
 * and with any number of threads.
 */
public final class BuiltInShapes {
    /** What {@link Dataset#origin()} says of them. */
    public static final String ORIGIN = "shapes";

    static final int TRAIN = 6_000;
    static final int TEST = 1_000;

    private static final long SEED = 20_261_129;
    private static final Shape[] SHAPES = Shape.values();
    /** Images between two reports of progress. */
    private static final int BATCH = 500;

    private BuiltInShapes() {}

    /**
     * Paints the images the app ships with: 6,000 to train on and 1,000 to test with, the same every time.
     *
     * @throws CancellationException if the task has been cancelled
     */
    public static Dataset create(Progress progress) throws CancellationException {
        return create(TRAIN, TEST, progress);
    }

    /** Paints other numbers of them, of which the first are the same. */
    static Dataset create(int train, int test, Progress progress) throws CancellationException {
        Sentence name = Sentence.of("data.shapes");
        SplittableRandom random = new SplittableRandom(SEED);
        // The test part has a stream of its own: it is the same however many training images there are.
        SplittableRandom testRandom = random.split();
        double total = Math.max(1, train + test);
        ImageSet trainImages = paint(random, train, done -> progress.report(done / total, name));
        ImageSet testImages = paint(testRandom, test, done -> progress.report((train + done) / total, name));
        List<String> classNames = Stream.of(SHAPES).map(Shape::className).toList();
        return new Dataset(name, ORIGIN, trainImages, testImages, classNames);
    }

    private interface Counter {
        void painted(int images);
    }

    private static ImageSet paint(SplittableRandom random, int count, Counter counter) {
        ImageShape shape = ImageShape.colour(ShapePainter.SIDE, ShapePainter.SIDE);
        long[] seeds = new long[count];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            seeds[i] = random.nextLong();
            labels[i] = random.nextInt(SHAPES.length);
        }
        byte[] pixels = new byte[count * shape.size()];
        for (int from = 0; from < count; from += BATCH) {
            counter.painted(from);
            IntStream.range(from, Math.min(count, from + BATCH))
                    .parallel()
                    .forEach(i -> new ShapePainter(SHAPES[labels[i]], new SplittableRandom(seeds[i]))
                            .paint(pixels, i * shape.size()));
        }
        counter.painted(count);
        return new ImageSet(count, shape, pixels, labels);
    }
}
