package latentlab.measure;

import java.util.List;

/**
 * From where to where something went that was measured several times.
 *
 * @param most as much as {@code least} or more
 */
public record Range(double least, double most) {
    /** @param values one at least */
    static Range of(List<Double> values) {
        var statistics = values.stream().mapToDouble(Double::doubleValue).summaryStatistics();
        return new Range(statistics.getMin(), statistics.getMax());
    }
}
