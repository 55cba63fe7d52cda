package latentlab.engine.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import latentlab.data.ImageSet;
import latentlab.engine.kernels.Kernels;
import latentlab.engine.loss.LossSums;
import latentlab.engine.model.Batch;
import latentlab.engine.model.Network;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.Noise;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;

/**
 * The loss of a network over many images. Workers share the batches, each taking the next one when it is free, so that
 * a core that others use meanwhile does no harm. Which of them evaluates a batch changes nothing: its sum has a place
 * of its own, and the sums are added in the order of the images, bit for bit as one thread would.
 */
final class Evaluation implements AutoCloseable {
    /** What goes through the model together stays in the processor's second cache. */
    static final int BATCH = 125;

    /** What one worker needs of its own. */
    private record Share(Network network, Kernels kernels, Batch room) {}

    private final ImageSet images;
    private final int count;
    private final long noiseSeed;
    private final Loss loss;
    private final LossSums parts;
    private final int batches;
    private final Workers workers;
    private final Workers.Work work = this::evaluate;
    private final List<Share> shares = new ArrayList<>();
    /** The shorter batch at the end, or null where the count divides evenly; whoever comes to it uses it. */
    private final Batch last;
    /** Sums of the parts of the loss over each batch, batch after batch. */
    private final double[] sums;
    /** Batches before those the workers are at. */
    private int begun;

    /**
     * Takes all the memory it needs.
     *
     * @param network whose parameters are evaluated, as they are at the time
     * @param count of the first images, at least 1
     * @param noiseSeed fixes the noise that is the same each time, see {@link Noise#seed}
     * @param workers who share the batches; left open
     */
    Evaluation(
            Network network,
            Kernels kernels,
            TrainingConfig config,
            ImageSet images,
            int count,
            long noiseSeed,
            Workers workers) {
        this.images = images;
        this.count = count;
        this.noiseSeed = noiseSeed;
        this.workers = workers;
        loss = config.get(Setting.LOSS);
        parts = new LossSums(config, network.model.inputs());
        int size = Math.min(BATCH, count);
        batches = (count + size - 1) / size;
        sums = new double[batches * parts.count()];
        for (int worker = 0; worker < workers.count(); worker++) {
            Kernels own = worker == 0 ? kernels : kernels.forAnotherThread();
            shares.add(new Share(network.with(own), own, Batch.of(network.model, size, config)));
        }
        last = count % size == 0 ? null : Batch.of(network.model, count % size, config);
    }

    /** @return mean of each part of the loss, the reconstruction first, see {@link LossSums} */
    double[] losses() {
        Arrays.fill(sums, 0);
        for (int from = 0; from < batches; from += Workers.MOST_ITEMS) {
            begun = from;
            workers.run(work, Math.min(Workers.MOST_ITEMS, batches - from));
        }
        double[] total = new double[parts.count()];
        for (int i = 0; i < sums.length; i++) {
            total[i % total.length] += sums[i];
        }
        return parts.means(total, count);
    }

    private void evaluate(int item, int worker) {
        Share share = shares.get(worker);
        int batch = begun + item;
        int size = share.room.count();
        int from = batch * size;
        Batch room = from + size <= count ? share.room : last;
        room.fill(images, from, share.kernels, noiseSeed);
        parts.add(room, share.network.evaluate(room, loss), sums, batch * parts.count());
    }

    /** Gives the native memory back; the network stays as it is. */
    @Override
    public void close() {
        shares.forEach(share -> share.room.close());
        if (last != null) {
            last.close();
        }
    }
}
