package latentlab.planted.preferences;

/** Innocent. */
public final class Choices {}
