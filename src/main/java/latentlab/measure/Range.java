package latentlab.measure;

import java.util.List;

/**
 * The range of a value measured several times.
 *
 * @param most at least {@code least}
 */
public record Range(double least, double most) {
    /** @param values at least one */
    static Range of(List<Double> values) {
        var statistics = values.stream().mapToDouble(Double::doubleValue).summaryStatistics();
        return new Range(statistics.getMin(), statistics.getMax());
    }
}
