package latentlab.engine.training;

import java.util.List;
import latentlab.engine.kernels.Floats;
import latentlab.engine.kernels.Kernels;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;

/** A part of the loss that comes from the code, not from the reconstruction. */
interface CodePenalty {
    /** @return those a configuration asks for, in the order in which tables list them */
    static List<CodePenalty> of(TrainingConfig config) {
        double sparsity = config.get(Setting.SPARSITY);
        return sparsity > 0 ? List.of(new SparsityPenalty(sparsity)) : List.of();
    }

    /** See {@link LossPart#name}. */
    String name();

    /**
     * @param code [units, images]
     * @return what it comes to, summed over images
     */
    double sum(Floats code);

    /**
     * Adds its slope.
     *
     * @param code [units, count]
     * @param delta derivative of the batch's loss by the code, [units, count]
     * @param count images in the batch, over which the loss is a mean
     */
    void addSlope(Kernels kernels, Floats code, Floats delta, int count);
}
