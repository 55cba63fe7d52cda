package latentlab.planted.map;

/** Innocent. */
public final class Places {}
