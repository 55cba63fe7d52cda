package latentlab.measure;

import java.util.Locale;
import latentlab.engine.settings.HiddenLayer;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Preset;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;

/** The parts of the benchmark, in the order in which they are measured. */
public enum BenchmarkPart {
    SIMPLE(TrainingConfig.DEFAULT, 7, 0.60),
    TIED(TrainingConfig.DEFAULT.withKind(ModelKind.TIED), 7, 0.60),
    /** Two latent units. */
    K2(TrainingConfig.DEFAULT.withLatent(2), 7, 1),
    K128(TrainingConfig.DEFAULT.withLatent(128), 7, 1),
    STACK(TrainingConfig.DEFAULT.with(Setting.HIDDEN, HiddenLayer.dense(128)), 7, 1),
    /** 784-1000-500-250-30 and back: an epoch takes seconds. */
    HINTON(Preset.HINTON_SALAKHUTDINOV.config(), 3, 1),
    /** The work of an epoch besides training. */
    BESIDES,
    HEAP,
    WINDOW,
    /** The latent map of many images during zooming and moving. */
    MAP;

    private final TrainingConfig config;
    private final int epochs;
    private final double goal;

    /** A part that is no model. */
    BenchmarkPart() {
        this(null, 0, Double.NaN);
    }

    /**
     * A model whose epochs are timed.
     *
     * @param epochs trained in a turn
     * @param goal for the ratio of the best times, ours to PyTorch's
     */
    BenchmarkPart(TrainingConfig config, int epochs, double goal) {
        this.config = config;
        this.epochs = epochs;
        this.goal = goal;
    }

    /** The part's word in the names of its figures. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The model's configuration; null if the part is no model. */
    TrainingConfig config() {
        return config;
    }

    int epochs() {
        return epochs;
    }

    double goal() {
        return goal;
    }
}
