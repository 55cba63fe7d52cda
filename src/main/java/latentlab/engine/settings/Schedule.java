package latentlab.engine.settings;

/** How the learning rate changes over a run: what the rate that is set is multiplied by in each batch. */
public enum Schedule {
    CONSTANT,
    /** Times the factor every so many epochs, as PyTorch's StepLR. */
    STEP,
    /** Falls along half a cosine to zero over the planned epochs (Loshchilov &amp; Hutter 2017, without restarts). */
    COSINE,
    /**
     * Rises from 1/25 to 1 and falls to 1/250,000, both along half a cosine (Smith &amp; Topin 2018), batch by batch,
     * while momentum, or Adam's first beta, falls from 0.95 to 0.85 and rises again: PyTorch's OneCycleLR.
     */
    ONE_CYCLE,
    /** Rises in a straight line from nearly zero, batch by batch, and stays. */
    WARM_UP,
    /** Times the factor whenever the validation loss has not become better for so many epochs, as ReduceLROnPlateau. */
    PLATEAU;

    private static final double START = 1.0 / 25;
    private static final double END = START / 1e4;
    private static final double HIGH_MOMENTUM = 0.95;
    private static final double LOW_MOMENTUM = 0.85;

    /**
     * @param config for the factor, the epochs and the share of the warm-up
     * @param epoch of the batch, from 0
     * @param batch in its epoch, from 0
     * @param batches in an epoch
     * @param planned epochs of the run
     * @param plateaus there have been so far
     */
    public double factor(TrainingConfig config, int epoch, int batch, int batches, int planned, int plateaus) {
        double share = config.get(Setting.WARM_UP);
        double factor = config.get(Setting.SCHEDULE_FACTOR);
        return switch (this) {
            case CONSTANT -> 1;
            case STEP ->
                Math.pow(
                        factor,
                        Math.floorDiv(epoch, config.get(Setting.SCHEDULE_EPOCHS).intValue()));
            case COSINE -> between(1, 0, (double) epoch / planned);
            case ONE_CYCLE ->
                oneCycle(epoch * (double) batches + batch, planned * (double) batches, share, START, 1, END);
            case WARM_UP -> Math.min(1, ((double) epoch * batches + batch + 1) / (share * planned * batches));
            case PLATEAU -> Math.pow(factor, plateaus);
        };
    }

    /**
     * What the optimiser keeps of what it knew before at a batch: its own {@link Optimiser#momentum}, or the cycle's.
     */
    public double momentum(TrainingConfig config, int epoch, int batch, int batches, int planned) {
        if (this != ONE_CYCLE) {
            return config.get(Setting.OPTIMISER).momentum(config);
        }
        double step = epoch * (double) batches + batch;
        double share = config.get(Setting.WARM_UP);
        return oneCycle(step, planned * (double) batches, share, HIGH_MOMENTUM, LOW_MOMENTUM, HIGH_MOMENTUM);
    }

    private static double oneCycle(double step, double steps, double share, double start, double middle, double end) {
        double top = share * steps - 1;
        double last = steps - 1;
        if (step < top) {
            return between(start, middle, step / top);
        }
        // Where the way up is no longer than one step, that step is the top; there PyTorch divides by zero.
        return between(middle, end, (step - top) / (last - top));
    }

    /** Along half a cosine. */
    private static double between(double from, double to, double t) {
        return to + (from - to) * (1 + Math.cos(Math.PI * Math.min(1, t))) / 2;
    }
}
