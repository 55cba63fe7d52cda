package latentlab.run.step;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import latentlab.engine.settings.Optimiser;
import latentlab.engine.settings.Schedule;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.DivergedException;
import latentlab.engine.training.Trainer;
import latentlab.engine.training.TrainerState;
import latentlab.run.RateChange;
import latentlab.run.Run;

/**
 * What a run's trainer knew after an epoch, whose parameters alone are kept: to take the next step as it was, or would
 * be, taken.
 *
 * @param state with the parameters that are kept of the epoch
 * @param known whether the optimiser's memory in it is what it was; else it is that of an optimiser which begins here
 */
public record ReachedState(TrainerState state, boolean known) {
    /** Of a state that has no epoch under way and has never been judged. */
    private static final TrainerState.PatienceState PATIENT =
            new TrainerState.PatienceState(Double.POSITIVE_INFINITY, 0, Double.POSITIVE_INFINITY, 0, 0);

    /** Whether the optimiser's memory after an epoch is known without repeating what was trained until then. */
    public static boolean known(Run run, int epoch) {
        return epoch == 0
                || run.config().get(Setting.OPTIMISER) == Optimiser.SGD
                        && run.config().get(Setting.SCHEDULE) != Schedule.PLATEAU;
    }

    /**
     * At once, with the optimiser's memory empty.
     *
     * @param epoch that is kept
     * @param planned epochs of the run, by which schedules go
     */
    public static ReachedState atOnce(Run run, int epoch, int planned) {
        float[] parameters = run.epochs().read(epoch);
        int parts = run.history().getFirst().parts().size();
        TrainerState state = new TrainerState(
                parameters,
                new float[parameters.length],
                new float[parameters.length],
                0,
                epoch,
                0,
                new double[parts],
                0,
                rate(run, epoch + 1),
                planned,
                PATIENT);
        return new ReachedState(state, known(run, epoch));
    }

    /**
     * By repeating what was trained until then from the first epoch's parameters on: as long as the epochs took.
     *
     * @param epoch that is kept
     * @param planned as for {@link #atOnce}
     * @param progress told the share that is done
     * @param wanted whether it is still asked for
     * @return as {@link #atOnce} where repeating comes to other parameters: in a branch, or on another processor
     * @throws CancellationException once it is no longer asked for
     */
    public static ReachedState repeated(
            Run run, int epoch, int planned, DoubleConsumer progress, BooleanSupplier wanted) {
        TrainingConfig config = run.config();
        float[] kept = run.epochs().read(epoch);
        try (Trainer trainer = Trainer.with(run.epochs().read(0), config, run.dataset())) {
            while (trainer.epoch() < epoch) {
                int next = trainer.epoch() + 1;
                double rate = rate(run, next);
                trainer.train((batch, batches) -> {
                    if (!wanted.getAsBoolean()) {
                        throw new CancellationException("nobody waits for the state after epoch " + epoch);
                    }
                    progress.accept((next - 1 + (double) batch / batches) / epoch);
                    return rate;
                });
                if (trainer.outOfPatience()) {
                    // It went on all the same.
                    trainer.bePatient();
                }
            }
            trainer.plan(planned);
            TrainerState state = trainer.state();
            return Arrays.equals(kept, state.parameters())
                    ? new ReachedState(state, true)
                    : atOnce(run, epoch, planned);
        } catch (DivergedException _) {
            return atOnce(run, epoch, planned);
        }
    }

    /** The learning rate that an epoch was trained with in the end, or is to be. */
    private static double rate(Run run, int epoch) {
        List<RateChange> changes = run.rateChanges();
        return changes.stream()
                .filter(change -> change.epoch() <= epoch)
                .reduce((_, later) -> later)
                .map(RateChange::after)
                .orElse(run.config().learningRate());
    }
}
