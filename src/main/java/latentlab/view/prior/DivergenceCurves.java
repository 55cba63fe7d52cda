package latentlab.view.prior;

import java.util.ArrayList;
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

    /** @return epoch and nats of a unit in turn, in order, until the first epoch whose figures are still to come */
    List<double[]> of(int unit) {
        List<double[]> places = new ArrayList<>();
        int end = missing().orElse(Integer.MAX_VALUE);
        known.headMap(end).forEach((epoch, nats) -> places.add(new double[] {epoch, nats[unit]}));
        return places;
    }
}
