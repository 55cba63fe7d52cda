package latentlab.comparison;

import java.util.DoubleSummaryStatistics;
import java.util.List;

/**
 * What some of the compared runs came to together.
 *
 * @param runs their places in the comparison
 * @param counted how many of them have a value; the same settings and seed again do not count again
 * @param mean of those; NaN for none, as are the next two
 * @param low the least of them
 * @param high the greatest of them
 */
public record Spread(List<Integer> runs, int counted, double mean, double low, double high) {
    static Spread of(List<Integer> runs, Comparison comparison, KeyFigure figure) {
        DoubleSummaryStatistics values = runs.stream()
                .filter(run -> !comparison.isRepeat(run))
                .mapToDouble(run -> comparison.value(figure, run))
                .filter(Double::isFinite)
                .summaryStatistics();
        boolean any = values.getCount() > 0;
        return new Spread(
                List.copyOf(runs),
                (int) values.getCount(),
                any ? values.getAverage() : Double.NaN,
                any ? values.getMin() : Double.NaN,
                any ? values.getMax() : Double.NaN);
    }
}
