package latentlab.engine.loss;

import java.util.List;
import latentlab.engine.kernels.Floats;
import latentlab.engine.kernels.Kernels;
import latentlab.engine.model.Batch;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;

/** A part of the loss that comes from the code, not from the reconstruction. */
public interface CodePenalty {
    /** @return those a configuration asks for, in the order in which tables list them */
    static List<CodePenalty> of(TrainingConfig config) {
        if (config.kind() == ModelKind.VARIATIONAL) {
            return List.of(new Divergence(config.get(Setting.BETA), config.get(Setting.FREE_BITS)));
        }
        double sparsity = config.get(Setting.SPARSITY);
        return sparsity > 0 ? List.of(new SparsityPenalty(sparsity)) : List.of();
    }

    /** See {@link LossPart#name}. */
    String name();

    /** What it is multiplied by in the loss that is shown; 0 where it is shown beside it. */
    double inLoss();

    /**
     * @param batch that has gone through the model
     * @return what it comes to, summed over images
     */
    double sum(Batch batch);

    /**
     * Adds its slope.
     *
     * @param part of a batch that has gone through the model
     * @param delta derivative of the batch's loss by the code, [units, images of the part]
     * @param count images in the whole batch, over which the loss is a mean
     * @param share of its weight that counts in this step, 0 to 1
     */
    void addSlope(Kernels kernels, Batch part, Floats delta, int count, double share);
}
