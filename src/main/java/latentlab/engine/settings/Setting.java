package latentlab.engine.settings;

import java.util.List;
import java.util.function.Predicate;

/**
 * One thing about a run that users may choose. The same for the window, the command line ({@code --name}) and settings
 * files ({@code "name"}); {@link #ALL} has them in the order in which files list them.
 */
public final class Setting<T> {
    /** Simple, weight-tied or variational. */
    public static final Setting<ModelKind> MODEL =
            new Setting<>("model", SettingGroup.BASIC, Domain.choiceWithout(ModelKind.class), ModelKind.SIMPLE);
    /** The hidden layers of the encoder; the decoder mirrors them. */
    public static final Setting<List<HiddenLayer>> HIDDEN =
            new Setting<>("hidden", SettingGroup.MODEL, new Domain.Layers(6, 2048), List.of());
    /** Units of the latent layer. */
    public static final Setting<Long> LATENT =
            new Setting<>("latent", SettingGroup.BASIC, new Domain.Whole(1, TrainingConfig.MAX_LATENT), 20L);
    /** Of the encoder's hidden layers. */
    public static final Setting<Activation> ENCODER = new Setting<>(
            "encoder-activation",
            SettingGroup.ACTIVATION,
            Domain.choiceWithout(Activation.class, Activation.LINEAR),
            Activation.SIGMOID,
            Setting::hasHiddenLayers);
    /** Of the latent layer. */
    public static final Setting<Activation> CODE = new Setting<>(
            "code-activation",
            SettingGroup.ACTIVATION,
            Domain.choiceWithout(Activation.class),
            Activation.SIGMOID,
            config -> !isVariational(config));
    /** Of the decoder's hidden layers. */
    public static final Setting<Activation> DECODER = new Setting<>(
            "decoder-activation",
            SettingGroup.ACTIVATION,
            Domain.choiceWithout(Activation.class, Activation.LINEAR),
            Activation.SIGMOID,
            Setting::hasHiddenLayers);
    /** Of the reconstruction. */
    public static final Setting<Activation> OUTPUT = new Setting<>(
            "output-activation",
            SettingGroup.ACTIVATION,
            new Domain.Choice<>(Activation.SIGMOID, Activation.LINEAR),
            Activation.SIGMOID);
    /** How the parameters are drawn. */
    public static final Setting<Initialiser> INITIALISER = new Setting<>(
            "initialiser", SettingGroup.MODEL, Domain.choiceWithout(Initialiser.class), Initialiser.PYTORCH);

    public static final Setting<Loss> LOSS =
            new Setting<>("loss", SettingGroup.LOSS, Domain.choiceWithout(Loss.class), Loss.MSE);
    /** What is done to the images before the encoder sees them. */
    public static final Setting<Noise> NOISE =
            new Setting<>("noise", SettingGroup.NOISE, Domain.choiceWithout(Noise.class), Noise.NONE);
    /** Standard deviation of the Gaussian noise in ink (0 to 1), or the share of pixels the other kinds change. */
    public static final Setting<Double> NOISE_LEVEL = new Setting<>(
            "noise-level",
            SettingGroup.NOISE,
            new Domain.Real(0, 1),
            0.3,
            config -> config.get(Setting.NOISE) != Noise.NONE);
    /** Weight of the L1 penalty on the code: summed over units, mean over the batch. */
    public static final Setting<Double> SPARSITY =
            new Setting<>("sparsity", SettingGroup.LOSS, new Domain.Real(0, 1), 0.0, config -> !isVariational(config));

    /** Weight of the divergence from the prior in a variational model's loss (Higgins et al. 2017). */
    public static final Setting<Double> BETA =
            new Setting<>("beta", SettingGroup.VARIATIONAL, new Domain.Real(0, 1000), 1.0, Setting::isVariational);
    /** Epochs in which that weight comes to its full size; 0 begins with it. */
    public static final Setting<Long> BETA_WARM_UP = new Setting<>(
            "beta-warm-up",
            SettingGroup.VARIATIONAL,
            new Domain.Whole(0, TrainingConfig.MAX_EPOCHS),
            0L,
            Setting::isVariational);

