package latentlab.planted.session;

/** Innocent. */
public final class Shared {}
