package latentlab.cli;

import latentlab.text.Sentence;

/**
 * What a map is made from.
 *
 * @param title what it will be a map of
 * @param values shape [count, dimension]
 * @param dimension numbers a point has
 */
record PointsToMap(Sentence title, float[] values, int dimension) {}
