package latentlab.engine.training;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.engine.kernels.BlasThreads;
import latentlab.engine.kernels.Floats;
import latentlab.engine.kernels.Kernels;
import latentlab.engine.loss.LossSums;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.model.Batch;
import latentlab.engine.settings.Noise;
import latentlab.engine.settings.Schedule;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.text.Problem;

/**
 * Trains one model on one dataset, epoch by epoch, on the caller's thread, with the help of others. Same data, config
 * and {@link Arithmetic}: same numbers, bit for bit, on however many cores, and however often a run is paused, stopped
 * and taken up again.
 */
public final class Trainer implements AutoCloseable {
    /** Of the noise on validation images, which is the same after each epoch: no epoch has this number. */
    private static final long VALIDATION = -1;
    /** As many as a batch has parts at most. */
    private static final int MOST_WORKERS = 4;

    /** Trainers in the process that are at an epoch: beside each other, each keeps to one core. */
    private static final AtomicInteger TRAINING = new AtomicInteger();

    private final TrainingConfig config;
    private final Autoencoder model;
    private final ImageSet images;
    private final int trainFrom;
    private final int trainCount;
    private final Kernels kernels;
    private final Workers workers;
    private final TeamSize team;
    private final TrainingStep step;
    private final TrainingStep.Checkpoint epochStart;
    private final Batch batch;
    private final Batch lastBatch;
    private final Evaluation validation;
    private final int[] order;
    private final TrainingStep.Filler filler = this::fill;
    private final int threads;
    private final Schedule schedule;
    private final Patience patience;
    private final LossSums sums;
    private final EpochSoFar soFar;
    private final EpochSoFar begun;
    private int planned;
    private int epoch;
    private double learningRate;
    private double trainingSeconds;
    /** First image of the batch under way, of those that are trained on. */
    private int from;

    /**
     * Draws the initial parameters and takes the memory a run needs; nothing more is taken while it trains.
     *
     * @throws IllegalArgumentException if there are fewer than two training images: one to train on, one to validate
     *     with
     */
    public Trainer(TrainingConfig config, Dataset dataset) {
        this(config, dataset, Kernels.fastest());
    }

    public Trainer(TrainingConfig config, Dataset dataset, Kernels kernels) {
        this(
                config,
                dataset,
                kernels,
                model -> model.initialParameters(config.seed(), config.get(Setting.INITIALISER)));
    }

    /**
     * Begins with parameters that somebody has, in place of random ones; all else is as of a new run.
     *
     * @param parameters of the model that the config comes to, which are copied
     */
    public static Trainer with(float[] parameters, TrainingConfig config, Dataset dataset) {
        return new Trainer(config, dataset, Kernels.fastest(), _ -> parameters);
    }

    private Trainer(TrainingConfig config, Dataset dataset, Kernels kernels, Function<Autoencoder, float[]> initial) {
        this.config = config;
        this.kernels = kernels;
        images = dataset.train();
        Split split = Split.of(config, dataset);
        trainFrom = split.held();
        trainCount = split.trained();
        if (trainCount < 1) {
            throw new IllegalArgumentException(images.count() + " images cannot be trained on and validated with");
        }
        try (Floats.Taking taking = new Floats.Taking()) {
            model = Autoencoder.of(config, images.shape());
            int size = Math.min(config.batch(), trainCount);
            threads = threads(config, model, size);
            workers = new Workers(workers(threads));
            team = new TeamSize(model.parts() == 1 ? 1 : workers.count());
            step = new TrainingStep(model, kernels, initial.apply(model), config, workers);
            sums = new LossSums(config, model.inputs());
            soFar = new EpochSoFar(sums.count());
            begun = new EpochSoFar(sums.count());
            schedule = config.get(Setting.SCHEDULE);
            patience = new Patience(config);
            planned = config.epochs();
            learningRate = config.learningRate();
            epochStart = step.new Checkpoint();
            batch = Batch.of(model, size, config);
            lastBatch = trainCount % size == 0 ? null : Batch.of(model, trainCount % size, config);
            validation = new Evaluation(
                    step.network,
                    kernels,
                    config,
                    split.validation(),
                    split.validated(),
                    Noise.seed(config.seed(), VALIDATION),
                    workers);
            order = config.shuffle() ? new int[trainCount] : null;
            taking.keep();
        }
    }

