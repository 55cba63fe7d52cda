package latentlab.planted.text;

/** Innocent. */
public final class Words {}
