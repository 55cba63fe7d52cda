package latentlab.measure;

import java.util.ArrayList;
import java.util.List;

/** Times of the same work, repeated: the first two include the just-in-time compiler and do not count. */
final class Times {
    private static final int WARM_UP = 2;

    private final List<Double> all = new ArrayList<>();

    void add(double time) {
        all.add(time);
    }

    /** @return median of the times that count; of all times while none does */
    double median() {
        return median(all.size() > WARM_UP ? all.subList(WARM_UP, all.size()) : all);
    }

    /** @param values at least one */
    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
