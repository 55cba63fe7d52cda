package latentlab.engine.cost;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import latentlab.data.Dataset;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.DivergedException;
import latentlab.engine.training.Split;
import latentlab.engine.training.Trainer;

/** How long an epoch takes on this machine, from real batches on the real data. */
public final class EpochTime {
    /** Seconds. */
    private static final double LONG = 1;

    private final StepPace pace = new StepPace(compiled());
    private final double learningRate;
    private final BooleanSupplier wanted;
    /** By the clock that counts nanoseconds: then what is known must suffice. */
    private final long end;
    /** When the batch under way began. */
    private long began;

    private EpochTime(double learningRate, double most, BooleanSupplier wanted) {
        this.learningRate = learningRate;
        this.wanted = wanted;
        end = System.nanoTime() + (long) (most * 1e9);
    }

    /**
     * Trains a model of its own until its steps are as fast as they get, and validates.
     *
     * @param most seconds after which what is known must suffice; a validation that has begun ends
     * @param wanted whether it is still asked for
     * @return seconds an epoch takes, its validation included; NaN where the model diverges too
     *     soon, or takes no step in that time
     * @throws CancellationException once it is no longer asked for
     */
    public static double seconds(TrainingConfig config, Dataset dataset, double most, BooleanSupplier wanted) {
        try (Trainer trainer = new Trainer(config, dataset)) {
            EpochTime time = new EpochTime(config.learningRate(), most, wanted);
            boolean diverged = time.train(trainer);
            double step = diverged && !time.pace.knows() ? Double.NaN : time.pace.seconds();
            if (Double.isNaN(step)) {
                return Double.NaN;
            }
            int trained = Split.of(config, dataset).trained();
            // The last batch may be a short one.
            return step * trained / Math.min(config.batch(), trained) + time.validation(trainer);
        }
    }

    /** @return whether it has diverged: small data see many more epochs here than the run is to have */
    private boolean train(Trainer trainer) {
        try {
            while (!isOver()) {
                boolean whole = trainer.train(this::next) != null;
                if (whole && trainer.batches() == 1) {
                    pace.add(trainer.trainingSeconds(), compiled());
                }
            }
            return false;
        } catch (DivergedException _) {
            return true;
        }
    }

    private boolean isOver() {
        return pace.settled() || System.nanoTime() > end;
    }

    /** Of an epoch's last batch, which may be shorter, no time is taken. */
    private double next(int batch, int batches) {
        long now = System.nanoTime();
        checkWanted();
        if (batch > 0) {
            pace.add((now - began) * 1e-9, compiled());
        }
        began = System.nanoTime();
        return isOver() ? Double.NaN : learningRate;
    }

    private void checkWanted() {
        if (!wanted.getAsBoolean()) {
            throw new CancellationException("nobody waits for the time of an epoch");
        }
    }

    /** Seconds that Java has compiled for so far; 0 where it does not tell. */
    private static double compiled() {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        return compiler != null && compiler.isCompilationTimeMonitoringSupported()
                ? compiler.getTotalCompilationTime() * 1e-3
                : 0;
    }

    /** The first one is slower than those that follow, which is of no account where it takes long. */
    private double validation(Trainer trainer) {
        double once = validate(trainer);
        return once > LONG ? once : Math.min(once, validate(trainer));
    }

    private double validate(Trainer trainer) {
        checkWanted();
        long before = System.nanoTime();
        trainer.initial();
        return (System.nanoTime() - before) * 1e-9;
    }
}
