package latentlab.cli;

import latentlab.text.Sentence;

/**
 * The points a map is made from.
 *
 * @param title of the map
 * @param values shape [count, dimension]
 * @param dimension values per point
 */
record PointsToMap(Sentence title, float[] values, int dimension) {}
