package latentlab.engine.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import latentlab.data.ImageSet;
import latentlab.engine.kernels.Kernels;
import latentlab.engine.model.Batch;
import latentlab.engine.model.Network;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.Noise;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;

/**
 * The loss of a network over many images. Two threads share the batches, each taking the next one when it is free, so
 * that a core that others use meanwhile does no harm. Which of them evaluates a batch changes nothing: its sum has a
 * place of its own, and the sums are added in the order of the images, bit for bit as one thread would.
 */
final class Evaluation implements AutoCloseable {
    /** What goes through the model together stays in the processor's second cache. */
    static final int BATCH = 125;

    /** What one thread needs of its own. */
    private record Share(Network network, Kernels kernels, Batch room) {}

    private final ImageSet images;
    private final int count;
    private final long noiseSeed;
    private final Loss loss;
    private final LossSums parts;
    private final int batches;
    private final List<Share> shares = new ArrayList<>();
    /** The shorter batch at the end, or null where the count divides evenly; whoever comes to it uses it. */
    private final Batch last;
    /** Sums of the parts of the loss over each batch, batch after batch. */
    private final double[] sums;

    private final AtomicInteger next = new AtomicInteger();
    /** Of the second thread, or null. */
    private final ExecutorService second;

    /**
     * Takes all the memory it needs.
     *
     * @param network whose parameters are evaluated, as they are at the time
     * @param count of the first images, at least 1
     * @param noiseSeed fixes the noise that is the same each time, see {@link Noise#seed}
     * @param threads 1 or 2; with 1 all is done on the caller's
     */
    Evaluation(
            Network network,
            Kernels kernels,
            TrainingConfig config,
            ImageSet images,
            int count,
            long noiseSeed,
            int threads) {
        this.images = images;
        this.count = count;
        this.noiseSeed = noiseSeed;
        loss = config.get(Setting.LOSS);
        parts = new LossSums(config, network.model.inputs());
        int size = Math.min(BATCH, count);
        batches = (count + size - 1) / size;
        sums = new double[batches * parts.count()];
        shares.add(new Share(network, kernels, Batch.of(network.model, size, config)));
        if (threads > 1 && batches > 1) {
            Kernels others = kernels.forAnotherThread();
            shares.add(new Share(network.with(others), others, Batch.of(network.model, size, config)));
        }
        second = shares.size() == 1
                ? null
                : Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().name("evaluation").daemon().factory());
        last = count % size == 0 ? null : Batch.of(network.model, count % size, config);
    }

    /** @return mean of each part of the loss, the reconstruction first, see {@link LossSums} */
    double[] losses() {
        next.set(0);
        Arrays.fill(sums, 0);
        if (second == null) {
            evaluate(shares.getFirst());
        } else {
            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> evaluate(shares.getLast()), second);
            try {
                evaluate(shares.getFirst());
            } finally {
                other.join();
            }
        }
        double[] total = new double[parts.count()];
        for (int i = 0; i < sums.length; i++) {
            total[i % total.length] += sums[i];
        }
        return parts.means(total, count);
    }

    private void evaluate(Share share) {
        int size = share.room.count();
        for (int batch = next.getAndIncrement(); batch < batches; batch = next.getAndIncrement()) {
            int from = batch * size;
            Batch room = from + size <= count ? share.room : last;
            room.fill(images, from, share.kernels, noiseSeed);
            parts.add(room, share.network.evaluate(room, loss), sums, batch * parts.count());
        }
    }

    /** Gives the native memory back and ends the second thread; the network stays as it is. */
    @Override
    public void close() {
        if (second != null) {
            second.close();
        }
        shares.forEach(share -> share.room.close());
        if (last != null) {
            last.close();
        }
    }
}
