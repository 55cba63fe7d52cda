package latentlab.run;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BooleanSupplier;
import latentlab.data.ImageSet;
import latentlab.embedding.PrincipalPlane;
import latentlab.run.store.EpochStore;

/**
 * The principal plane of a run's latent codes at each kept epoch, its axes aligned with the epoch before, so that a map
 * drawn on them moves smoothly instead of flipping. Each plane depends on the one before: they are computed in order
 * and kept (a few values an epoch). Of a run that goes on, an epoch of the past has its plane turned to the nearest one
 * that is known.
 */
final class PrincipalPlanes {
    /** Number of test images the plane is computed from; the map shows all test images. */
    private static final int IMAGES = 2000;

    private final Run run;
    private final int[] images;
    private final ConcurrentSkipListMap<Integer, PrincipalPlane> planes;
    /** The epoch from which on each plane is turned to the one before. */
    private final int chain;

    /**
     * @param known planes that there are already
     * @param chain 0; of a run that goes on its last epoch: those before it are not all computed first
     */
    PrincipalPlanes(Run run, SortedMap<Integer, PrincipalPlane> known, int chain) {
        this.run = run;
        this.chain = chain;
        planes = new ConcurrentSkipListMap<>(known);
        images = ImageSet.spread(run.dataset().test().count(), IMAGES);
    }

    /**
     * @param wanted whether the plane is still asked for; planes computed on the way to it are kept
     * @throws CancellationException if it is no longer asked for, or the run is closed, before the epoch is reached; or
     *     if the epoch is no longer kept
     */
    synchronized PrincipalPlane of(int epoch, BooleanSupplier wanted) {
        while (!planes.containsKey(epoch)) {
            if (run.gone() || !wanted.getAsBoolean()) {
                throw new CancellationException("nobody waits for the plane of epoch " + epoch);
            }
            int next = epoch < chain ? epoch : next(epoch);
            try {
                PrincipalPlane plane =
                        PrincipalPlane.of(run.latent(next, images), run.model().latent());
                Map.Entry<Integer, PrincipalPlane> near = nearest(next);
                planes.put(next, near == null ? plane : plane.turnedTo(near.getValue()));
            } catch (EpochStore.Dropped dropped) {
                if (next == epoch) {
                    throw dropped;
                }
            }
        }
        return planes.get(epoch);
    }

    /** @return the first epoch of the chain that has no plane yet, or the one asked for if that comes earlier */
    private int next(int epoch) {
        Integer last = planes.lowerKey(Integer.MAX_VALUE);
        if (last == null || last < chain) {
            return Math.min(epoch, run.epochs().keptFrom(chain));
        }
        int following = run.epochs().keptFrom(last + 1);
        return following > last ? Math.min(epoch, following) : epoch;
    }

    /** @return the plane of the last epoch before one, or else of the next after it; null for none */
    private Map.Entry<Integer, PrincipalPlane> nearest(int epoch) {
        Map.Entry<Integer, PrincipalPlane> before = planes.lowerEntry(epoch);
        return before == null ? planes.higherEntry(epoch) : before;
    }

    /** @return those that have been computed, by epoch */
    SortedMap<Integer, PrincipalPlane> soFar() {
        return Collections.unmodifiableSortedMap(planes);
    }
}
