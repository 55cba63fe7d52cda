package latentlab.engine.loss;

import java.util.ArrayList;
import java.util.List;
import latentlab.engine.model.Batch;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;

/**
 * Which parts a run's loss has, and how the sums over its batches become their means: the reconstruction comes first.
 */
public final class LossSums {
    private final Loss loss;
    private final int inputs;
    private final CodePenalty[] penalties;

    /** @param inputs numbers of an image */
    public LossSums(TrainingConfig config, int inputs) {
        loss = config.get(Setting.LOSS);
        this.inputs = inputs;
        penalties = CodePenalty.of(config).toArray(CodePenalty[]::new);
    }

    /** How many there are. */
    public int count() {
        return 1 + penalties.length;
    }

    /**
     * Adds a batch that has gone through the model.
     *
     * @param reconstruction sum of the loss over its images and pixels
     * @param sums receives the parts from {@code at} on
     */
    public void add(Batch batch, double reconstruction, double[] sums, int at) {
        sums[at] += reconstruction;
        for (int i = 0; i < penalties.length; i++) {
            sums[at + 1 + i] += penalties[i].sum(batch);
        }
    }

    /**
     * @param sums over the batches, see {@link #add}
     * @param images in them
     * @return the means; of the reconstruction see {@link Loss#elements}
     */
    public double[] means(double[] sums, int images) {
        double[] means = new double[sums.length];
        means[0] = sums[0] / loss.elements(inputs, images);
        for (int i = 1; i < means.length; i++) {
            means[i] = sums[i] / images;
        }
        return means;
    }

    /**
     * The loss that is shown of a run: its reconstruction, and what else has a weight in it. That is the whole weight,
     * whatever a warm-up leaves of it in an epoch, so that epochs can be compared.
     *
     * @param means see {@link #means}
     */
    public double loss(double[] means) {
        double loss = means[0];
        for (int i = 0; i < penalties.length; i++) {
            if (penalties[i].inLoss() > 0) {
                loss += penalties[i].inLoss() * means[1 + i];
            }
        }
        return loss;
    }

    /** @param train means, as {@code valid}, see {@link #means}; null before training */
    public List<LossPart> parts(double[] train, double[] valid) {
        List<LossPart> parts = new ArrayList<>();
        for (int i = 0; i < count(); i++) {
            String name = i == 0 ? LossPart.RECONSTRUCTION : penalties[i - 1].name();
            parts.add(new LossPart(name, train == null ? Double.NaN : train[i], valid[i]));
        }
        return parts;
    }
}
