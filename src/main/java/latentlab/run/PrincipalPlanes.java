package latentlab.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import latentlab.data.ImageSet;
import latentlab.embedding.PrincipalPlane;

/**
 * The principal plane of a run's latent codes at each epoch, its axes turned to fit the epoch before, so that a map drawn on
 * them moves instead of flipping. Each rests on the one before: they are computed in order and kept (a few numbers an epoch).
 */
final class PrincipalPlanes {
    /** Enough test images to find the plane by; the map shows them all. */
    private static final int IMAGES = 2000;

    private final Run run;
    private final int[] images;
    private final List<PrincipalPlane> planes = new ArrayList<>();

    PrincipalPlanes(Run run) {
        this.run = run;
        images = ImageSet.spread(run.dataset().test().count(), IMAGES);
    }

    /**
     * @param wanted whether the plane is still asked for; those on the way to it are kept
     * @throws CancellationException if it is not, or the run is closed, before it has come to the epoch
     */
    synchronized PrincipalPlane of(int epoch, BooleanSupplier wanted) {
        while (planes.size() <= epoch) {
            if (run.closed() || !wanted.getAsBoolean()) {
                throw new CancellationException("nobody waits for the plane of epoch " + epoch);
            }
            int next = planes.size();
            PrincipalPlane plane =
                    PrincipalPlane.of(run.latent(next, images), run.model().latent());
            planes.add(next == 0 ? plane : plane.turnedTo(planes.getLast()));
        }
        return planes.get(epoch);
    }
}
