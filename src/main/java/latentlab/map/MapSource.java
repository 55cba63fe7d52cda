package latentlab.map;

/** What is laid out on the map. */
public enum MapSource {
    /** The latent codes of the selected epoch. */
    LATENT,
    /** The images themselves, whatever the epoch. */
    PIXELS
}
