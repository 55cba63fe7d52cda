package latentlab.planted.app;

/** Innocent. */
public final class App {}
