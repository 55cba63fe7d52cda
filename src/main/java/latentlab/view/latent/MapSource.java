package latentlab.view.latent;

/** What is laid out on the map. */
enum MapSource {
    /** The latent codes of the selected epoch. */
    LATENT,
    /** The images themselves, whatever the epoch. */
    PIXELS
}
