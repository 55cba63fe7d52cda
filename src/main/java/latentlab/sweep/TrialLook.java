package latentlab.sweep;

import latentlab.comparison.ComparedRun;
import latentlab.engine.training.EpochResult;
import latentlab.text.Sentence;

/**
 * How far a trial of a queue has come.
 *
 * @param done epochs that are kept
 * @param last validation loss of the newest; NaN before the first
 * @param best the least of all; NaN likewise
 * @param error MSE of the test images after the last epoch; NaN until that is known
 * @param pace seconds an epoch, as far as some were trained now; else NaN
 * @param why it has failed; else null
 */
public record TrialLook(
        Trial trial, State state, int done, double last, double best, double error, double pace, Sentence why) {
    /** What becomes of it next. */
    public enum State {
        TRAINING,
        WAITING,
        FINISHED,
        DIVERGED,
        FAILED,
        CANCELLED
    }

    static TrialLook waiting(Trial trial) {
        return new TrialLook(trial, State.WAITING, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, null);
    }

    TrialLook in(State other) {
        return new TrialLook(trial, other, done, last, best, error, pace, null);
    }

    TrialLook after(EpochResult result) {
        double seconds = Double.isNaN(pace) ? result.seconds() : 0.8 * pace + 0.2 * result.seconds();
        double least = best <= result.validLoss() ? best : result.validLoss();
        return new TrialLook(
                trial, State.TRAINING, result.epoch(), result.validLoss(), least, Double.NaN, seconds, null);
    }

    TrialLook after(Outcome outcome, State state) {
        ComparedRun run = outcome.run();
        return run == null
                ? new TrialLook(trial, state, done, last, best, error, pace, outcome.why())
                : new TrialLook(
                        trial,
                        state,
                        run.epochs(),
                        run.epochs() == 0 ? Double.NaN : run.last().validLoss(),
                        run.epochs() == 0 || run.best() == null
                                ? Double.NaN
                                : run.best().validLoss(),
                        run.error() == null ? Double.NaN : run.error().mse(),
                        pace,
                        outcome.why());
    }

    /** Whether it is neither trained nor to be trained. */
    public boolean over() {
        return state != State.TRAINING && state != State.WAITING;
    }

    /** Epochs that it is to have; fewer where it was found to be enough. */
    public int planned() {
        return state == State.FINISHED && done > 0 ? done : trial.config().epochs();
    }

    /** @return NaN where nobody can tell */
    public double secondsLeft() {
        return state == State.TRAINING ? pace * (planned() - done) : Double.NaN;
    }
}
