package latentlab.planted.natives;

/** Innocent. */
public final class Library {}
