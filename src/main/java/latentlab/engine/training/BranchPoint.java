package latentlab.engine.training;

import java.util.List;
import java.util.Objects;
import latentlab.data.ImageShape;
import latentlab.engine.loss.LossSums;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.TrainerState.PatienceState;
import latentlab.text.Problem;

/** Makes what training has come to fit to go on with other settings. */
public final class BranchPoint {
    /** Settings that make losses before and after them incomparable. */
    private static final List<Setting<?>> OF_LOSSES =
            List.of(Setting.LOSS, Setting.SPARSITY, Setting.NOISE, Setting.NOISE_LEVEL, Setting.VALIDATION);

    private static final List<Setting<?>> OF_PLATEAUS =
            List.of(Setting.SCHEDULE, Setting.SCHEDULE_FACTOR, Setting.SCHEDULE_EPOCHS);

    private BranchPoint() {}

    /**
     * The parameters stay. So do the optimiser's moments where the optimiser is the same, the learning rate in force
     * where that setting is the same, and what patience knows where losses can still be compared.
     *
     * @param state between two epochs
     * @param before settings that it was trained with
     * @param after settings that it goes on with
     * @param shape of the images
     * @param sameData whether it goes on with the same images
     * @throws Problem if the settings are of another model, whose parameters are others
     */
    public static TrainerState of(
            TrainerState state, TrainingConfig before, TrainingConfig after, ImageShape shape, boolean sameData)
            throws Problem {
        Autoencoder model = Autoencoder.checked(after, shape);
        if (!model.arrays().equals(Autoencoder.of(before, shape).arrays())) {
            throw Problem.of("engine.branch.model");
        }
        boolean sameOptimiser = same(List.of(Setting.OPTIMISER), before, after);
        float[] none = sameOptimiser ? null : new float[state.parameters().length];
        return new TrainerState(
                state.parameters(),
                sameOptimiser ? state.first() : none,
                sameOptimiser ? state.second() : none,
                sameOptimiser ? state.steps() : 0,
                state.epoch(),
                0,
                new double[new LossSums(after, model.inputs()).count()],
                0,
                same(List.of(Setting.RATE), before, after) ? state.learningRate() : after.learningRate(),
                before.epochs() == after.epochs() ? state.planned() : after.epochs(),
                patience(state.patience(), before, after, sameData));
    }

    private static PatienceState patience(
            PatienceState patience, TrainingConfig before, TrainingConfig after, boolean sameData) {
        if (!sameData || !same(OF_LOSSES, before, after)) {
            return new PatienceState(Double.POSITIVE_INFINITY, 0, Double.POSITIVE_INFINITY, 0, 0);
        }
        return same(OF_PLATEAUS, before, after)
                ? patience
                : new PatienceState(patience.best(), patience.sinceBest(), Double.POSITIVE_INFINITY, 0, 0);
    }

    private static boolean same(List<Setting<?>> settings, TrainingConfig before, TrainingConfig after) {
        return settings.stream().allMatch(setting -> Objects.equals(before.get(setting), after.get(setting)));
    }
}
