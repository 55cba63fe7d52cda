package latentlab.comparison;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Runs that differ in their seed alone: what they have in common is due to their settings, what they have not to
 * chance.
 *
 * @param runs one or more, in the order in which they were given
 */
public record SeedGroup(List<ComparedRun> runs) {
    public SeedGroup {
        runs = List.copyOf(runs);
    }

    /**
     * What the validation losses of several runs span, epoch by epoch, as long as any of them goes on.
     *
     * @param mean over the runs that have the epoch, shape [epochs + 1]; NaN where none has a finite loss
     * @param low the least of them, likewise
     * @param high the greatest of them, likewise
     */
    public record Band(double[] mean, double[] low, double[] high) {}

    /** @return one run of each seed, the first: the same run twice tells no more than once */
    public List<ComparedRun> ofDistinctSeeds() {
        Set<Long> seeds = new HashSet<>();
        return runs.stream().filter(run -> seeds.add(run.config().seed())).toList();
    }

    /** @return the best validation loss of each seed, without those that have none */
    public double[] best() {
        return ofDistinctSeeds().stream()
                .filter(run -> run.best() != null)
                .mapToDouble(run -> run.best().validLoss())
                .toArray();
    }

    /** @return mean and range of {@link #best} */
    public DoubleSummaryStatistics statistics() {
        return Arrays.stream(best()).summaryStatistics();
    }

    public Band band() {
        int epochs = runs.stream().mapToInt(run -> run.history().size()).max().orElseThrow();
        double[] mean = new double[epochs];
        double[] low = new double[epochs];
        double[] high = new double[epochs];
        for (int e = 0; e < epochs; e++) {
            int epoch = e;
            DoubleSummaryStatistics losses = runs.stream()
                    .filter(run -> epoch < run.history().size())
                    .mapToDouble(run -> run.history().get(epoch).validLoss())
                    .filter(Double::isFinite)
                    .summaryStatistics();
            boolean any = losses.getCount() > 0;
            mean[e] = any ? losses.getAverage() : Double.NaN;
            low[e] = any ? losses.getMin() : Double.NaN;
            high[e] = any ? losses.getMax() : Double.NaN;
        }
        return new Band(mean, low, high);
    }
}
