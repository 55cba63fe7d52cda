package latentlab.view.hearing;

import java.util.List;
import latentlab.engine.training.BestEpoch;
import latentlab.engine.training.EpochResult;
import latentlab.run.RunState;
import latentlab.text.Sentence;

/** What is said about training to somebody who does not look at it. */
final class TrainingWords {
    private TrainingWords() {}

    /** @param history from epoch 0 on @param epoch of it, from 1 on @param planned epochs */
    static Sentence epoch(List<EpochResult> history, int epoch, int planned) {
        EpochResult result = history.get(epoch);
        return Double.isNaN(result.validLoss())
                ? Sentence.of("view.hearing.said.train", epoch, planned, result.trainLoss())
                : Sentence.of("view.hearing.said.epoch", epoch, planned, result.trainLoss(), result.validLoss());
    }

    /** @return how training has ended or been interrupted; null if the state says nothing of the kind */
    static Sentence state(RunState state, List<EpochResult> history) {
        int epochs = history.size() - 1;
        int best = BestEpoch.of(history);
        return switch (state) {
            case FINISHED ->
                best < 0
                        ? Sentence.of("view.hearing.said.done", epochs)
                        : Sentence.of(
                                "view.hearing.said.finished",
                                epochs,
                                history.getLast().validLoss(),
                                history.get(best).validLoss(),
                                best);
            case PAUSED -> Sentence.of("view.hearing.said.paused", epochs);
            case STOPPED -> Sentence.of("view.hearing.said.stopped", epochs);
            case DIVERGED -> Sentence.of("view.hearing.said.diverged", epochs);
            case FAILED -> Sentence.of("view.hearing.said.failed", epochs);
            case READY, TRAINING -> null;
        };
    }
}
