package latentlab.data.pictures;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import latentlab.data.ClassOrder;
import latentlab.data.DataProblems;
import latentlab.data.ImageOptions;
import latentlab.data.ImageSet;
import latentlab.data.Split;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * A folder of images as a dataset.
 *
 * <ul>
 *   <li>Subfolders are classes, their names sorted with numbers by value; without subfolders there are no labels. Where
 *       the subfolders are {@code train} and {@code test}, these have the classes inside; {@code val} counts as
 *       training images (a fifth of those is held back for validation anyway), or as test images where there is no
 *       {@code test}.
 *   <li>Without test images, a sixth of all is held back for them. The order is drawn at random with a fixed seed, so
 *       that neither the batches nor the test set follow the classes, and it is the same every time.
 *   <li>Their size is what is asked for, see {@link InkImages}, and their tones are what {@link Tones} says. </ul>
 */
public final class ImageFolder {
    private static final int MIN_IMAGES = 3;
    private static final long SEED = 0;
    private static final long POLL_MILLIS = 50;

    private final Path folder;
    private final ImageFiles train;
    /** Null when they are to be taken from the others. */
    private final ImageFiles test;

    private final List<String> classNames;

    private ImageFolder(Path folder, ImageFiles train, ImageFiles test) {
        this.folder = folder;
        this.train = train;
        this.test = test;
        Set<String> names = new HashSet<>(train.classes());
        if (test != null) {
            names.addAll(test.classes());
        }
        classNames = names.stream().sorted(new ClassOrder()).toList();
    }

    /**
     * @return null if there are no images in it
     * @throws Problem if it cannot be told what the images are meant to be
     */
    public static ImageFolder find(Path folder, Progress progress) throws Problem {
        Optional<Path> train = subfolder(folder, "train");
        Optional<Path> test = subfolder(folder, "test");
        Optional<Path> validation =
                subfolder(folder, "val").or(() -> subfolder(folder, "valid")).or(() -> subfolder(folder, "validation"));
        if (train.isPresent() && test.isPresent()) {
            ImageFiles training = ImageFiles.find(train.get(), progress);
            return found(
                    folder,
                    validation.isPresent() ? training.and(ImageFiles.find(validation.get(), progress)) : training,
                    ImageFiles.find(test.get(), progress));
        }
        if (train.isPresent() && validation.isPresent()) {
            return found(folder, ImageFiles.find(train.get(), progress), ImageFiles.find(validation.get(), progress));
        }
        ImageFiles all = ImageFiles.find(folder, progress);
        return all.isEmpty() ? null : new ImageFolder(folder, all, null);
    }

    private static ImageFolder found(Path folder, ImageFiles train, ImageFiles test) {
        if (train.isEmpty() && test.isEmpty()) {
            return null;
        }
        return new ImageFolder(folder, train, test.isEmpty() ? null : test);
    }

    private static Optional<Path> subfolder(Path folder, String name) {
        return Optional.of(folder.resolve(name)).filter(Files::isDirectory);
    }

    /**
     * What has been read.
     *
     * @param changed what was done to the images
     */
    public record Loaded(Split split, List<Sentence> changed) {}

    /** The class names there are; empty when there are no labels. */
    public List<String> classNames() {
        return classNames;
    }

    /**
     * @param options what becomes of the images
     * @param memory what they are decoded in
     * @throws Problem if an image is broken, or there are too few or too many of them
     */
    public Loaded read(ImageOptions options, PictureMemory memory, Progress progress) throws Problem {
        List<PictureSource> files = new ArrayList<>(train.files());
        if (test != null) {
            files.addAll(test.files());
        } else if (files.size() < MIN_IMAGES) {
            throw DataProblems.tooFew(folder, files.size(), MIN_IMAGES);
        }
        List<Picture> images = decode(files, new ImageDecoder(options, memory), progress);
        // Bringing a million images to one size takes a while too.
        Runnable watch = () -> progress.report(1, reading(images.size(), images.size()));
        InkImages ink = new InkImages(images, options, watch);
        DataProblems.checkMemory(folder, ink.bytes());
        int[] order = order(train.files().size());
        if (test == null) {
            int kept = order.length - Math.ceilDiv(order.length, Split.HOLD_BACK);
            int[] last = Arrays.copyOfRange(order, kept, order.length);
            order = Arrays.copyOf(order, kept);
            return new Loaded(Split.of(set(ink, train, order, 0), set(ink, train, last, 0), folder), ink.changes());
        }
        int[] testOrder = order(test.files().size());
        Split split = Split.of(
                set(ink, train, order, 0),
                set(ink, test, testOrder, train.files().size()),
                folder);
        return new Loaded(split, ink.changes());
    }

    /** @param offset where the files begin among all images */
    private ImageSet set(InkImages ink, ImageFiles files, int[] order, int offset) {
        int[] indices = Arrays.stream(order).map(i -> offset + i).toArray();
        if (!files.labelled()) {
            return ink.set(indices, null);
        }
        Map<String, Integer> labels = new HashMap<>();
        for (String name : classNames) {
            labels.put(name, labels.size());
        }
        int[] each = Arrays.stream(order)
                .map(i -> labels.get(files.classes().get(i)))
                .toArray();
        return ink.set(indices, each);
    }

    private static int[] order(int count) {
        int[] order = IntStream.range(0, count).toArray();
        RandomGenerator random = new SplittableRandom(SEED);
        for (int i = count - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        return order;
    }

    /** On all processors, in the order of the files; the first broken one ends it. */
    private List<Picture> decode(List<PictureSource> files, ImageDecoder decoder, Progress progress) throws Problem {
        AtomicBoolean wanted = new AtomicBoolean(true);
        List<Picture> images = new ArrayList<>(files.size());
        long bytes = 0;
        ExecutorService workers = Executors.newFixedThreadPool(
                Runtime.getRuntime().availableProcessors(),
                Thread.ofPlatform().daemon().name("pictures-", 0).factory());
        try {
            List<Future<Picture>> results = files.stream()
                    .map(file -> workers.submit(() -> decoder.read(file, wanted::get)))
                    .toList();
            for (Future<Picture> result : results) {
                images.add(await(
                        result, (double) images.size() / files.size(), reading(images.size(), files.size()), progress));
                bytes += images.getLast().bytes();
                DataProblems.checkMemory(folder, bytes);
            }
            return images;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Problem problem) {
                throw problem;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } finally {
            // What is being decoded in vain gives up within a few rows; nobody waits for that.
            wanted.set(false);
            workers.shutdownNow();
        }
    }

    private static Sentence reading(int done, int all) {
        return Sentence.of("data.progress.images", done, all);
    }

    /** Reports while one large picture takes long, too. */
    private static Picture await(Future<Picture> result, double fraction, Sentence what, Progress progress)
            throws ExecutionException, InterruptedException {
        while (true) {
            progress.report(fraction, what);
            try {
                return result.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException _) {
                // Asked once more whether anybody waits for it.
            }
        }
    }
}
