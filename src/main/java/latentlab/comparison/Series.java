package latentlab.comparison;

import java.util.List;

/**
 * Runs that differ in one setting, and in their seeds.
 *
 * @param name in what they differ from other series; empty where nothing else differs
 * @param points along the setting, in its order: of each value that has runs
 */
public record Series(String name, List<Point> points) {
    /** @param place of the value among those of the setting */
    public record Point(int place, Spread spread) {}
}
