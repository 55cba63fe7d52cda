package latentlab.run;

import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.embedding.PrincipalPlane;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.model.CodeDistributions;
import latentlab.engine.model.Filters;
import latentlab.engine.model.Inference;
import latentlab.engine.model.Reconstructions;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.Arithmetic;
import latentlab.engine.training.EpochResult;
import latentlab.run.findings.Findings;
import latentlab.run.store.EpochStore;
import latentlab.run.store.EpochStores;
import latentlab.text.Problem;

/**
 * One training of one model on one dataset, with all that belongs to it: what it was started with, its record so far,
 * the parameters of its epochs, and what is derived from them. Safe to use from any thread.
 */
public final class Run implements AutoCloseable {
    /** Images reconstructed before checking again that the rest is still wanted. */
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
    private final GreatestWeight greatestWeight;
    private final Findings findings;
    private final NeighbourAccuracy accuracy;
    private final int[] samples;
    /**
     * Null until it is first asked for. Guarded by {@link #samples} rather than this, so as not to block {@link #hold}.
     */
    private PixelPlane pixelPlane;
    /** Number of readers: the owner, who closes the run one day, and everyone who holds it. */
    private int readers = 1;

    private boolean closed;

    Run(
            RunStart start,
            TrainingConfig config,
            Dataset dataset,
            Autoencoder model,
            EpochStore epochs,
            SortedMap<Integer, PrincipalPlane> known,
            Findings findings) {
        this.start = start;
        this.config = config;
        this.dataset = dataset;
        this.model = model;
        this.epochs = epochs;
        this.findings = findings;
        inference = new Inference(model, config);
        samples = dataset.samples();
        planes = new PrincipalPlanes(this, known, Math.max(0, epochs.count() - 1));
        greatestWeight = new GreatestWeight(this);
        accuracy = NeighbourAccuracy.possible(dataset) ? new NeighbourAccuracy(this) : null;
    }

    /**
     * @param saved what it goes on from, closed with the run; null for a new one
     * @throws IOException if there is no room for the epochs
     * @throws Problem if what was kept cannot be read
     */
    static Run of(
            RunStart start,
            TrainingConfig config,
            Dataset dataset,
            Autoencoder model,
            EpochStores stores,
            SavedRun saved)
            throws IOException, Problem {
        EpochStore epochs = null;
        try {
            SortedMap<Integer, PrincipalPlane> known = saved == null ? new TreeMap<>() : saved.planes();
            Findings found = saved == null ? new Findings() : saved.findings();
            EpochStore fresh = stores.open(model.parameterCount());
            epochs = saved == null ? fresh : new ContinuedStore(saved, fresh);
            return new Run(start, config, dataset, model, epochs, known, found);
        } catch (IOException | Problem | RuntimeException | Error e) {
            if (epochs != null) {
                epochs.close();
            } else if (saved != null) {
                saved.close();
            }
            throw e;
        }
    }

    // ---- what is known of it

    public String id() {
        return start.id();
    }

    /** What it was started with, as plain data. */
    public RunStart start() {
        return start;
    }

    /**
     * Enters the next event of this run into its record. Called by the service that trains the run, or by one that
     * receives its events from elsewhere.
     */
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

    /** @return changes of the learning rate so far, in order */
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

    /** @return why the state is DIVERGED or FAILED, or PAUSED without the user's asking; else null */
    public Fault fault() {
        synchronized (record) {
            return record.fault();
        }
    }

    /** The configuration at the start; number of epochs and learning rate may have been changed since. */
    public TrainingConfig config() {
        return config;
    }

    public Dataset dataset() {
        return dataset;
    }

    public Autoencoder model() {
        return model;
    }

    /** What its results depend on besides data and configuration. */
    public Arithmetic arithmetic() {
        return start.arithmetic();
    }

    /**
     * The store of its epochs' parameters. Computing from an epoch that is no longer kept throws
     * {@link EpochStore.Dropped}.
     */
    public EpochStore epochs() {
        return epochs;
    }

    /** @return those of the given epochs whose parameters are kept, in order */
    public List<EpochResult> kept(List<EpochResult> some) {
        return some.stream().filter(result -> epochs.keeps(result.epoch())).toList();
    }

    /** Indices of the test images in the grid, see {@link Dataset#samples()}. */
    public int[] samples() {
        return samples.clone();
    }

    /** @return the model's reconstructions of some test images after an epoch */
    public Reconstructions reconstruct(int epoch, int... testImages) {
        return inference.reconstruct(epochs.read(epoch), dataset.test(), testImages);
    }

