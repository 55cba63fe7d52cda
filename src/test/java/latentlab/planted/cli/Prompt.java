package latentlab.planted.cli;

/** Innocent. */
public final class Prompt {}
