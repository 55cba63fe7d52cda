package latentlab.planted.settings;

/** Innocent. */
public final class Choices {}
