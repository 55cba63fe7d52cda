package latentlab.data.pictures;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import latentlab.data.DataProblems;
import latentlab.data.ImageOptions;
import latentlab.data.ImageSet;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * Pictures that come one after the other out of a file, decoded on all processors, of which only a few wait undecoded
 * at a time. They are brought to one size and tone as those of a folder are, see {@link ImageFolder}.
 */
public final class PictureStream implements AutoCloseable {
    /** Pictures that wait or are decoded at a time. */
    private static final int WINDOW = 256;
    /** Of so many pictures one may be left out. */
    private static final int TOLERANCE = 10;

    private static final long POLL_MILLIS = 50;

    private final ImageOptions options;
    private final Path source;
    private final int total;
    private final Progress progress;
    private final ImageDecoder decoder;
    private final AtomicBoolean wanted = new AtomicBoolean(true);
    private final ExecutorService workers = Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().daemon().name("pictures-", 0).factory());
    private final Deque<Future<Picture>> waiting = new ArrayDeque<>();
    /** The images that have been decoded; null for one that is broken. */
    private final List<Picture> images = new ArrayList<>();

    private final List<String> names = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();
    private Problem first;
    private long bytes;
    private List<Sentence> changes = List.of();

    /**
     * @param options what becomes of the images
     * @param source the file, for sentences
     * @param total how many will come, about
     */
    public PictureStream(ImageOptions options, Path source, int total, Progress progress) {
        this.options = options;
        this.source = source;
        this.total = total;
        this.progress = progress;
        decoder = new ImageDecoder(options, PictureMemory.ofHeap());
    }

    /**
     * @throws Problem what is the matter with the first one, if more than one in ten are broken; or if there is no room
     *     for them all
     * @throws CancellationException if the progress has been cancelled
     */
    public void add(PictureSource picture) throws Problem {
        names.add(picture.name());
        waiting.add(workers.submit(() -> decoder.read(picture, wanted::get)));
        while (waiting.size() > WINDOW) {
            take();
        }
    }

    private void take() throws Problem {
        Sentence reading = Sentence.of("data.progress.images", images.size(), total);
        Future<Picture> oldest = waiting.remove();
        while (true) {
            progress.report(Math.min(1, (double) images.size() / total), reading);
            try {
                Picture image = oldest.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
                images.add(image);
                bytes += image.bytes();
                DataProblems.checkMemory(source, bytes);
                return;
            } catch (TimeoutException _) {
                // Asked once more whether anybody waits for it.
            } catch (ExecutionException e) {
                leaveOut(e);
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            }
        }
    }

    private void leaveOut(ExecutionException failure) throws Problem {
        if (!(failure.getCause() instanceof Problem problem)) {
            throw new IllegalStateException(failure.getCause());
        }
        broken.add(names.get(images.size()));
        images.add(null);
        first = first == null ? problem : first;
        check(Math.max(images.size(), WINDOW));
    }

    private void check(int seen) throws Problem {
        if (broken.size() * TOLERANCE > seen) {
            throw first;
        }
    }

    /** @return names of the pictures that could not be read; all of them once {@link #finish} has been called */
    public List<String> broken() {
        return broken;
    }

    /**
     * Waits for the last pictures.
     *
     * @return which of all could be read, in their order
     * @throws Problem as {@link #add}
     */
    public int[] finish() throws Problem {
        while (!waiting.isEmpty()) {
            take();
        }
        check(images.size());
        return IntStream.range(0, images.size())
                .filter(i -> images.get(i) != null)
                .toArray();
    }

    /** @return of the pictures that could be read, those from one place among all to another */
    public List<ImageSet> sets(int... ends) {
        List<Picture> whole = images.stream().filter(image -> image != null).toList();
        InkImages ink = new InkImages(
                whole,
                options,
                () -> progress.report(1, Sentence.of("data.progress.images", whole.size(), whole.size())));
        List<ImageSet> sets = new ArrayList<>();
        int place = 0;
        int from = 0;
        for (int end : ends) {
            int start = place;
            for (; from < end; from++) {
                place += images.get(from) == null ? 0 : 1;
            }
            sets.add(ink.set(IntStream.range(start, place).toArray(), null));
        }
        changes = ink.changes();
        return sets;
    }

    /** What was done to the images, once there are {@link #sets}. */
    public List<Sentence> changes() {
        return changes;
    }

    /** What is being decoded in vain gives up within a few rows; nobody waits for that. */
    @Override
    public void close() {
        wanted.set(false);
        workers.shutdownNow();
    }
}
