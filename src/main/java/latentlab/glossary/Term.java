package latentlab.glossary;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import latentlab.engine.settings.Setting;
import latentlab.text.Sentence;

/**
 * A word or figure of the field that the program shows, and what it says of it: its name, one sentence, and a paragraph
 * that says where it is seen. The words are in the bundle of this package.
 */
public enum Term {
    AUTOENCODER("model"),
    ENCODER("encoder-activation"),
    DECODER("decoder-activation", "output-activation"),
    CODE("code-activation"),
    LATENT_SPACE(),
    LATENT_DIMENSION("latent"),
    HIDDEN_LAYER("hidden"),
    UNIT(),
    WEIGHT(),
    BIAS(),
    PARAMETER(),
    ACTIVATION(),
    INITIALISER("initialiser"),
    TIED(),
    RECONSTRUCTION(),
    SIGNED_ERROR(),
    LOSS("loss"),
    MSE(),
    SSE(),
    CROSS_ENTROPY(),
    MAE(),
    PSNR(),
    SPARSITY("sparsity"),
    VARIATIONAL(),
    LIKELIHOOD(),
    DIVERGENCE(),
    BETA("beta", "beta-warm-up", "beta-schedule"),
    FREE_BITS("free-bits"),
    NOISE("noise", "noise-level"),
    GRADIENT(),
    BACKPROPAGATION(),
    OPTIMISER("optimiser"),
    ADAM(),
    MOMENTUM("momentum"),
    RMSPROP(),
    LEARNING_RATE("lr"),
    SCHEDULE("schedule", "schedule-factor", "schedule-epochs"),
    WARM_UP("warm-up"),
    PLATEAU(),
    WEIGHT_DECAY("weight-decay"),
    CLIPPING("clip"),
    BATCH("batch"),
    EPOCH("epochs"),
    SEED("seed"),
    SHUFFLE("shuffle"),
    REPRODUCIBLE("reproducible"),
    VALIDATION("validation"),
    OVERFITTING(),
    EARLY_STOPPING("early-stopping"),
    SMOOTHING(),
    LATENT_MAP(),
    PCA(),
    EXPLAINED_VARIANCE(),
    T_SNE(),
    PERPLEXITY(),
    KL_DIVERGENCE(),
    UMAP(),
    NEAREST_NEIGHBOURS(),
    NEIGHBOURS_ON_MAP(),
    TRUSTWORTHINESS(),
    NEIGHBOURS_KEPT(),
    FILTER(),
    DEAD_UNIT(),
    SATURATED_UNIT(),
    COLLAPSE(),
    INTERPOLATION(),
    BRANCH(),
    SWEEP();

    private final List<String> settings;

    /** @param settings names of those that it explains, see {@link Setting#name} */
    Term(String... settings) {
        this.settings = List.of(settings);
    }

    /** @return the term that explains a setting */
    public static Optional<Term> of(Setting<?> setting) {
        return Arrays.stream(values())
                .filter(term -> term.settings.contains(setting.name()))
                .findFirst();
    }

    /** What it is called. */
    public Sentence title() {
        return Sentence.of("glossary.name." + id());
    }

    /** What it is, in one sentence of at most 200 characters. */
    public Sentence sentence() {
        return Sentence.of("glossary.short." + id());
    }

    /** More of it, in a paragraph: why it matters and where it is seen. */
    public Sentence paragraph() {
        return Sentence.of("glossary.more." + id());
    }

