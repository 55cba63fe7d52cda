package latentlab.map;

/** What is mapped. */
public enum MapSource {
    /** The latent codes of the selected epoch. */
    LATENT,
    /** The images' pixels, which are the same at every epoch. */
    PIXELS
}