    public static final Setting<BetaSchedule> BETA_SCHEDULE = new Setting<>(
            "beta-schedule",
            SettingGroup.VARIATIONAL,
            Domain.choiceWithout(BetaSchedule.class),
            BetaSchedule.LINEAR,
            config -> isVariational(config) && config.get(BETA_WARM_UP) > 0);
    /**
     * Nats a latent unit may diverge from the prior, in the mean of a batch, before the loss counts it (Kingma et al.
     * 2016); 0 counts all.
     */
    public static final Setting<Double> FREE_BITS =
            new Setting<>("free-bits", SettingGroup.VARIATIONAL, new Domain.Real(0, 10), 0.0, Setting::isVariational);

    public static final Setting<Optimiser> OPTIMISER =
            new Setting<>("optimiser", SettingGroup.OPTIMISER, Domain.choiceWithout(Optimiser.class), Optimiser.ADAM);
    /** Learning rate at the start; its schedule multiplies it. */
    public static final Setting<Double> RATE = new Setting<>(
            "lr", SettingGroup.BASIC, new Domain.Real(TrainingConfig.MIN_RATE, TrainingConfig.MAX_RATE), 0.01);
    /** Of the optimisers that have a velocity. */
    public static final Setting<Double> MOMENTUM =
            new Setting<>("momentum", SettingGroup.OPTIMISER, new Domain.Real(0, 0.999), 0.9, Setting::hasVelocity);

    public static final Setting<Schedule> SCHEDULE =
            new Setting<>("schedule", SettingGroup.SCHEDULE, Domain.choiceWithout(Schedule.class), Schedule.CONSTANT);
    /** What the rate is multiplied by at each step, or on each plateau. */
    public static final Setting<Double> SCHEDULE_FACTOR = new Setting<>(
            "schedule-factor", SettingGroup.SCHEDULE, new Domain.Real(0.01, 0.99), 0.5, Setting::hasSteps);
    /** Epochs from step to step, or without a better validation loss before a plateau is one. */
    public static final Setting<Long> SCHEDULE_EPOCHS =
            new Setting<>("schedule-epochs", SettingGroup.SCHEDULE, new Domain.Whole(1, 1000), 10L, Setting::hasSteps);
    /** Share of the planned epochs in which warm-up and one-cycle raise the rate. */
    public static final Setting<Double> WARM_UP =
            new Setting<>("warm-up", SettingGroup.SCHEDULE, new Domain.Real(0.01, 0.9), 0.1, Setting::warmsUp);

    /** Which images validate. */
    public static final Setting<Validation> VALIDATION = new Setting<>(
            "validation", SettingGroup.VALIDATION, Domain.choiceWithout(Validation.class), Validation.FIFTH);

    public static final Setting<Double> WEIGHT_DECAY =
            new Setting<>("weight-decay", SettingGroup.OPTIMISER, new Domain.Real(0, 1), 0.0);
    /** Largest norm of the gradient of all parameters; 0 does not clip. */
    public static final Setting<Double> CLIP =
            new Setting<>("clip", SettingGroup.OPTIMISER, new Domain.Real(0, 1000), 0.0);
    /** Epochs without a better validation loss after which the run is finished; 0 trains all planned ones. */
    public static final Setting<Long> EARLY_STOPPING =
            new Setting<>("early-stopping", SettingGroup.VALIDATION, new Domain.Whole(0, 1000), 0L);
    /** Images a step; the last, shorter batch of an epoch is trained on too. */
    public static final Setting<Long> BATCH =
            new Setting<>("batch", SettingGroup.BASIC, new Domain.Whole(1, 10_000), 128L);
    /** Passes over the training images. */
    public static final Setting<Long> EPOCHS =
            new Setting<>("epochs", SettingGroup.BASIC, new Domain.Whole(1, TrainingConfig.MAX_EPOCHS), 50L);
    /** Fixes the initial parameters, the order of shuffled images and the noise. */
    public static final Setting<Long> SEED =
            new Setting<>("seed", SettingGroup.BASIC, new Domain.Whole(Long.MIN_VALUE, Long.MAX_VALUE), 1L);
    /** Whether each epoch takes the images in a new order. */
    public static final Setting<Boolean> SHUFFLE =
            new Setting<>("shuffle", SettingGroup.BASIC, new Domain.Flag(), false);