    /** In bundle keys and in the ids of nodes. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Terms that one wants to know with it. */
    public List<Term> related() {
        return switch (this) {
            case AUTOENCODER -> List.of(ENCODER, DECODER, CODE, RECONSTRUCTION);
            case ENCODER -> List.of(CODE, LATENT_SPACE, DECODER);
            case DECODER -> List.of(CODE, RECONSTRUCTION, ENCODER);
            case CODE -> List.of(LATENT_SPACE, LATENT_DIMENSION, ENCODER);
            case LATENT_SPACE -> List.of(CODE, LATENT_MAP, INTERPOLATION);
            case LATENT_DIMENSION -> List.of(CODE, LATENT_SPACE, PCA);
            case HIDDEN_LAYER -> List.of(UNIT, ACTIVATION, ENCODER);
            case UNIT -> List.of(WEIGHT, BIAS, ACTIVATION, DEAD_UNIT);
            case WEIGHT -> List.of(GRADIENT, FILTER, PARAMETER);
            case BIAS -> List.of(UNIT, PARAMETER);
            case PARAMETER -> List.of(WEIGHT, BIAS, TIED);
            case ACTIVATION -> List.of(UNIT, SATURATED_UNIT, DEAD_UNIT);
            case INITIALISER -> List.of(SEED, WEIGHT);
            case TIED -> List.of(WEIGHT, FILTER, PARAMETER);
            case RECONSTRUCTION -> List.of(LOSS, DECODER, SIGNED_ERROR);
            case SIGNED_ERROR -> List.of(RECONSTRUCTION, LOSS);
            case LOSS -> List.of(MSE, CROSS_ENTROPY, MAE, VALIDATION, GRADIENT, SMOOTHING);
            case MSE -> List.of(SSE, PSNR, LOSS);
            case SSE -> List.of(MSE, LOSS);
            case CROSS_ENTROPY -> List.of(LOSS, ACTIVATION);
            case MAE -> List.of(LOSS, MSE);
            case PSNR -> List.of(MSE, RECONSTRUCTION);
            case SPARSITY -> List.of(CODE, LOSS, DEAD_UNIT);
            case VARIATIONAL -> List.of(LIKELIHOOD, DIVERGENCE, BETA, LATENT_SPACE);
            case LIKELIHOOD -> List.of(CROSS_ENTROPY, SSE, VARIATIONAL);
            case DIVERGENCE -> List.of(VARIATIONAL, BETA, FREE_BITS);
            case BETA -> List.of(DIVERGENCE, FREE_BITS, VARIATIONAL);
            case FREE_BITS -> List.of(BETA, DIVERGENCE, DEAD_UNIT);
            case NOISE -> List.of(RECONSTRUCTION, AUTOENCODER);
            case GRADIENT -> List.of(LOSS, LEARNING_RATE, BACKPROPAGATION);
            case BACKPROPAGATION -> List.of(GRADIENT, LOSS);
            case OPTIMISER -> List.of(ADAM, MOMENTUM, RMSPROP, LEARNING_RATE);
            case ADAM -> List.of(OPTIMISER, LEARNING_RATE, WEIGHT_DECAY);
            case MOMENTUM -> List.of(OPTIMISER, ADAM);
            case RMSPROP -> List.of(OPTIMISER, ADAM);
            case LEARNING_RATE -> List.of(SCHEDULE, OPTIMISER, GRADIENT);
            case SCHEDULE -> List.of(LEARNING_RATE, WARM_UP, PLATEAU);
            case WARM_UP -> List.of(SCHEDULE, LEARNING_RATE);
            case PLATEAU -> List.of(SCHEDULE, EARLY_STOPPING, VALIDATION);
            case WEIGHT_DECAY -> List.of(ADAM, OVERFITTING, WEIGHT);
            case CLIPPING -> List.of(GRADIENT, LEARNING_RATE);
            case BATCH -> List.of(EPOCH, GRADIENT, SHUFFLE);
            case EPOCH -> List.of(BATCH, VALIDATION, BRANCH);
            case SEED -> List.of(SHUFFLE, INITIALISER, NOISE, SWEEP);
            case SHUFFLE -> List.of(BATCH, EPOCH, SEED);
            case REPRODUCIBLE -> List.of(SEED);
            case VALIDATION -> List.of(LOSS, OVERFITTING, EPOCH);
            case OVERFITTING -> List.of(VALIDATION, WEIGHT_DECAY, EARLY_STOPPING);
            case EARLY_STOPPING -> List.of(VALIDATION, OVERFITTING, PLATEAU);
            case SMOOTHING -> List.of(LOSS);
            case LATENT_MAP -> List.of(LATENT_SPACE, PCA, T_SNE, NEIGHBOURS_ON_MAP);
            case PCA -> List.of(EXPLAINED_VARIANCE, T_SNE, LATENT_MAP);
            case EXPLAINED_VARIANCE -> List.of(PCA, LATENT_MAP);
            case T_SNE -> List.of(PERPLEXITY, KL_DIVERGENCE, UMAP, TRUSTWORTHINESS, PCA);
            case PERPLEXITY -> List.of(T_SNE);
            case KL_DIVERGENCE -> List.of(T_SNE);
            case UMAP -> List.of(T_SNE, TRUSTWORTHINESS, PCA);
            case NEAREST_NEIGHBOURS -> List.of(NEIGHBOURS_ON_MAP, LATENT_SPACE);
            case NEIGHBOURS_ON_MAP -> List.of(NEAREST_NEIGHBOURS, TRUSTWORTHINESS, LATENT_MAP);
            case TRUSTWORTHINESS -> List.of(NEIGHBOURS_KEPT, T_SNE, LATENT_MAP);
            case NEIGHBOURS_KEPT -> List.of(TRUSTWORTHINESS, LATENT_MAP);
            case FILTER -> List.of(WEIGHT, UNIT, TIED);
            case DEAD_UNIT -> List.of(SATURATED_UNIT, COLLAPSE, LEARNING_RATE);
            case SATURATED_UNIT -> List.of(DEAD_UNIT, ACTIVATION, COLLAPSE);
            case COLLAPSE -> List.of(DEAD_UNIT, LEARNING_RATE, LATENT_MAP);
            case INTERPOLATION -> List.of(LATENT_SPACE, DECODER);
            case BRANCH -> List.of(EPOCH, SEED);
            case SWEEP -> List.of(SEED);
        };
    }
}
