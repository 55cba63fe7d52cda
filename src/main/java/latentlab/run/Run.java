package latentlab.run;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.embedding.PrincipalPlane;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.model.Filters;
import latentlab.engine.model.Inference;
import latentlab.engine.model.Reconstructions;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.Arithmetic;
import latentlab.engine.training.EpochResult;

/**
 * One training of one model on one dataset, and all that belongs to it: what it was started with, what has become of it, the
 * parameters of its epochs, and what is derived from them. Safe to use from any thread.
 */
public final class Run implements AutoCloseable {
    /** Images reconstructed before it is asked whether the rest is still wanted. */
    private static final int CHUNK = 500;

    private final RunStart start;
    /** Guarded by itself. */
    private final RunRecord record = new RunRecord();

    private final TrainingConfig config;
    private final Dataset dataset;
    private final Autoencoder model;
    private final EpochStore epochs;
    private final Inference inference;
    private final PrincipalPlanes planes;
    private final WeightScale weights;
    private final NeighbourAccuracy accuracy;
    private final int[] samples;
    /** Null until it is asked for; guarded by {@link #samples}, not to hold up those who hold the run. */
    private PixelPlane pixelPlane;
    /** Who still reads it: whoever closes it one day, and whoever holds it. */
    private int readers = 1;

    private boolean closed;

    private Run(RunStart start, TrainingConfig config, Dataset dataset, Autoencoder model, EpochStore epochs) {
        this.start = start;
        this.config = config;
        this.dataset = dataset;
        this.model = model;
        this.epochs = epochs;
        inference = new Inference(model, config);
        samples = dataset.samples();
        planes = new PrincipalPlanes(this);
        weights = new WeightScale(this);
        accuracy = NeighbourAccuracy.possible(dataset) ? new NeighbourAccuracy(this) : null;
    }

    /** @throws IOException if there is no room for the epochs */
    static Run of(RunStart start, TrainingConfig config, Dataset dataset, Autoencoder model, EpochStores stores)
            throws IOException {
        EpochStore epochs = stores.open(start, model.parameterCount());
        try {
            return new Run(start, config, dataset, model, epochs);
        } catch (RuntimeException | Error e) {
            epochs.close();
            throw e;
        }
    }

    // ---- what is known of it

    public String id() {
        return start.id();
    }

    /** What it began with, as plain data. */
    public RunStart start() {
        return start;
    }

    /** Enters the next event of this run into its record. Called by whoever trains the run, or hears of it from elsewhere. */
    public void apply(RunEvent event) {
        synchronized (record) {
            record.apply(event);
        }
    }

    /** @return the results of its epochs so far: element e is epoch e, kept or not */
    public List<EpochResult> history() {
        synchronized (record) {
            return List.copyOf(record.epochs());
        }
    }

    /** @return changes of the learning rate on the way so far, in order */
    public List<RateChange> rateChanges() {
        synchronized (record) {
            return List.copyOf(record.rateChanges());
        }
    }

    public RunState state() {
        synchronized (record) {
            return record.state();
        }
    }

    /** @return why the state is DIVERGED or FAILED, or PAUSED unasked; else null */
    public Fault fault() {
        synchronized (record) {
            return record.fault();
        }
    }

    /** As started; number of epochs and rate may have been changed on the way. */
    public TrainingConfig config() {
        return config;
    }

    public Dataset dataset() {
        return dataset;
    }

    public Autoencoder model() {
        return model;
    }

    /** What its numbers depend on besides data and configuration. */
    public Arithmetic arithmetic() {
        return start.arithmetic();
    }

    /**
     * What is kept of its epochs. Whatever is asked of an epoch that is no longer kept fails with {@link EpochStore.Dropped}.
     */
    public EpochStore epochs() {
        return epochs;
    }

    /** @return those of some epochs whose parameters are kept, in order */
    public List<EpochResult> kept(List<EpochResult> some) {
        return some.stream().filter(result -> epochs.keeps(result.epoch())).toList();
    }

    /** Test images of the grid, see {@link Dataset#samples()}. */
    public int[] samples() {
        return samples.clone();
    }

    /** @return what the model made of some test images after an epoch */
    public Reconstructions reconstruct(int epoch, int... testImages) {
        return inference.reconstruct(epochs.read(epoch), dataset.test(), testImages);
    }

    /**
     * @return intensities of the reconstructions of some test images after an epoch, shape [testImages.length, channels * height *
     *     width]: 0 to 1, but a linear output may lie outside
     */
    public float[] reconstructIntensities(int epoch, int... testImages) {
        return inference.reconstructIntensities(epochs.read(epoch), dataset.test(), testImages);
    }

    /** @return latent codes of all test images after an epoch, shape [test images, latent] */
    public float[] latent(int epoch) {
        return inference.latent(epochs.read(epoch), dataset.test());
    }

