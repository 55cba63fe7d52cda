package latentlab.run;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import latentlab.engine.model.Filters;
import latentlab.run.store.EpochStore;

/** The greatest magnitude of the image-shaped weights of a run, so that the images of all epochs share one scale. */
final class GreatestWeight {
    private final Run run;
    /** Number of epochs looked at. */
    private int seen;

    private float greatest;

    GreatestWeight(Run run) {
        this.run = run;
    }

    /**
     * @param wanted whether it is still asked for
     * @return the greatest magnitude over all epochs that were kept when they were looked at
     * @throws CancellationException if it is no longer asked for, or the run is closed
     */
    synchronized float soFar(BooleanSupplier wanted) {
        while (seen < run.epochs().count()) {
            if (run.gone() || !wanted.getAsBoolean()) {
                throw new CancellationException("nobody waits for the scale of the weights");
            }
            try {
                greatest = Math.max(
                        greatest, Filters.greatest(run.model(), run.epochs().read(seen)));
            } catch (EpochStore.Dropped _) {
                // The epoch was dropped; nobody will see its weights.
            }
            seen++;
        }
        return greatest;
    }
}
