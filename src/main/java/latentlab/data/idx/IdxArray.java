package latentlab.data.idx;

import java.nio.file.Path;
import latentlab.data.arrays.NumberArray;

/**
 * What one IDX file holds.
 *
 * @param file where it was read
 * @param numbers shape [count, height, width], or with channels of colour before these or last; of labels [count], or
 *     [count, columns]; at least one of them
 */
public record IdxArray(Path file, NumberArray numbers) {}
