package latentlab.planted.library;

/** Innocent. */
public final class Shelf {}
