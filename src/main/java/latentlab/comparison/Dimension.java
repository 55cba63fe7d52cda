package latentlab.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import latentlab.engine.settings.Domain;
import latentlab.engine.settings.Setting;

/**
 * Something in which runs differ, as an axis: its values in their order, and which of them each run has.
 *
 * @param name of the {@link Difference}
 * @param values each once: numbers ascending, words in the order of the setting's, others as they come
 * @param numbers of the values; empty where they are words
 * @param places of each run among the values; -1 where it makes no difference to the run
 * @param logarithmic whether equal ratios of the numbers take equal room
 */
public record Dimension(String name, List<String> values, double[] numbers, int[] places, boolean logarithmic) {
    /** More numbers than this are put together, see {@link #binned}. */
    private static final int MOST = 24;

    private static final int BINS = 12;

    static Dimension of(Difference difference) {
        Setting<?> setting = Setting.ALL.stream()
                .filter(each -> each.name().equals(difference.name()))
                .findFirst()
                .orElse(null);
        Domain<?> domain = setting == null ? null : setting.domain();
        boolean numeric = domain instanceof Domain.Whole || domain instanceof Domain.Real;
        List<String> values = new ArrayList<>(difference.values().stream()
                .distinct()
                .filter(text -> !text.isEmpty())
                .toList());
        if (numeric) {
            values.sort(Comparator.comparingDouble(Double::parseDouble));
        } else if (domain instanceof Domain.Choice<?> choice) {
            values.sort(Comparator.comparingInt(choice.words()::indexOf));
        }
        double[] numbers =
                numeric ? values.stream().mapToDouble(Double::parseDouble).toArray() : new double[0];
        int[] places = difference.values().stream().mapToInt(values::indexOf).toArray();
        return new Dimension(difference.name(), List.copyOf(values), numbers, places, numeric && setting.logarithmic());
    }

    /** Whether its values are numbers. */
    public boolean numeric() {
        return numbers.length > 0;
    }

    /** Whether it is but the seed, so that runs differ by chance along it. */
    public boolean isSeed() {
        return name.equals(Setting.SEED.name());
    }

    /**
     * @return the same where there are few values, or they are words; else with the numbers put together in intervals,
     *     each as wide as the others on the axis, of which only those are left that have runs
     */
    public Dimension binned() {
        if (!numeric() || numbers.length <= MOST) {
            return this;
        }
        double low = numbers[0];
        double high = numbers[numbers.length - 1];
        int[] bins = Arrays.stream(numbers)
                .mapToInt(number -> Math.min(BINS - 1, (int) (BINS * share(number, low, high))))
                .toArray();
        int[] kept = Arrays.stream(bins).distinct().toArray();
        List<String> names = new ArrayList<>();
        double[] middles = new double[kept.length];
        for (int i = 0; i < kept.length; i++) {
            int bin = kept[i];
            int[] inside = IntStream.range(0, bins.length)
                    .filter(value -> bins[value] == bin)
                    .toArray();
            String first = values.get(inside[0]);
            String last = values.get(inside[inside.length - 1]);
            names.add(first.equals(last) ? first : first + "–" + last);
            middles[i] = numbers[inside[inside.length / 2]];
        }
        int[] binPlaces = Arrays.stream(places)
                .map(place -> place < 0 ? -1 : Arrays.binarySearch(kept, bins[place]))
                .toArray();
        return new Dimension(name, List.copyOf(names), middles, binPlaces, logarithmic);
    }

    private double share(double number, double low, double high) {
        return logarithmic ? Math.log(number / low) / Math.log(high / low) : (number - low) / (high - low);
    }
}
