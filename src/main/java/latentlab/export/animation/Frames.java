package latentlab.export.animation;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import latentlab.engine.model.CodeDistributions;
import latentlab.engine.training.EpochResult;
import latentlab.export.Export;
import latentlab.export.ExportOption;
import latentlab.run.Run;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * The pictures of an animation, one an epoch, for a file of whatever format. A thread of their own works them out one
 * ahead of what is being written, so that fonts are looked for and images reconstructed beside the compressing; memory
 * does not grow with their number, and the file is the same as if one thread did all of it.
 */
final class Frames implements AutoCloseable {
    private static final double OF_MAP = 0.4;
    /** The picture that is being written, and the one that is being painted. */
    private static final int PICTURES = 2;

    private final Run run;
    private final int[] samples;
    private final List<EpochResult> epochs;
    /** Drawn from the prior, as many as there are images in a row; null where there are none. */
    private final float[] prior;

    private final Progress progress;
    private final ExecutorService painter = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("frames").daemon().factory());
    private final int[][] pictures = new int[PICTURES][];
    private final CompletableFuture<AnimationFrame> layout;
    private CompletableFuture<?> last;

    /** Receives them in their order. */
    interface Sequence {
        /** @param pixels shape [height, width], 0xRRGGBB, valid during this call */
        void add(int[] pixels) throws IOException;
    }

    private Frames(Export.Subject subject, List<EpochResult> epochs, Look look, Messages messages, Progress progress) {
        run = subject.run();
        samples = subject.images().inOrder();
        this.epochs = epochs;
        prior = look.prior()
                ? CodeDistributions.drawn(samples.length, run.model().latent())
                : null;
        this.progress = look.map() ? progress.part(OF_MAP, 1) : progress;
        int lastEpoch = subject.history().getLast().epoch();
        layout = CompletableFuture.supplyAsync(
                () -> {
                    AnimationMap map = look.map() ? new AnimationMap(run, epochs, progress.part(0, OF_MAP)) : null;
                    return new AnimationFrame(run.dataset(), samples, lastEpoch, messages, look, map);
                },
                painter);
        last = layout;
    }

    /**
     * Begins to lay them out, with the map, if there is one.
     *
     * @param epochs the kept ones to show
     * @param messages language of the captions; English where the fonts of this machine lack its letters
     */
    static Frames of(
            Export.Subject subject, List<EpochResult> epochs, Look look, Messages messages, Progress progress) {
        return new Frames(subject, epochs, look, messages, progress);
    }

    /**
     * @return how long each is to be seen
     * @throws Problem if nobody could play that
     */
    static int millis(Export.Subject subject) throws Problem {
        ExportOption option = ExportOption.FRAME;
        int millis = subject.get(option);
        if (millis < option.least() || millis > option.most()) {
            throw Problem.of("export.gif.frame.range", millis, option.least(), option.most());
        }
        return millis;
    }

    int count() {
        return epochs.size();
    }

    /** @throws java.util.concurrent.CancellationException when cancelled through progress, as by all that follow */
    int width() {
        return await(layout).width();
    }

    int height() {
        return await(layout).height();
    }

    /** Whether they have no colour anywhere. */
    boolean grey() {
        return await(layout).grey();
    }

    /** @throws java.util.concurrent.CancellationException when cancelled through progress */
    void play(Sequence sequence) throws IOException {
        CompletableFuture<int[]> next = painted(0);
        for (int i = 0; i < epochs.size(); i++) {
            progress.report((double) i / epochs.size(), Sentence.of("export.gif.progress", i + 1, epochs.size()));
            int[] pixels = await(next);
            if (i + 1 < epochs.size()) {
                next = painted(i + 1);
            }
            sequence.add(pixels);
        }
    }

    private CompletableFuture<int[]> painted(int i) {
        CompletableFuture<int[]> picture = CompletableFuture.supplyAsync(() -> paint(i), painter);
        last = picture;
        return picture;
    }

    private int[] paint(int i) {
        EpochResult result = epochs.get(i);
        byte[] drawn = prior == null ? null : run.decode(result.epoch(), prior);
        int[] pixels = await(layout).paint(result, run.reconstruct(result.epoch(), samples), drawn);
        int[] picture = pictures[i % PICTURES];
        if (picture == null) {
            picture = new int[pixels.length];
            pictures[i % PICTURES] = picture;
        }
        System.arraycopy(pixels, 0, picture, 0, pixels.length);
        return picture;
    }

    /** Not to be interrupted: that would close the file of a run whose epochs are being read. */
    private static <T> T await(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException exception) {
                throw exception;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        }
    }

    /** Waits for the picture being painted, so that the run is no longer read when it returns. */
    @Override
    public void close() {
        painter.shutdown();
        last.handle((_, _) -> null).join();
    }
}
