package latentlab.run.file;

import java.util.Arrays;
import java.util.List;
import latentlab.data.ImageShape;
import latentlab.engine.layer.ModelLayers;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.settings.Noise;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.run.Run;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/**
 * A new run with the seed of another one, so that only what was changed differs. How much of the beginning is the same
 * is not concluded from the settings: the weights that the new run will draw are compared with those of epoch 0.
 *
 * @param config settings of the new run, with the other's seed
 * @param weights whether both begin with the same parameters, bit for bit
 * @param order whether each epoch takes the images in the same order
 * @param noise whether the same noise is put on the same images
 * @param said what is the same and what is not, for users
 */
public record SameStart(TrainingConfig config, boolean weights, boolean order, boolean noise, List<Sentence> said) {
    public SameStart {
        said = List.copyOf(said);
    }

    /**
     * @param saved the other run
     * @param next settings of the new run but for the seed; it has the other's data
     * @throws Problem if the other's first parameters cannot be read
     */
    public static SameStart of(RunFile saved, TrainingConfig next) throws Problem {
        return of(saved.config(), saved.start().data().shape(), saved.parameters(0), next);
    }

    /** As of one in a file, of a run that may be in none. */
    public static SameStart of(Run run, TrainingConfig next) {
        return of(run.config(), run.start().data().shape(), run.epochs().read(0), next);
    }

    private static SameStart of(TrainingConfig before, ImageShape shape, float[] first, TrainingConfig next) {
        TrainingConfig config = next.withSeed(before.seed());
        Sentence weights = weights(before, shape, first, config);
        boolean sameOrder = same(Setting.SHUFFLE, before, config) && same(Setting.VALIDATION, before, config);
        boolean noNoise = before.get(Setting.NOISE) == Noise.NONE && config.get(Setting.NOISE) == Noise.NONE;
        boolean sameNoise = noNoise || same(Setting.NOISE, before, config) && same(Setting.NOISE_LEVEL, before, config);
        String rest = sameOrder ? sameNoise ? "both" : "order" : sameNoise ? "noise" : "neither";
        Sentence others = Sentence.of("run.start.rest." + rest);
        boolean sameBatch = before.batch() == config.batch();
        return new SameStart(
                config,
                weights.key().equals("run.start.weights"),
                sameOrder,
                sameNoise,
                sameBatch ? List.of(weights, others) : List.of(weights, others, Sentence.of("run.start.batch")));
    }

    private static Sentence weights(TrainingConfig before, ImageShape shape, float[] first, TrainingConfig config) {
        if (!ModelLayers.fits(config, shape)) {
            return Sentence.of("run.start.weights.layers");
        }
        Autoencoder model = Autoencoder.of(config, shape);
        if (!model.arrays().equals(Autoencoder.of(before, shape).arrays())) {
            return Sentence.of("run.start.weights.layers");
        }
        if (!same(Setting.INITIALISER, before, config)) {
            return Sentence.of("run.start.weights.initialiser");
        }
        float[] drawn = model.initialParameters(config.seed(), config.get(Setting.INITIALISER));
        boolean same = Arrays.equals(drawn, first);
        return Sentence.of(same ? "run.start.weights" : "run.start.weights.drawn");
    }

    private static boolean same(Setting<?> setting, TrainingConfig one, TrainingConfig other) {
        return one.get(setting).equals(other.get(setting));
    }
}
