package latentlab.comparison;

/**
 * Two groups of runs whose losses measure the same.
 *
 * @param better the one with the lower mean of best validation losses
 * @param difference by how much the other's mean is greater
 */
public record Judgement(SeedGroup better, SeedGroup worse, MeanDifference difference) {}
