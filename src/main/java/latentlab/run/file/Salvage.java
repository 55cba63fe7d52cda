package latentlab.run.file;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.training.EpochResult;
import latentlab.engine.training.TrainerState;
import latentlab.text.Problem;

/**
 * What can be relied on of a damaged run.
 *
 * @param history up to the newest epoch that has parameters and a state to go on from
 * @param kept epochs whose parameters are whole
 */
record Salvage(List<EpochResult> history, Set<Integer> kept) {
    /**
     * @param results of the first epochs, as far as they are whole
     * @throws Problem if there is no epoch to go on from
     */
    static Salvage of(RunFile file, Autoencoder model, List<EpochResult> results) throws Problem {
        int last = results.size() - 1;
        while (last >= 0 && !(hasParameters(file, last) && state(file, model, last) != null)) {
            last--;
        }
        if (last < 0) {
            throw Problem.of("run.rescue.nothing", file.path().toString());
        }
        Set<Integer> kept = new HashSet<>();
        for (int epoch = 0; epoch <= last; epoch++) {
            if (hasParameters(file, epoch)) {
                kept.add(epoch);
            }
        }
        return new Salvage(List.copyOf(results.subList(0, last + 1)), Set.copyOf(kept));
    }

    private static boolean hasParameters(RunFile file, int epoch) {
        try {
            file.parameters(epoch);
            return true;
        } catch (Problem _) {
            return false;
        }
    }

    /** @return the trainer's state after an epoch; null where there is none that is whole */
    static TrainerState state(RunFile file, Autoencoder model, int epoch) {
        try {
            TrainerState state = file.state(model, epoch);
            return state.epoch() == epoch ? state : null;
        } catch (Problem _) {
            return null;
        }
    }
}