    /**
     * Takes up the training that a state was taken from, perhaps in another process: {@link #train} goes on with its
     * next batch. The moments and parameters are copied.
     *
     * @param config of the run the state is of; as {@code dataset}, not checked but for its sizes
     * @throws Problem if the state is of a model or a number of batches that these do not come to
     */
    public static Trainer resume(TrainingConfig config, Dataset dataset, TrainerState state) throws Problem {
        Trainer trainer = new Trainer(config, dataset, Kernels.fastest(), model -> new float[model.parameterCount()]);
        if (!trainer.fits(state)) {
            trainer.close();
            throw Problem.of("engine.state.other");
        }
        trainer.step.set(state);
        trainer.patience.set(state.patience());
        trainer.soFar.batch = state.batch();
        System.arraycopy(state.sums(), 0, trainer.soFar.sums, 0, trainer.sums.count());
        trainer.soFar.seconds = state.seconds();
        trainer.epoch = state.epoch();
        trainer.planned = state.planned();
        trainer.learningRate = state.learningRate();
        return trainer;
    }

    /** @return how many threads a trainer of these would share its matrix products among; those are the process's */
    public static int threads(TrainingConfig config, Dataset dataset) {
        int batch = Math.min(config.batch(), Split.of(config, dataset).trained());
        return threads(config, Autoencoder.of(config, dataset.shape()), batch);
    }

    private static int threads(TrainingConfig config, Autoencoder model, int batch) {
        return config.get(Setting.REPRODUCIBLE) ? 1 : BlasThreads.of(model, batch);
    }

    /** Where each product has two threads already, more would only get into their way. */
    static int workers(int threads) {
        return threads == 1 ? Math.min(MOST_WORKERS, Runtime.getRuntime().availableProcessors()) : 1;
    }

    private boolean fits(TrainerState state) {
        return state.parameters().length == model.parameterCount()
                && state.sums().length == sums.count()
                && state.batch() < batches();
    }

    /**
     * All that training has come to, to go on from in another trainer. Between two epochs, or between two batches: then
     * it is asked for on the training's thread, by a {@link BatchControl} that may stop the epoch here with its answer.
     *
     * @return a copy, which training does not touch
     */
    public TrainerState state() {
        return new TrainerState(
                parameters(),
                step.moments().getFirst().flat(),
                step.moments().getLast().flat(),
                step.steps(),
                epoch,
                soFar.batch,
                soFar.sums.clone(),
                soFar.seconds,
                learningRate,
                planned,
                patience.state());
    }

    /** What else its numbers depend on, besides data and configuration. */
    public Arithmetic arithmetic() {
        return new Arithmetic(kernels.lanes(), BlasThreads.processor(), threads);
    }

    public Autoencoder model() {
        return model;
    }

    /** Epochs trained so far. */
    public int epoch() {
        return epoch;
    }

    /** Seconds the last epoch took without its validation. */
    public double trainingSeconds() {
        return trainingSeconds;
    }

    /** Batches in an epoch, the shorter last one included. */
    public int batches() {
        return (trainCount + batch.count() - 1) / batch.count();
    }

    /** @return a copy of the parameters as they are now, see {@link Autoencoder#arrays()} */
    public float[] parameters() {
        return step.network.parameters.flat();
    }

    /** @return epoch 0: the losses of the untrained model */
    public EpochResult initial() {
        double[] valid = validate();
        return new EpochResult(0, Double.NaN, sums.loss(valid), 0, config.learningRate(), sums.parts(null, valid));
    }

    /**
     * Trains one more epoch, or the rest of the one that a state was taken in.
     *
     * @param control asked before every batch
     * @return the epoch, or null when control ended it; the run then stands again where the epoch began, or was taken
     *     up
     * @throws DivergedException when the loss is no longer a finite number; likewise
     */
    public EpochResult train(BatchControl control) throws DivergedException {
        TRAINING.incrementAndGet();
        try {
            return epoch(control);
        } finally {
            TRAINING.decrementAndGet();
        }
    }

    /** Whether an epoch is being trained, by whichever trainer. */
    static boolean anyTrains() {
        return TRAINING.get() > 0;
    }

