package latentlab.preferences;

/** The layout of the latent maps. */
public enum MapLayout {
    /** One map, beside the loss chart. */
    BESIDE,
    /** One map, as wide as the window. */
    LARGE,
    /** Three maps side by side. */
    THREE
}
