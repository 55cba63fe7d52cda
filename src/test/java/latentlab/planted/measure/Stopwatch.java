package latentlab.planted.measure;

/** Innocent. */
public final class Stopwatch {}
