package latentlab.engine.cost;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import latentlab.data.Dataset;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.DivergedException;
import latentlab.engine.training.Trainer;

/** How long an epoch takes on this machine, from real batches on the real data. */
public final class EpochTime {
    private final StepPace pace = new StepPace(compiled());
    private final double learningRate;
    private final BooleanSupplier wanted;
    /** When the batch under way began. */
    private long began;

    private EpochTime(double learningRate, BooleanSupplier wanted) {
        this.learningRate = learningRate;
        this.wanted = wanted;
    }

    /**
     * Trains a model of its own until its steps are as fast as they get, and validates.
     *
     * @param wanted whether it is still asked for
     * @return seconds an epoch takes, its validation included
     * @throws CancellationException once it is no longer asked for
     */
    public static double seconds(TrainingConfig config, Dataset dataset, BooleanSupplier wanted) {
        try (Trainer trainer = new Trainer(config, dataset)) {
            StepPace pace = new EpochTime(config.learningRate(), wanted).train(trainer);
            return pace.seconds() * trainer.batches() + Math.min(validation(trainer), validation(trainer));
        } catch (DivergedException e) {
            // It would end there in the run, too: how long it takes is not what matters then.
            return Double.NaN;
        }
    }

    private StepPace train(Trainer trainer) throws DivergedException {
        while (!pace.settled()) {
            boolean whole = trainer.train(this::next) != null;
            if (whole && trainer.batches() == 1) {
                pace.add(trainer.trainingSeconds(), compiled());
            }
        }
        return pace;
    }

    /** Of an epoch's last batch, which may be shorter, no time is taken. */
    private double next(int batch, int batches) {
        long now = System.nanoTime();
        if (!wanted.getAsBoolean()) {
            throw new CancellationException("nobody waits for the time of an epoch");
        }
        if (batch > 0) {
            pace.add((now - began) * 1e-9, compiled());
        }
        began = System.nanoTime();
        return pace.settled() ? Double.NaN : learningRate;
    }

    /** Seconds that Java has compiled for so far; 0 where it does not tell. */
    private static double compiled() {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        return compiler != null && compiler.isCompilationTimeMonitoringSupported()
                ? compiler.getTotalCompilationTime() * 1e-3
                : 0;
    }

    private static double validation(Trainer trainer) {
        long before = System.nanoTime();
        trainer.initial();
        return (System.nanoTime() - before) * 1e-9;
    }
}
