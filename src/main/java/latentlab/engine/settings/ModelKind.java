package latentlab.engine.settings;

/** The two autoencoders of the course notebook, and one whose codes are distributions. */
public enum ModelKind {
    /** inputs-k-inputs, sigmoid on both sides, two weight matrices. */
    SIMPLE,
    /** The decoder uses the encoder's weight transposed: one shared matrix, its own bias. */
    TIED,
    /**
     * A variational autoencoder (Kingma &amp; Welling 2014): the encoder gives a mean and a log-variance for each
     * latent unit, and the decoder is trained on samples.
     */
    VARIATIONAL
}