    /** @return latent codes of some test images after an epoch, shape [testImages.length, latent] */
    public float[] latent(int epoch, int... testImages) {
        return inference.latent(epochs.read(epoch), dataset.test(), testImages);
    }

    /** @return latent codes of images of the dataset's size after an epoch, shape [images, latent] */
    public float[] latent(int epoch, ImageSet images) {
        return inference.latent(epochs.read(epoch), images);
    }

    /** @return what the model made of images of the dataset's size after an epoch */
    public Reconstructions reconstruct(int epoch, ImageSet images) {
        int[] all = IntStream.range(0, images.count()).toArray();
        return inference.reconstruct(epochs.read(epoch), images, all);
    }

    /**
     * @param wanted whether they are still asked for
     * @return error of every test image's reconstruction after an epoch, shape [test images]
     * @throws CancellationException if they are not
     */
    public double[] errors(int epoch, BooleanSupplier wanted) {
        int count = dataset.test().count();
        double[] errors = new double[count];
        for (int from = 0; from < count; from += CHUNK) {
            if (!wanted.getAsBoolean()) {
                throw new CancellationException("nobody waits for the errors of epoch " + epoch);
            }
            int[] some = IntStream.range(from, Math.min(count, from + CHUNK)).toArray();
            System.arraycopy(reconstruct(epoch, some).errors(), 0, errors, from, some.length);
        }
        return errors;
    }

    /**
     * @param codes shape [count, latent]
     * @return what the decoder made of them after an epoch, shape [count, channels, height, width], one unsigned byte
     *     each
     */
    public byte[] decode(int epoch, float... codes) {
        return inference.decode(epochs.read(epoch), codes);
    }

    /**
     * @param codes shape [count, latent]
     * @return intensities of what the decoder made of them after an epoch, shape [count, channels * height * width]: 0 to 1, but a
     *     linear output may lie outside
     */
    public float[] decodeIntensities(int epoch, float... codes) {
        return inference.decodeIntensities(epochs.read(epoch), codes);
    }

    /** @return the weights that have the shape of an image after an epoch, and what their units do over the test images */
    public Filters filters(int epoch) {
        return Filters.of(inference, epochs.read(epoch), dataset.test());
    }

    /**
     * @param wanted whether it is still asked for
     * @return the greatest magnitude of the weights that have the shape of an image, over all epochs so far that are kept
     * @throws CancellationException if it is not asked for any more, or the run is closed
     */
    public float greatestWeight(BooleanSupplier wanted) {
        return weights.greatest(wanted);
    }

    /**
     * @param wanted whether the plane is still asked for
     * @return the plane along which the latent codes of the test images vary most after an epoch, with axes that fit those of the
     *     epoch before. The first call for a late epoch computes all before it
     * @throws CancellationException if it is not asked for any more, or the run is closed and nobody holds it
     */
    public PrincipalPlane principalPlane(int epoch, BooleanSupplier wanted) {
        return planes.of(epoch, wanted);
    }

    /** @return where the test images lie by their pixels; computed once, in some tenths of a second for ten thousand */
    public PixelPlane pixelPlane() {
        synchronized (samples) {
            if (pixelPlane == null) {
                pixelPlane = PixelPlane.of(dataset.test());
            }
            return pixelPlane;
        }
    }

    /** @return how much its latent space knows of the classes, epoch by epoch; null if its data have no such figure */
    public NeighbourAccuracy accuracy() {
        return accuracy;
    }

    /** Someone who reads a run for longer than others may keep it open. */
    public interface Hold extends AutoCloseable {
        /** Lets go; once more does nothing. */
        @Override
        void close();
    }

    /**
     * Keeps the run readable until the hold is closed, whatever replaces it meanwhile, and all the epochs it has: for an export,
     * say.
     *
     * @throws IllegalStateException if the run is closed already
     */
    public synchronized Hold hold() {
        if (readers == 0) {
            throw new IllegalStateException("the run is closed");
        }
        readers++;
        epochs.hold();
        AtomicBoolean held = new AtomicBoolean(true);
        return () -> {
            if (held.getAndSet(false)) {
                epochs.release();
                release();
            }
        };
    }

    /** Gives most of the memory back, until something is asked for again; waits for a computation under way. */
    public void rest() {
        inference.rest();
    }

    /** Removes the scratch file and gives native memory back, as soon as nobody holds the run; waits for a computation under way. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        release();
    }

    /** @return whether nobody can read it any more: it is closed, and nobody holds it */
    public synchronized boolean gone() {
        return readers == 0;
    }

    private void release() {
        synchronized (this) {
            readers--;
            if (readers > 0) {
                return;
            }
        }
        inference.close();
        epochs.close();
    }
}
