package latentlab.bench;

import latentlab.text.Sentence;

/**
 * One thing that was measured.
 *
 * @param name for programs that read the results, e.g. {@code simple.seconds}
 * @param what for people
 * @param goal what it should be at most; NaN where nothing is asked of it
 */
public record Figure(String name, Sentence what, double value, Unit unit, double goal) {
    /** A figure of which nothing is asked. */
    static Figure of(String name, Sentence what, double value, Unit unit) {
        return new Figure(name, what, value, unit, Double.NaN);
    }

    public boolean hasGoal() {
        return !Double.isNaN(goal);
    }

    /** Whether it is as good as asked for. */
    public boolean met() {
        return value <= goal;
    }
}
