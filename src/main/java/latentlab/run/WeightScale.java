package latentlab.run;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import latentlab.engine.model.Filters;

/** How great the weights that have the shape of an image become in a run: one scale for the images of all epochs. */
final class WeightScale {
    private final Run run;
    /** Epochs looked at. */
    private int seen;

    private float greatest;

    WeightScale(Run run) {
        this.run = run;
    }

    /**
     * @param wanted whether it is still asked for
     * @return the greatest magnitude over all epochs that were kept when they were first looked at
     * @throws CancellationException if it is not asked for any more, or the run is closed
     */
    synchronized float greatest(BooleanSupplier wanted) {
        while (seen < run.epochs().count()) {
            if (run.gone() || !wanted.getAsBoolean()) {
                throw new CancellationException("nobody waits for the scale of the weights");
            }
            try {
                greatest = Math.max(
                        greatest, Filters.greatest(run.model(), run.epochs().read(seen)));
            } catch (EpochStore.Dropped _) {
                // Nobody will see its weights.
            }
            seen++;
        }
        return greatest;
    }
}
