package latentlab.engine.settings;

/** Which images the validation loss is taken on. */
public enum Validation {
    /** The first fifth of the training images, held back from training, as the notebook has it. */
    FIFTH,
    /** The test images, so that all training images are trained on and the loss is the figure papers quote. */
    TEST
}
