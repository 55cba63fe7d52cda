package latentlab.measure;

import latentlab.text.Sentence;

/**
 * One thing that was measured.
 *
 * @param name for programs that read the results, e.g. {@code simple.seconds}
 * @param what for people
 * @param goal what it should be at most; NaN where nothing is asked of it
 * @param range of what it is the best or the median of; null where it was measured once
 */
public record Figure(String name, Sentence what, double value, Unit unit, double goal, Range range) {
    /** A figure that was measured once. */
    public Figure(String name, Sentence what, double value, Unit unit, double goal) {
        this(name, what, value, unit, goal, null);
    }

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
