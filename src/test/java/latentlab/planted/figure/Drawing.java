package latentlab.planted.figure;

/** Innocent. */
public final class Drawing {}
