package latentlab.engine.settings;

/** What a gradient makes of the parameters; formulas, defaults and order of operations are PyTorch's. */
public enum Optimiser {
    /** p -= rate g. */
    SGD,
    /** v = momentum v + g; p -= rate v (Polyak 1964). */
    MOMENTUM,
    /** v = momentum v + g; p -= rate (g + momentum v) (Nesterov 1983, in the form of Sutskever et al. 2013). */
    NESTEROV,
    /** s = 0.99 s + 0.01 g^2; p -= rate g / (sqrt(s) + 1e-8) (Tieleman &amp; Hinton 2012). */
    RMSPROP,
    /** Kingma &amp; Ba 2015: beta 0.9 and 0.999, epsilon 1e-8. */
    ADAM,
    /** Adam with the weight decay beside the gradient, not in it (Loshchilov &amp; Hutter 2019). */
    ADAMW;

    private static final double BETA1 = 0.9;

    /**
     * What it keeps of what it knew before, unless a schedule says otherwise: momentum's own, of Adam the first beta.
     */
    double momentum(TrainingConfig config) {
        return adaptive() ? BETA1 : config.get(Setting.MOMENTUM);
    }

    /** Whether its running means start at zero and are corrected for that. */
    public boolean adaptive() {
        return this == ADAM || this == ADAMW;
    }
}
