package latentlab.planted.engine;

/** Innocent. */
public final class Machine {}
