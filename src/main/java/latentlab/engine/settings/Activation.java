package latentlab.engine.settings;

/**
 * What a unit makes of the sum of its inputs. All of them are monotonous, so that the slope follows from the output
 * alone.
 */
public enum Activation {
    /** 1 / (1 + e^-z). */
    SIGMOID,
    /** max(0, z). */
    RELU,
    /** z, a hundredth of it below zero. */
    LEAKY_RELU,
    TANH,
    /** z, e^z - 1 below zero (Clevert et al. 2016). */
    ELU,
    /** z itself. */
    LINEAR;

    /** Slope of the leaky ReLU below zero, PyTorch's default. */
    public static final float LEAK = 0.01f;

    /** @param z sum of the unit's inputs and its bias */
    public double of(double z) {
        return switch (this) {
            case SIGMOID -> 1 / (1 + Math.exp(-z));
            // Written so that what is no number stays none.
            case RELU -> z < 0 ? 0 : z;
            case LEAKY_RELU -> z < 0 ? LEAK * z : z;
            case TANH -> Math.tanh(z);
            case ELU -> z < 0 ? Math.expm1(z) : z;
            case LINEAR -> z;
        };
    }

    /** @param h what {@link #of} gave */
    public float slope(float h) {
        return switch (this) {
            case SIGMOID -> h * (1 - h);
            case RELU -> h > 0 ? 1 : 0;
            case LEAKY_RELU -> h > 0 ? 1 : LEAK;
            case TANH -> 1 - h * h;
            case ELU -> h > 0 ? 1 : h + 1;
            case LINEAR -> 1;
        };
    }
}
