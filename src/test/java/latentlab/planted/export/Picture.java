package latentlab.planted.export;

/** Innocent. */
public final class Picture {}
