package latentlab.measure;

import java.util.Comparator;
import java.util.List;

/**
 * What some turns come to. Best against best is what each of the two can do on this machine, and hardly depends on what else has
 * happened there; the ratios of the pairs say what one run of both may show.
 *
 * @param turns one or more; all of them have a baseline or none has
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

    /** The best of the other program. */
    Turn.Baseline best() {
        return turns.stream()
                .map(Turn::baseline)
                .min(Comparator.comparingDouble(Turn.Baseline::seconds))
                .orElseThrow();
    }

    /** Best against best. */
    double ratio() {
        return ours().least() / theirs().least();
    }

    /** Of the ratios of the turns. */
    Range pairs() {
        return Range.of(ratios());
    }

    /** Median of the ratios of the turns. */
    double medianPair() {
        return Times.median(ratios());
    }

    private List<Double> ratios() {
        return turns.stream().map(Turn::ratio).toList();
    }
}
