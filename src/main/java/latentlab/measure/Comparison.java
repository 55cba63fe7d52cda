package latentlab.measure;

import java.util.Comparator;
import java.util.List;

/**
 * The result of some turns. The ratio of the best times shows what each program can do on this machine, and hardly
 * depends on what else runs there; the ratios of the single turns show what one run of both may give.
 *
 * @param turns one or more; either all have a baseline or none
 */
record Comparison(List<Turn> turns) {
    Range ours() {
        return Range.of(turns.stream().map(Turn::seconds).toList());
    }

    boolean hasBaseline() {
        return turns.getFirst().baseline() != null;
    }

    Range theirs() {
        return Range.of(turns.stream().map(turn -> turn.baseline().seconds()).toList());
    }

    /** The best time of the other program. */
    Turn.Baseline best() {
        return turns.stream()
                .map(Turn::baseline)
                .min(Comparator.comparingDouble(Turn.Baseline::seconds))
                .orElseThrow();
    }

    /** The ratio of the best times. */
    double ratio() {
        return ours().least() / theirs().least();
    }

    /** The range of the turns' ratios. */
    Range pairs() {
        return Range.of(ratios());
    }

    /** The median of the turns' ratios. */
    double medianPair() {
        return Times.median(ratios());
    }

    private List<Double> ratios() {
        return turns.stream().map(Turn::ratio).toList();
    }
}
