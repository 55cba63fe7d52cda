package latentlab.engine.settings;

/** The two autoencoders of the course notebook. */
public enum ModelKind {
    /** inputs-k-inputs, sigmoid on both sides, two weight matrices. */
    SIMPLE,
    /** The decoder uses the encoder's weight transposed: one shared matrix, its own bias. */
    TIED
}
