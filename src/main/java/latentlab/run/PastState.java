package latentlab.run;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import latentlab.data.Dataset;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.DivergedException;
import latentlab.engine.training.Trainer;
import latentlab.engine.training.TrainerState;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * A trainer's state after any epoch of a run that was kept. Where that state is not kept, training is repeated from the
 * last one before it: same data, settings and arithmetic come to the same numbers.
 *
 * @param state whose parameters are those that were kept
 * @param exact whether it is what it was: false where repeating came to other parameters, as on another processor or
 *     where the user changed the rate in the middle of an epoch, so that the optimiser's moments are a little different
 */
public record PastState(TrainerState state, boolean exact) {
    /**
     * @param dataset that it was trained on; others of the same shape do where the state is kept
     * @param epoch whose parameters are kept
     * @throws Problem if it is not kept, or cannot be read
     * @throws CancellationException if the progress has been cancelled
     */
    public static PastState of(SavedRun saved, Dataset dataset, int epoch, Progress progress) throws Problem {
        TrainingConfig config = TrainingConfig.ofTexts(saved.start().settings());
        Autoencoder model = Autoencoder.of(config, dataset.shape());
        if (epoch < 0 || epoch >= saved.history().size() || !saved.keeps(epoch)) {
            throw Problem.of("run.branch.dropped", epoch, saved.history().size() - 1);
        }
        List<Integer> before =
                saved.states().stream().filter(each -> each <= epoch).toList();
        if (before.isEmpty()) {
            throw Problem.of("run.branch.shared", epoch);
        }
        TrainerState state = saved.state(model, before.getLast());
        if (state.epoch() < epoch) {
            if (!dataset.identity().hash().equals(saved.start().data().hash())) {
                String there = saved.states().stream().map(String::valueOf).collect(Collectors.joining(", "));
                throw Problem.of("run.branch.data", epoch, saved.start().data().name(), there);
            }
            state = repeated(saved, config, dataset, state, epoch, progress);
        }
        float[] kept = saved.parameters(epoch);
        boolean exact = Arrays.equals(kept, state.parameters());
        return new PastState(exact ? state : state.withParameters(kept), exact);
    }

    private static TrainerState repeated(
            SavedRun saved, TrainingConfig config, Dataset dataset, TrainerState from, int epoch, Progress progress)
            throws Problem {
        Sentence what = Sentence.of("run.branch.repeating", from.epoch(), epoch);
        try (Trainer trainer = Trainer.resume(config, dataset, from)) {
            if (epoch >= from.planned()) {
                // More epochs were asked for since.
                trainer.plan(saved.state(trainer.model()).planned());
            }
            double rate = from.learningRate();
            while (trainer.epoch() < epoch) {
                int next = trainer.epoch() + 1;
                for (RateChange change : saved.rateChanges()) {
                    if (change.epoch() == next) {
                        rate = change.after();
                    }
                }
                double now = rate;
                double done = (double) (next - 1 - from.epoch()) / (epoch - from.epoch());
                trainer.train((batch, batches) -> {
                    progress.report(done + (double) batch / batches / (epoch - from.epoch()), what);
                    return now;
                });
                if (trainer.outOfPatience()) {
                    // It went on all the same.
                    trainer.bePatient();
                }
            }
            return trainer.state();
        } catch (DivergedException e) {
            throw Problem.of("run.diverged", e.epoch(), e.learningRate());
        }
    }
}