    /** @return the reconstructions of some test images with parameters of this run's model */
    public Reconstructions reconstruct(float[] parameters, int... testImages) {
        return inference.reconstruct(parameters, dataset.test(), testImages);
    }

    /**
     * @return intensities of the reconstructions of some test images after an epoch, shape [testImages.length, channels
     *     * height * width]: 0 to 1, but those of a linear output may lie outside
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

    /** @return the model's reconstructions of images of the dataset's size after an epoch */
    public Reconstructions reconstruct(int epoch, ImageSet images) {
        int[] all = IntStream.range(0, images.count()).toArray();
        return inference.reconstruct(epochs.read(epoch), images, all);
    }

    /**
     * @param wanted whether they are still asked for
     * @return reconstruction error of every test image after an epoch, shape [test images]
     * @throws CancellationException if they are no longer asked for
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
     * @return the codes as decoded after an epoch, shape [count, channels, height, width], one unsigned byte each
     */
    public byte[] decode(int epoch, float... codes) {
        return inference.decode(epochs.read(epoch), codes);
    }

    /**
     * @param codes shape [count, latent]
     * @return intensities of the codes as decoded after an epoch, shape [count, channels * height * width]: 0 to 1, but
     *     those of a linear output may lie outside
     */
    public float[] decodeIntensities(int epoch, float... codes) {
        return inference.decodeIntensities(epochs.read(epoch), codes);
    }

    /** @return of a variational model, the distributions of all test images' codes after an epoch */
    public CodeDistributions distributions(int epoch) {
        return CodeDistributions.of(inference, epochs.read(epoch), dataset.test());
    }

    /** @return the weights of the shape of an image after an epoch, with their units' activity over the test images */
    public Filters filters(int epoch) {
        return Filters.of(inference, epochs.read(epoch), dataset.test());
    }

    /**
     * @param wanted whether it is still asked for
     * @return the greatest magnitude of the weights that have the shape of an image, over all kept epochs so far
     * @throws CancellationException if it is no longer asked for, or the run is closed
     */
    public float greatestWeight(BooleanSupplier wanted) {
        return greatestWeight.soFar(wanted);
    }

    /**
     * @param wanted whether the plane is still asked for
     * @return the principal plane of the test images' latent codes after an epoch, its axes aligned with those of the
     *     epoch before. The first call for a late epoch computes all before it
     * @throws CancellationException if it is no longer asked for, or the run is closed and nobody holds it
     */
    public PrincipalPlane principalPlane(int epoch, BooleanSupplier wanted) {
        return planes.of(epoch, wanted);
    }

    /** @return the principal planes that have been computed, by epoch; does not wait for one that is */
    public SortedMap<Integer, PrincipalPlane> planesSoFar() {
        return planes.soFar();
    }

    /** @return the test images on the principal plane of their pixels; computed once, tenths of a second for 10,000 */
    public PixelPlane pixelPlane() {
        synchronized (samples) {
            if (pixelPlane == null) {
                pixelPlane = PixelPlane.of(dataset.test());
            }
            return pixelPlane;
        }
    }

    /** What has been found out about it, in the file it is from or since. */
    public Findings findings() {
        return findings;
    }

    /**
     * @return how well its latent space separates the classes, epoch by epoch; null if its data do not allow that
     *     figure
     */
    public NeighbourAccuracy accuracy() {
        return accuracy;
    }

    /** Keeps a run open for one reader. */
    public interface Hold extends AutoCloseable {
        /** Ends the hold; calling it again does nothing. */
        @Override
        void close();
    }

    /**
     * Keeps the run readable, with all the epochs it has now, until the hold is closed, even if another run replaces
     * it: for an export, for example.
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

    /**
     * Takes note that the file that the run is from is about to drop the parameters of some epochs.
     *
     * @return false while somebody holds the run: they have to stay
     */
    public synchronized boolean mayDrop(List<Integer> some) {
        if (readers > (closed ? 0 : 1)) {
            return false;
        }
        epochs.forget(some);
        return true;
    }

    /** Releases most of its memory until something is asked for again; waits for a computation under way. */
    public void rest() {
        inference.rest();
    }

    /**
     * Removes the stored epochs and frees native memory as soon as nobody holds the run; waits for a computation under
     * way.
     */
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

    /** @return whether it can no longer be read: it is closed, and nobody holds it */
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
