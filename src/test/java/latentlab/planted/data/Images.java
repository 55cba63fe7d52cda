package latentlab.planted.data;

/** Innocent. */
public final class Images {}
