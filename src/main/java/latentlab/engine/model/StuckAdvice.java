package latentlab.engine.model;

import latentlab.engine.settings.Activation;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.text.Sentence;

/**
 * What to try where units are stuck: only what has been seen to help, on MNIST with the two units of the course
 * notebook and with twenty, some seeds each. A unit of a sigmoid or tanh code comes to rest within the first epoch, and
 * then neither other seeds nor more epochs nor a lower learning rate helped; a linear code always did, and the tied
 * model with a sigmoid code mostly. Of a ReLU code the same holds, and leaky ReLU always helped.
 */
public enum StuckAdvice {
    LINEAR_OR_TIED("engine.stuck.tied", Activation.LINEAR),
    LINEAR("engine.stuck.linear", Activation.LINEAR),
    LEAKY("engine.stuck.leaky", Activation.LEAKY_RELU),
    SLOWER("engine.stuck.rate", null),
    /** Posterior collapse: a unit that tells less than its divergence costs. */
    WEAKER("engine.stuck.beta", null);

    private final String key;
    private final Activation code;

    StuckAdvice(String key, Activation code) {
        this.key = key;
        this.code = code;
    }

    /**
     * @param units of which at least one is stuck
     * @param config that the run was trained with
     */
    public static StuckAdvice of(StuckUnits units, TrainingConfig config) {
        boolean tied = config.kind() == ModelKind.TIED;
        if (config.kind() == ModelKind.VARIATIONAL) {
            return WEAKER;
        }
        return switch (config.get(Setting.CODE)) {
            case SIGMOID -> tied || units.dead() == 0 ? LINEAR : LINEAR_OR_TIED;
            case TANH -> LINEAR;
            case RELU -> LEAKY;
            case LEAKY_RELU, ELU, LINEAR -> SLOWER;
        };
    }

    public Sentence sentence() {
        return Sentence.of(key);
    }

    /** The code activation that always helped; null where a lower learning rate is all there is to try. */
    public Activation code() {
        return code;
    }
}
