package latentlab.planted.bench;

/** Innocent. */
public final class Stopwatch {}
