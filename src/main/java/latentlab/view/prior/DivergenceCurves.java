package latentlab.view.prior;

import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;
import latentlab.run.Run;

/** The divergence of each unit over the epochs of one run, as far as it has been computed. For any thread. */
final class DivergenceCurves {
    final Run run;
    private final SortedMap<Integer, double[]> known = new ConcurrentSkipListMap<>();

    DivergenceCurves(Run run) {
        this.run = run;
    }

    void add(int epoch, double[] nats) {
        known.put(epoch, nats);
    }

    /** @return the first epoch that is kept and not known; none where all are */
    OptionalInt missing() {
        return IntStream.range(0, run.history().size())
                .filter(epoch -> !known.containsKey(epoch) && run.epochs().keeps(epoch))
                .findFirst();
    }

    /** @return of each unit epoch and nats in turn, in order, until the first epoch whose figures are still to come */
    List<List<double[]>> all() {
        SortedMap<Integer, double[]> whole = known.headMap(missing().orElse(Integer.MAX_VALUE));
        return IntStream.range(0, run.model().latent())
                .mapToObj(unit -> whole.entrySet().stream()
                        .map(each -> new double[] {each.getKey(), each.getValue()[unit]})
                        .toList())
                .toList();
    }
}
