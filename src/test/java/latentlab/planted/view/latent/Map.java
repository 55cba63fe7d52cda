package latentlab.planted.view.latent;

/** Innocent. */
public final class Map {}
