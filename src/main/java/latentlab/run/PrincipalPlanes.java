package latentlab.run;

import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import latentlab.data.ImageSet;
import latentlab.embedding.PrincipalPlane;
import latentlab.run.store.EpochStore;

/**
 * The principal plane of a run's latent codes at each kept epoch, its axes aligned with the epoch before, so that a map
 * drawn on them moves smoothly instead of flipping. Each plane depends on the one before: they are computed in order
 * and kept (a few values an epoch).
 */
final class PrincipalPlanes {
    /** Number of test images the plane is computed from; the map shows all test images. */
    private static final int IMAGES = 2000;

    private final Run run;
    private final int[] images;
    private final TreeMap<Integer, PrincipalPlane> planes = new TreeMap<>();

    PrincipalPlanes(Run run) {
        this.run = run;
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
            int next = next(epoch);
            try {
                PrincipalPlane plane =
                        PrincipalPlane.of(run.latent(next, images), run.model().latent());
                planes.put(
                        next,
                        planes.isEmpty()
                                ? plane
                                : plane.turnedTo(planes.lastEntry().getValue()));
            } catch (EpochStore.Dropped dropped) {
                if (next == epoch) {
                    throw dropped;
                }
            }
        }
        return planes.get(epoch);
    }

    /** @return the first epoch after the last that has a plane, or the one asked for if that comes earlier */
    private int next(int epoch) {
        if (planes.isEmpty()) {
            return 0;
        }
        int following = run.epochs().keptFrom(planes.lastKey() + 1);
        return following > planes.lastKey() ? Math.min(epoch, following) : epoch;
    }
}
