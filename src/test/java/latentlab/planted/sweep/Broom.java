package latentlab.planted.sweep;

/** Innocent. */
public final class Broom {}
