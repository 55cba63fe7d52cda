package latentlab.run.file;

import java.util.Arrays;
import java.util.List;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.settings.Noise;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
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
        TrainingConfig before = saved.config();
        TrainingConfig config = next.withSeed(before.seed());
        Sentence weights = weights(saved, config);
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

    private static Sentence weights(RunFile saved, TrainingConfig config) throws Problem {
        Autoencoder model = Autoencoder.of(config, saved.start().data().shape());
        Autoencoder before = Autoencoder.of(saved.config(), saved.start().data().shape());
        if (!model.arrays().equals(before.arrays())) {
            return Sentence.of("run.start.weights.layers");
        }
        if (!same(Setting.INITIALISER, saved.config(), config)) {
            return Sentence.of("run.start.weights.initialiser");
        }
        float[] drawn = model.initialParameters(config.seed(), config.get(Setting.INITIALISER));
        boolean same = Arrays.equals(drawn, saved.parameters(0));
        return Sentence.of(same ? "run.start.weights" : "run.start.weights.drawn");
    }

    private static boolean same(Setting<?> setting, TrainingConfig one, TrainingConfig other) {
        return one.get(setting).equals(other.get(setting));
    }
}
