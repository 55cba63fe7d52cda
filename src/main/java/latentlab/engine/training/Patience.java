package latentlab.engine.training;

import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.TrainerState.PatienceState;

/** Counts the epochs that brought nothing, for early stopping and for the plateau schedule. */
final class Patience {
    /** A loss this share below the best counts as better for a plateau: ReduceLROnPlateau's relative threshold. */
    private static final double THRESHOLD = 1e-4;

    private final long epochsToStop;
    private final long epochsToPlateau;
    private double best = Double.POSITIVE_INFINITY;
    private int sinceBest;
    private double plateau = Double.POSITIVE_INFINITY;
    private int sincePlateau;
    private int plateaus;

    Patience(TrainingConfig config) {
        epochsToStop = config.get(Setting.EARLY_STOPPING);
        epochsToPlateau = config.get(Setting.SCHEDULE_EPOCHS);
    }

    /** @param validLoss of the epoch just trained */
    void judge(double validLoss) {
        sinceBest++;
        if (validLoss < best) {
            best = validLoss;
            sinceBest = 0;
        }
        sincePlateau++;
        if (validLoss < plateau * (1 - THRESHOLD)) {
            plateau = validLoss;
            sincePlateau = 0;
        }
        // As ReduceLROnPlateau counts: one epoch more than it is patient for.
        if (sincePlateau > epochsToPlateau) {
            plateaus++;
            sincePlateau = 0;
        }
    }

    boolean isOver() {
        return epochsToStop > 0 && sinceBest >= epochsToStop;
    }

    /** For a run that goes on all the same. */
    void renew() {
        sinceBest = 0;
    }

    int plateaus() {
        return plateaus;
    }

    PatienceState state() {
        return new PatienceState(best, sinceBest, plateau, sincePlateau, plateaus);
    }

    void set(PatienceState state) {
        best = state.best();
        sinceBest = state.sinceBest();
        plateau = state.plateau();
        sincePlateau = state.sincePlateau();
        plateaus = state.plateaus();
    }
}
