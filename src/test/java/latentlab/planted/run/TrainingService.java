package latentlab.planted.run;

/** Innocent. */
public final class TrainingService {}
