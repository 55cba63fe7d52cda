package latentlab.engine.model;

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
public final class StuckAdvice {
    private StuckAdvice() {}

    /**
     * @param units of which at least one is stuck
     * @param config that the run was trained with
     */
    public static Sentence of(StuckUnits units, TrainingConfig config) {
        boolean tied = config.kind() == ModelKind.TIED;
        return switch (config.get(Setting.CODE)) {
            case SIGMOID -> Sentence.of(tied || units.dead() == 0 ? "engine.stuck.linear" : "engine.stuck.tied");
            case TANH -> Sentence.of("engine.stuck.linear");
            case RELU -> Sentence.of("engine.stuck.leaky");
            case LEAKY_RELU, ELU, LINEAR -> Sentence.of("engine.stuck.rate");
        };
    }
}
