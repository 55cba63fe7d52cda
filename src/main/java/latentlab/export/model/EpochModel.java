package latentlab.export.model;

import java.util.List;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.EpochResult;
import latentlab.export.Origin;
import latentlab.run.RateChange;
import latentlab.run.Run;
import latentlab.run.images.ChosenImages;

/**
 * A model as it was after an epoch of a run.
 *
 * @param result of the epoch
 * @param config of the run, with the learning rate that was set by then
 * @param parameters see {@link Autoencoder#arrays()}
 * @param images that show what it makes of them
 */
public record EpochModel(Run run, EpochResult result, TrainingConfig config, float[] parameters, ChosenImages images) {
    /**
     * Reads the parameters, which takes a moment.
     *
     * @param changes of the learning rate during the run
     */
    public static EpochModel of(Run run, EpochResult result, List<RateChange> changes, ChosenImages images) {
        TrainingConfig config = run.config();
        for (RateChange each : changes) {
            if (each.epoch() <= result.epoch()) {
                config = config.withLearningRate(each.after());
            }
        }
        return new EpochModel(run, result, config, run.epochs().read(result.epoch()), images);
    }

    public Autoencoder model() {
        return run.model();
    }

    /** Where it comes from, as JSON on one line. */
    public String origin() {
        return Origin.json(run, result.epoch());
    }
}
