package latentlab.sweep;

import java.nio.file.Files;
import java.nio.file.Path;
import latentlab.comparison.ComparedRun;
import latentlab.data.DataIdentity;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.settings.Setting;
import latentlab.engine.training.TrainerState;
import latentlab.run.file.RunFile;
import latentlab.text.Problem;

/** The file of a trial, as it was left. */
record TrialFile(Path path, Trial trial) {
    boolean exists() {
        return Files.exists(path) && path.toFile().length() > 0;
    }

    /**
     * @param data that it is to have been trained on; null for any
     * @throws Problem if it cannot be read, or is of other settings or data
     */
    Outcome found(DataIdentity data) throws Problem {
        if (!exists()) {
            return new Outcome(trial, Outcome.State.WAITING, null, null);
        }
        try (RunFile saved = RunFile.open(path)) {
            check(saved, data);
            Outcome.State state = ended(saved) ? Outcome.State.FINISHED : Outcome.State.STOPPED;
            return new Outcome(trial, state, ComparedRun.of(trial.name(), saved), null);
        }
    }

    /** @throws Problem if the file is of other settings or data; null for any */
    void check(RunFile saved, DataIdentity data) throws Problem {
        DataIdentity known = saved.start().data();
        if (data != null && !known.hash().equals(data.hash())) {
            throw Problem.of("sweep.data", path.toString(), known.train(), known.test(), data.train(), data.test());
        }
        if (!saved.config().equals(trial.config())) {
            throw Problem.of("sweep.settings", path.toString());
        }
    }

    /** Whether there is nothing left to train. */
    boolean ended(RunFile saved) throws Problem {
        if (saved.history().size() > trial.config().epochs()) {
            return true;
        }
        long patience = trial.config().get(Setting.EARLY_STOPPING);
        if (patience == 0) {
            return false;
        }
        TrainerState state =
                saved.state(Autoencoder.of(saved.config(), saved.start().data().shape()));
        return state.patience().sinceBest() >= patience;
    }
}
