package latentlab.planted;

/** Innocent. */
public final class App {}
