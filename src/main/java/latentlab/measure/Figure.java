package latentlab.measure;

import latentlab.text.Sentence;

/**
 * One measured value.
 *
 * @param name for programs that read the results, e.g. {@code simple.seconds}
 * @param what a sentence for users
 * @param goal upper limit of the value; NaN for none
 * @param range of the values it is the best or the median of; null if it was measured once
 */
public record Figure(String name, Sentence what, double value, Unit unit, double goal, Range range) {
    /** A value that was measured once. */
    public Figure(String name, Sentence what, double value, Unit unit, double goal) {
        this(name, what, value, unit, goal, null);
    }

    /** A value without a goal. */
    static Figure of(String name, Sentence what, double value, Unit unit) {
        return new Figure(name, what, value, unit, Double.NaN);
    }

    public boolean hasGoal() {
        return !Double.isNaN(goal);
    }

    /** Whether the goal is met. */
    public boolean met() {
        return value <= goal;
    }
}
