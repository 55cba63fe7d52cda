package latentlab.planted.comparison;

/** Innocent. */
public final class Contest {}
