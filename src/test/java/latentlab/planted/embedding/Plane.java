package latentlab.planted.embedding;

/** Innocent. */
public final class Plane {}
