package latentlab.view.filters;

import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import latentlab.engine.model.Filters;
import latentlab.engine.model.UnitActivity;
import latentlab.figure.WeightStrip;
import latentlab.run.Run;

/**
 * The weights of an epoch, ready to be painted.
 *
 * @param greatest magnitude of the weights of any epoch, which has the strongest colour: epochs compare
 * @param weights of each bank, as images
 * @param orders of each bank: its units in the order in which they are shown
 */
record FilterSheet(Filters filters, float greatest, List<WeightStrip> weights, List<int[]> orders) {
    /**
     * @param mostActiveFirst in the order of how much the units vary over the test images, instead of their number
     * @param channel of colour images that is seen, or {@link WeightStrip#TOGETHER}
     * @param wanted whether it is still asked for
     * @throws java.util.concurrent.CancellationException if it is not
     */
    static FilterSheet of(Run run, int epoch, boolean mostActiveFirst, int channel, BooleanSupplier wanted) {
        Filters filters = run.filters(epoch);
        float greatest = run.greatestWeight(wanted);
        return new FilterSheet(
                filters,
                greatest,
                filters.banks().stream()
                        .map(bank -> new WeightStrip(bank.weights(), greatest, filters.shape(), channel))
                        .toList(),
                filters.banks().stream()
                        .map(bank -> order(bank.activity(), mostActiveFirst))
                        .toList());
    }

    private static int[] order(List<UnitActivity> activity, boolean mostActiveFirst) {
        Comparator<Integer> byDeviation =
                Comparator.comparingDouble(unit -> -activity.get(unit).deviation());
        IntStream units = IntStream.range(0, activity.size());
        return mostActiveFirst
                ? units.boxed().sorted(byDeviation).mapToInt(unit -> unit).toArray()
                : units.toArray();
    }

    int units() {
        return orders.getFirst().length;
    }
}