    private EpochResult epoch(BatchControl control) throws DivergedException {
        epochStart.save();
        begun.set(soFar);
        long last = System.nanoTime();
        if (order != null) {
            shuffle(order, trainFrom, config.seed(), epoch + 1);
        }
        int batches = batches();
        while (soFar.batch < batches) {
            int b = soFar.batch;
            long asked = System.nanoTime();
            soFar.seconds += (asked - last) * 1e-9;
            double rate = control.learningRate(b, batches);
            last = System.nanoTime();
            if (Double.isNaN(rate)) {
                giveUp();
                return null;
            }
            learningRate = rate;
            train(
                    b,
                    rate * schedule.factor(config, epoch, b, batches, planned, patience.plateaus()),
                    schedule.momentum(config, epoch, b, batches, planned));
            if (!Double.isFinite(sums.loss(soFar.sums))) {
                giveUp();
                throw new DivergedException(epoch + 1, rate);
            }
            soFar.batch++;
        }
        long trained = System.nanoTime();
        double seconds = soFar.seconds + (trained - last) * 1e-9;
        double[] valid = validate();
        if (!Double.isFinite(sums.loss(valid))) {
            giveUp();
            throw new DivergedException(epoch + 1, learningRate);
        }
        trainingSeconds = seconds;
        double lastRate =
                learningRate * schedule.factor(config, epoch, batches - 1, batches, planned, patience.plateaus());
        double[] train = sums.means(soFar.sums, trainCount);
        epoch++;
        soFar.clear();
        double loss = sums.loss(valid);
        patience.judge(loss);
        seconds += (System.nanoTime() - trained) * 1e-9;
        return new EpochResult(epoch, sums.loss(train), loss, seconds, lastRate, sums.parts(train, valid));
    }

    private double[] validate() {
        Lock turn = BlasThreads.hold(threads);
        try {
            workers.team(TRAINING.get() > 1 ? 1 : workers.count());
            return validation.losses();
        } finally {
            turn.unlock();
        }
    }

    private void giveUp() {
        epochStart.restore();
        soFar.set(begun);
    }

    /** Whether the run should be over by now, since the validation loss has not become better for long enough. */
    public boolean outOfPatience() {
        return patience.isOver();
    }

    /** Takes up patience anew, for a run that is to go on all the same. */
    public void bePatient() {
        patience.renew();
    }

    /** @param epochs the run will come to, by which schedules go; at first those of the configuration */
    public void plan(int epochs) {
        planned = epochs;
    }

    /** Epochs the run will come to. */
    public int planned() {
        return planned;
    }

    private void train(int b, double rate, double momentum) {
        from = b * batch.count();
        step.weigh(config.get(Setting.BETA_SCHEDULE).factor(config.get(Setting.BETA_WARM_UP), epoch, b, batches()));
        Batch target = from + batch.count() <= trainCount ? batch : lastBatch;
        Lock turn = BlasThreads.hold(threads);
        try {
            long before = System.nanoTime();
            boolean alone = TRAINING.get() == 1;
            workers.team(alone ? team.next() : 1);
            double sum = step.train(target, filler, rate, momentum);
            if (alone) {
                team.took((System.nanoTime() - before) * 1e-9);
            }
            sums.add(target, sum, soFar.sums, 0);
        } finally {
            turn.unlock();
        }
    }

    private void fill(Batch part, Kernels kernels) {
        int first = from + part.first();
        long noiseSeed = Noise.seed(config.seed(), epoch);
        if (order == null) {
            part.fill(images, trainFrom + first, kernels, noiseSeed);
        } else {
            part.fill(images, order, first, kernels, noiseSeed);
        }
    }

    /**
     * A new order for each epoch (Fisher and Yates), from seed and epoch alone, so that an epoch taken up again sees
     * its images as before.
     *
     * @param order receives the numbers first, first + 1, …
     */
    static void shuffle(int[] order, int first, long seed, int epoch) {
        Arrays.setAll(order, i -> first + i);
        SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + epoch);
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
    }

    /** Gives the native memory back; the trainer is of no use afterwards. */
    @Override
    public void close() {
        workers.close();
        validation.close();
        step.close();
        epochStart.close();
        batch.close();
        if (lastBatch != null) {
            lastBatch.close();
        }
    }
}
