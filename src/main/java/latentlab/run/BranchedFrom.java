package latentlab.run;

/**
 * Where a run has left another one: up to that epoch their records are the same.
 *
 * @param run id of the other
 * @param epoch the last one they share
 */
public record BranchedFrom(String run, int epoch) {}
