package latentlab.export.report;

import java.util.List;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import latentlab.engine.training.BestEpoch;
import latentlab.engine.training.EpochResult;
import latentlab.export.Export.Subject;
import latentlab.text.Problem;

/**
 * The few epochs that a report shows images of: the first, the best and the last, those with a bookmark, and some
 * between them.
 *
 * @param shown in order
 * @param best the one of the least validation loss among all that are kept and chosen
 */
record ChosenEpochs(List<EpochResult> shown, EpochResult best) {
    private static final int EVENLY = 6;
    private static final int BOOKMARKS = 6;

    /** @throws Problem if none of the chosen epochs is kept */
    static ChosenEpochs of(Subject subject) throws Problem {
        NavigableMap<Integer, EpochResult> kept = new TreeMap<>();
        subject.epochs().forEach(result -> kept.put(result.epoch(), result));
        List<EpochResult> all = List.copyOf(kept.values());
        EpochResult best = all.get(Math.max(0, BestEpoch.of(all)));
        SortedSet<Integer> shown = new TreeSet<>();
        for (int i = 0; i < EVENLY; i++) {
            shown.add(all.get(Math.round(i * (all.size() - 1) / (EVENLY - 1f))).epoch());
        }
        shown.add(best.epoch());
        subject.run().findings().bookmarks().keySet().stream()
                .filter(kept::containsKey)
                .limit(BOOKMARKS)
                .forEach(shown::add);
        return new ChosenEpochs(shown.stream().map(kept::get).toList(), best);
    }

    EpochResult last() {
        return shown.getLast();
    }
}
