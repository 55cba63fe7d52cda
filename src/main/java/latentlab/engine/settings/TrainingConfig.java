package latentlab.engine.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/**
 * What a run is: a value for every {@link Setting}, everything but the data. The learning rate is the one it starts
 * with.
 */
public final class TrainingConfig {
    public static final int MAX_LATENT = 128;
    public static final double MIN_RATE = 1e-4;
    public static final double MAX_RATE = 1;
    public static final int MAX_EPOCHS = 100_000;

    /** The notebook's: simple, 20 units, Adam at 0.01, batches of 128, 50 epochs, not shuffled. */
    public static final TrainingConfig DEFAULT = new TrainingConfig(Map.of());

    /** Steps an epoch should have where there are fewer images than the default batch has. */
    private static final int FEWEST_STEPS = 8;

    /** Settings that differ from their defaults. */
    private final Map<Setting<?>, Object> changed;

    private TrainingConfig(Map<Setting<?>, Object> changed) {
        this.changed = changed;
    }

    /** @return the default batch for so many training images: less where they would be fewer than one batch */
    public static int usualBatch(int images) {
        int usual = DEFAULT.batch();
        return images < usual ? Math.max(1, Integer.highestOneBit(images / FEWEST_STEPS)) : usual;
    }

    public <T> T get(Setting<T> setting) {
        @SuppressWarnings("unchecked")
        T value = (T) changed.getOrDefault(setting, setting.initial());
        return value;
    }

    /** @return the same but for one setting; see {@link #validated} for what it may be */
    public <T> TrainingConfig with(Setting<T> setting, T value) {
        Map<Setting<?>, Object> next = new LinkedHashMap<>(changed);
        if (value.equals(setting.initial())) {
            next.remove(setting);
        } else {
            next.put(setting, value);
        }
        return new TrainingConfig(next);
    }

    /**
     * @return this
     * @throws Problem naming the first value out of range and the range, or two that do not go together
     */
    public TrainingConfig validated() throws Problem {
        for (Setting<?> setting : Setting.ALL) {
            check(setting);
        }
        if (get(Setting.LOSS).isEntropy() && get(Setting.OUTPUT) != Activation.SIGMOID) {
            throw Problem.of("engine.combination.entropy");
        }
        if (kind() == ModelKind.VARIATIONAL && !get(Setting.LOSS).isLikelihood()) {
            throw Problem.of("engine.combination.likelihood");
        }
        if (kind() == ModelKind.VARIATIONAL && get(Setting.BETA_WARM_UP) > epochs()) {
            throw Problem.of("engine.combination.warmUp", get(Setting.BETA_WARM_UP), epochs());
        }
        checkOrder();
        return this;
    }

    /** Convolutions and pooling need pixels, which nothing has behind a dense layer. */
    private void checkOrder() throws Problem {
        HiddenLayer before = null;
        for (HiddenLayer layer : hidden()) {
            boolean needsPixels = !(layer instanceof HiddenLayer.Dense);
            if (needsPixels && kind() == ModelKind.TIED) {
                throw Problem.of("engine.combination.tied", layer.text());
            }
            if (needsPixels && before instanceof HiddenLayer.Dense) {
                throw Problem.of("engine.combination.pixels", layer.text(), before.text());
            }
            if (before == null && layer instanceof HiddenLayer.Pooling) {
                throw Problem.of("engine.combination.pooling", layer.text());
            }
            before = layer;
        }
    }

    private <T> void check(Setting<T> setting) throws Problem {
        T value = get(setting);
        if (!setting.domain().contains(value)) {
            throw new Problem(outside(setting, setting.domain().text(value)));
        }
    }

    /** @return what to say of a value that a setting does not take */
    public static Sentence outside(Setting<?> setting, String text) {
        return Sentence.of(
                "engine.outside",
                Sentence.of("engine.setting." + setting.name()),
                text,
                setting.domain().expected());
    }

    // ---- the settings most of the program asks for

    public ModelKind kind() {
        return get(Setting.MODEL);
    }

    /** The encoder's hidden layers, from the image side on; none in the notebook's models. */
    public List<HiddenLayer> hidden() {
        return get(Setting.HIDDEN);
    }

    /** What the latent units make of their sums: a variational model leaves them as they are, whatever is set. */
    public Activation codeActivation() {
        return kind() == ModelKind.VARIATIONAL ? Activation.LINEAR : get(Setting.CODE);
    }

    public int latent() {
        return Math.toIntExact(get(Setting.LATENT));
    }

    public double learningRate() {
        return get(Setting.RATE);
    }

    public int batch() {
        return Math.toIntExact(get(Setting.BATCH));
    }

    public int epochs() {
        return Math.toIntExact(get(Setting.EPOCHS));
    }

    public long seed() {
        return get(Setting.SEED);
    }

    public boolean shuffle() {
        return get(Setting.SHUFFLE);
    }

    public TrainingConfig withKind(ModelKind kind) {
        return with(Setting.MODEL, kind);
    }

    public TrainingConfig withLatent(long latent) {
        return with(Setting.LATENT, latent);
    }

    public TrainingConfig withLearningRate(double learningRate) {
        return with(Setting.RATE, learningRate);
    }

    public TrainingConfig withBatch(long batch) {
        return with(Setting.BATCH, batch);
    }

    public TrainingConfig withEpochs(long epochs) {
        return with(Setting.EPOCHS, epochs);
    }

    public TrainingConfig withSeed(long seed) {
        return with(Setting.SEED, seed);
    }

    public TrainingConfig withShuffle(boolean shuffle) {
        return with(Setting.SHUFFLE, shuffle);
    }

    /** @return value of each setting by its name, written as settings files and the command line have it */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        Setting.ALL.forEach(setting -> texts.put(setting.name(), text(setting)));
        return Collections.unmodifiableMap(texts);
    }

    /** @return value of a setting, as {@link #texts} has it */
    public <T> String text(Setting<T> setting) {
        return setting.domain().text(get(setting));
    }

    /**
     * The way back from {@link #texts}.
     *
     * @throws IllegalArgumentException if a name is no setting's, or a value none that it takes
     */
    public static TrainingConfig ofTexts(Map<String, String> texts) {
        TrainingConfig config = DEFAULT;
        for (Map.Entry<String, String> entry : texts.entrySet()) {
            Setting<?> setting = Setting.ALL.stream()
                    .filter(each -> each.name().equals(entry.getKey()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(entry.getKey()));
            config = config.withText(setting, entry.getValue());
        }
        return config;
    }

    private <T> TrainingConfig withText(Setting<T> setting, String text) {
        T value = setting.domain().parse(text);
        if (!setting.domain().contains(value)) {
            throw new IllegalArgumentException(text);
        }
        return with(setting, value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TrainingConfig config && config.changed.equals(changed);
    }

    @Override
    public int hashCode() {
        return changed.hashCode();
    }

    @Override
    public String toString() {
        return "TrainingConfig"
                + changed.entrySet().stream()
                        .map(entry -> entry.getKey().name() + "=" + entry.getValue())
                        .toList();
    }
}