    /** Whether large layers too keep to one thread, so that any number of cores comes to the same numbers. */
    public static final Setting<Boolean> REPRODUCIBLE =
            new Setting<>("reproducible", SettingGroup.NUMBERS, new Domain.Flag(), false);

    public static final List<Setting<?>> ALL = List.of(
            MODEL,
            HIDDEN,
            LATENT,
            ENCODER,
            CODE,
            DECODER,
            OUTPUT,
            INITIALISER,
            LOSS,
            NOISE,
            NOISE_LEVEL,
            SPARSITY,
            BETA,
            BETA_WARM_UP,
            BETA_SCHEDULE,
            FREE_BITS,
            OPTIMISER,
            RATE,
            MOMENTUM,
            SCHEDULE,
            SCHEDULE_FACTOR,
            SCHEDULE_EPOCHS,
            WARM_UP,
            WEIGHT_DECAY,
            CLIP,
            EARLY_STOPPING,
            VALIDATION,
            BATCH,
            EPOCHS,
            SEED,
            SHUFFLE,
            REPRODUCIBLE);

    private final String name;
    private final Domain<T> domain;
    private final T initial;
    private final SettingGroup group;
    private final Predicate<TrainingConfig> matters;

    private Setting(String name, SettingGroup group, Domain<T> domain, T initial) {
        this(name, group, domain, initial, _ -> true);
    }

    /** @param matters whether it makes a difference beside the other settings */
    private Setting(String name, SettingGroup group, Domain<T> domain, T initial, Predicate<TrainingConfig> matters) {
        this.name = name;
        this.group = group;
        this.domain = domain;
        this.initial = initial;
        this.matters = matters;
    }

    private static boolean hasHiddenLayers(TrainingConfig config) {
        return !config.hidden().isEmpty();
    }

    private static boolean isVariational(TrainingConfig config) {
        return config.kind() == ModelKind.VARIATIONAL;
    }

    private static boolean hasVelocity(TrainingConfig config) {
        Optimiser optimiser = config.get(OPTIMISER);
        boolean velocity = optimiser == Optimiser.MOMENTUM || optimiser == Optimiser.NESTEROV;
        return velocity && config.get(SCHEDULE) != Schedule.ONE_CYCLE; // which has a momentum of its own
    }

    private static boolean hasSteps(TrainingConfig config) {
        Schedule schedule = config.get(SCHEDULE);
        return schedule == Schedule.STEP || schedule == Schedule.PLATEAU;
    }

    private static boolean warmsUp(TrainingConfig config) {
        Schedule schedule = config.get(SCHEDULE);
        return schedule == Schedule.ONE_CYCLE || schedule == Schedule.WARM_UP;
    }

    /** In files and on the command line. */
    public String name() {
        return name;
    }

    /** What it takes. */
    public Domain<T> domain() {
        return domain;
    }

    /** The heading it stands under in the window. */
    public SettingGroup group() {
        return group;
    }

    /** @return whether another value would make another run, all other settings being as they are */
    public boolean appliesTo(TrainingConfig config) {
        return matters.test(config);
    }

    /** Whether a factor makes the same difference wherever it is, so that its slider and its axes are logarithmic. */
    public boolean logarithmic() {
        return this == LATENT || this == RATE;
    }

    /** What it is until somebody chooses otherwise: the notebook's. */
    public T initial() {
        return initial;
    }

    @Override
    public String toString() {
        return name;
    }
}
