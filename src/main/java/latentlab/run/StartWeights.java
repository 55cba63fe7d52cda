package latentlab.run;

/**
 * Parameters for a run to begin with, in place of random ones.
 *
 * @param parameters of the run's model; nobody writes to them
 */
public record StartWeights(WeightsFrom from, float[] parameters) {}
