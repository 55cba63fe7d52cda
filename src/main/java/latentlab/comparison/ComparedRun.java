package latentlab.comparison;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.BestEpoch;
import latentlab.engine.training.EpochResult;
import latentlab.run.RateChange;
import latentlab.run.Run;
import latentlab.run.RunStart;
import latentlab.run.SavedRun;
import latentlab.run.findings.TestError;
import latentlab.text.Problem;

/**
 * A run beside others: all that is known of it without its parameters.
 *
 * @param name what to call it
 * @param given the name that says which it is wherever it is shown, as of a user's own; empty for none
 * @param config its settings at the start
 * @param history element e is epoch e: at least the first one
 * @param rateChanges changes of the learning rate during the run, in order
 * @param accuracies of nearest neighbours in latent space, 0 to 1, by epoch: those that have been computed, often none
 * @param errors of the test images, by epoch: those that have been computed, often none
 */
public record ComparedRun(
        String name,
        String given,
        RunStart start,
        TrainingConfig config,
        List<EpochResult> history,
        List<RateChange> rateChanges,
        SortedMap<Integer, Double> accuracies,
        SortedMap<Integer, TestError> errors) {
    public ComparedRun {
        history = List.copyOf(history);
        rateChanges = List.copyOf(rateChanges);
        accuracies = Collections.unmodifiableSortedMap(new TreeMap<>(accuracies));
        errors = Collections.unmodifiableSortedMap(new TreeMap<>(errors));
    }

    /**
     * Reads nothing but the record, so that the file may be closed afterwards.
     *
     * @throws Problem if that cannot be read
     */
    public static ComparedRun of(String name, SavedRun saved) throws Problem {
        TrainingConfig config = TrainingConfig.ofTexts(saved.start().settings());
        return new ComparedRun(
                name,
                saved.said().name(),
                saved.start(),
                config,
                saved.history(),
                saved.rateChanges(),
                saved.accuracies(),
                saved.errors());
    }

    /** @return the same, called by a name wherever it is shown */
    public ComparedRun called(String title) {
        return new ComparedRun(title, title, start, config, history, rateChanges, accuracies, errors);
    }

    /** A run as it is now, whether it is still being trained or not. */
    public static ComparedRun of(String name, Run run) {
        return new ComparedRun(
                name,
                run.findings().said().name(),
                run.start(),
                run.config(),
                run.history(),
                run.rateChanges(),
                run.findings().accuracies(),
                run.findings().errors());
    }

    /** @return the epoch with the least validation loss, the first of several; null if none has a finite one */
    public EpochResult best() {
        int best = BestEpoch.of(history);
        return best < 0 ? null : history.get(best);
    }

    public EpochResult last() {
        return history.getLast();
    }

    /** @return accuracy of nearest neighbours after its last epoch, 0 to 1; NaN where it is not known, or no number */
    public double accuracy() {
        return accuracies.getOrDefault(epochs(), Double.NaN);
    }

    /** @return of the test images after its last epoch; null where it is not known */
    public TestError error() {
        return errors.get(epochs());
    }

    /** @return the same with this error of the test images after its last epoch */
    public ComparedRun with(TestError last) {
        SortedMap<Integer, TestError> more = new TreeMap<>(errors);
        more.put(epochs(), last);
        return new ComparedRun(name, given, start, config, history, rateChanges, accuracies, more);
    }

    /** Epochs trained. */
    public int epochs() {
        return history.size() - 1;
    }

    /** @return seconds of all its epochs, without what lay between them */
    public double seconds() {
        return history.stream().mapToDouble(EpochResult::seconds).sum();
    }

    /** @return the validation loss of each epoch, shape [epochs + 1] */
    public double[] losses() {
        return history.stream().mapToDouble(EpochResult::validLoss).toArray();
    }

    /** @return where each epoch is on an axis, shape [epochs + 1] */
    public double[] places(Axis axis) {
        double[] places = new double[history.size()];
        for (int epoch = 1; epoch < places.length; epoch++) {
            places[epoch] = axis == Axis.EPOCH
                    ? epoch
                    : places[epoch - 1] + history.get(epoch).seconds();
        }
        return places;
    }

    /** @return how a setting is written; empty where it makes no difference beside the others */
    String effective(Setting<?> setting) {
        return Difference.effective(setting, config);
    }

    String text(Setting<?> setting) {
        return Difference.text(setting, config);
    }
}
