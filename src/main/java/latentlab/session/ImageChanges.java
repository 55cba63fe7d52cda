package latentlab.session;

import java.util.ArrayList;
import java.util.List;
import latentlab.run.Run;
import latentlab.run.store.EpochStore;

/**
 * How much the reconstructions of the sample images change from each kept epoch to the next. Safe to use from any
 * thread.
 */
public final class ImageChanges {
    /** Epochs looked at before what is known is shown. */
    private static final int CHUNK = 100;
    /** Epochs that are marked at most: those with the largest changes. */
    private static final int MOST = 12;
    /** Epochs before one that say what is usual. */
    private static final int WINDOW = 10;
    /** Half a grey level: less cannot be seen. */
    private static final double LEAST = 0.5 / 255;

    private final Run run;
    private final int[] samples;
    private List<Change> changes = new ArrayList<>();
    /** Reconstructions of the last epoch looked at; null before the first. */
    private float[] before;

    private int next;
    private int stride = 1;

    /**
     * The change at an epoch.
     *
     * @param amount mean absolute difference of the intensities from those of the kept epoch before, 0 to 1 of most
     *     models
     */
    public record Change(int epoch, double amount) {}

    /**
     * What is known so far.
     *
     * @param changes of kept epochs, in order
     * @param newest epoch that was there
     * @param complete whether it goes up to that
     */
    public record Known(List<Change> changes, int newest, boolean complete) {}

    public ImageChanges(Run run) {
        this.run = run;
        samples = run.samples();
    }

    /** @return what is known after having looked at some more epochs */
    public synchronized Known more() {
        EpochStore epochs = run.epochs();
        if (epochs.stride() != stride) {
            // Changes over longer spans cannot be held against those over shorter ones.
            stride = epochs.stride();
            changes = new ArrayList<>();
            before = null;
            next = 0;
        }
        int newest = epochs.count() - 1;
        for (int looked = 0; looked < CHUNK && next <= newest; looked++) {
            int epoch = epochs.keptFrom(next);
            if (epoch < next) {
                // None of the rest is kept, as where a file lacks its newest.
                next = newest + 1;
                break;
            }
            try {
                look(epoch, run.reconstructIntensities(epoch, samples));
            } catch (EpochStore.Dropped _) {
                // It has made room for others meanwhile.
            }
            next = epoch + 1;
        }
        return new Known(
                changes.stream().filter(change -> epochs.keeps(change.epoch())).toList(), newest, next > newest);
    }

    private void look(int epoch, float[] intensities) {
        if (before != null) {
            changes.add(new Change(epoch, difference(before, intensities)));
        }
        before = intensities;
    }

    private static double difference(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += Math.abs((double) one[i] - other[i]);
        }
        return one.length == 0 ? 0 : sum / one.length;
    }

    /**
     * @return the epochs, in order, at which images change at least twice as much as is usual in the ten kept epochs
     *     before, and more than at their neighbours: where something begins after a plateau
     */
    public static List<Integer> standingOut(List<Change> changes) {
        List<Change> found = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            double amount = changes.get(i).amount();
            double left = i == 0 ? 0 : changes.get(i - 1).amount();
            double right = i + 1 == changes.size() ? 0 : changes.get(i + 1).amount();
            if (amount >= LEAST && amount >= left && amount > right && amount >= 2 * usual(changes, i)) {
                found.add(changes.get(i));
            }
        }
        return found.stream()
                .sorted((one, other) -> Double.compare(other.amount(), one.amount()))
                .limit(MOST)
                .map(Change::epoch)
                .sorted()
                .toList();
    }

    /** The median of those before; 0 if there are none. */
    private static double usual(List<Change> changes, int end) {
        double[] window = changes.subList(Math.max(0, end - WINDOW), end).stream()
                .mapToDouble(Change::amount)
                .sorted()
                .toArray();
        return window.length == 0 ? 0 : window[window.length / 2];
    }
}
