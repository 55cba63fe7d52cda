package latentlab.engine.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import latentlab.data.Dataset;
import latentlab.engine.settings.TrainingConfig;

/** How long an epoch takes on this machine, from real batches on the real data. */
public final class EpochTime {
    /** Batches that are trained, if there are that many; only the later half counts, when the code is compiled. */
    private static final int TIMED = 50;
    /** Nor does it go on for longer than that, once there are two, in nanoseconds. */
    private static final long LONGEST = 3_000_000_000L;

    private EpochTime() {}

    /**
     * Trains some batches of a model of its own and validates once.
     *
     * @param wanted whether it is still asked for
     * @return seconds an epoch takes, its validation included
     * @throws CancellationException once it is no longer asked for
     */
    public static double seconds(TrainingConfig config, Dataset dataset, BooleanSupplier wanted) {
        try (Trainer trainer = new Trainer(config, dataset)) {
            long begun = System.nanoTime();
            List<Long> asked = new ArrayList<>();
            EpochResult whole = trainer.train((_, _) -> {
                if (!wanted.getAsBoolean()) {
                    throw new CancellationException("nobody waits for the time of an epoch");
                }
                asked.add(System.nanoTime());
                boolean enough = asked.size() > TIMED || asked.size() > 2 && asked.getLast() - begun > LONGEST;
                return enough ? Double.NaN : config.learningRate();
            });
            if (whole != null) {
                return whole.seconds();
            }
            return usual(asked) * trainer.batches() + Math.min(validation(trainer), validation(trainer));
        } catch (DivergedException e) {
            // It would end there in the run, too: how long it takes is not what matters then.
            return Double.NaN;
        }
    }

    /** Of the later half of the times between: the lower quartile, so that a machine that is busy does not count. */
    private static double usual(List<Long> moments) {
        int from = (moments.size() - 1) / 2;
        double[] times = new double[moments.size() - 1 - from];
        for (int i = 0; i < times.length; i++) {
            times[i] = (moments.get(from + i + 1) - moments.get(from + i)) * 1e-9;
        }
        Arrays.sort(times);
        return times[times.length / 4];
    }

    private static double validation(Trainer trainer) {
        long before = System.nanoTime();
        trainer.initial();
        return (System.nanoTime() - before) * 1e-9;
    }
}
