package latentlab.comparison;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import latentlab.data.DataIdentity;
import latentlab.data.ImageShape;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.Arithmetic;
import latentlab.engine.training.EpochResult;
import latentlab.run.BranchedFrom;
import latentlab.run.RateChange;
import latentlab.run.RunStart;
import latentlab.text.Sentence;

/** Runs that nobody has trained. */
public final class MadeUpRuns {
    private MadeUpRuns() {}

    /** @param losses validation loss of each epoch, the untrained first; each epoch but that takes half a second */
    public static ComparedRun run(String name, TrainingConfig config, double... losses) {
        return run(name, config, "5ca1ab1e0001", List.of(), losses);
    }

    /** @return the same run as a branch of another one */
    public static ComparedRun branch(ComparedRun run, ComparedRun parent, int epoch) {
        RunStart alone = run.start();
        RunStart start = new RunStart(
                alone.id(),
                alone.settings(),
                alone.data(),
                alone.arithmetic(),
                new BranchedFrom(parent.start().id(), epoch),
                alone.begun(),
                alone.weights());
        return new ComparedRun(
                run.name(),
                run.given(),
                start,
                run.config(),
                run.history(),
                run.rateChanges(),
                run.accuracies(),
                run.errors());
    }

    /** @param hash of the data, which are called digits */
    public static ComparedRun run(
            String name, TrainingConfig config, String hash, List<RateChange> changes, double... losses) {
        List<EpochResult> history = new ArrayList<>();
        for (int epoch = 0; epoch < losses.length; epoch++) {
            double seconds = epoch == 0 ? 0 : 0.5;
            history.add(new EpochResult(
                    epoch,
                    epoch == 0 ? Double.NaN : losses[epoch] - 0.01,
                    losses[epoch],
                    seconds,
                    config.learningRate()));
        }
        DataIdentity data = new DataIdentity(
                Sentence.of("data.digits.name"), "digits", Map.of(), 80, 20, ImageShape.grey(8, 8), List.of(), hash);
        RunStart start = new RunStart(name, config.texts(), data, new Arithmetic(8, "Haswell", 1));
        return new ComparedRun(
                name, "", start, config, history, changes, Collections.emptySortedMap(), Collections.emptySortedMap());
    }
}
