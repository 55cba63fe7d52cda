package latentlab.engine.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import latentlab.engine.loss.LossPart;
import latentlab.engine.settings.Loss;

/**
 * What one epoch came to. Whatever a view shows of an epoch is a function of its parameters, so they are kept too (see
 * {@code run.EpochStore}); this record is the small part that stays in memory.
 *
 * @param epoch 0 before training, then 1, 2, …
 * @param trainLoss the run's {@link Loss}, the sample-weighted mean over the epoch's batches as they were trained; NaN
 *     for epoch 0
 * @param validLoss the same of the validation images, taken after the epoch
 * @param seconds time the epoch took, training and validation; 0 for epoch 0
 * @param learningRate the rate its last batch was trained with, after the schedule
 * @param parts what else the run's loss consists of, the reconstruction first: as many in every epoch of a run. With a
 *     single part it is the loss itself
 */
public record EpochResult(
        int epoch, double trainLoss, double validLoss, double seconds, double learningRate, List<LossPart> parts) {
    public EpochResult {
        parts = List.copyOf(parts);
    }

    /** Of a run whose loss is the reconstruction's alone. */
    public EpochResult(int epoch, double trainLoss, double validLoss, double seconds, double learningRate) {
        this(
                epoch,
                trainLoss,
                validLoss,
                seconds,
                learningRate,
                List.of(new LossPart(LossPart.RECONSTRUCTION, trainLoss, validLoss)));
    }

    /**
     * What a run's validation loss consists of beside the reconstruction, for curves of it.
     *
     * @param history epochs of one run
     * @return by the name of the part, in order: shape [history.size()]; none for most runs
     */
    public static SequencedMap<String, double[]> validParts(List<EpochResult> history) {
        SequencedMap<String, double[]> curves = new LinkedHashMap<>();
        List<LossPart> first =
                history.isEmpty() ? List.of() : history.getFirst().severalParts();
        for (int part = 0; part < first.size(); part++) {
            int index = part;
            if (!first.get(part).name().equals(LossPart.RECONSTRUCTION)) {
                double[] valid = history.stream()
                        .mapToDouble(result -> result.parts().get(index).valid())
                        .toArray();
                curves.put(first.get(part).name(), valid);
            }
        }
        return curves;
    }

    /** @return the parts where there are several; none where the one there is would say what the loss says */
    public List<LossPart> severalParts() {
        return parts.size() > 1 ? parts : List.of();
    }
}
