package latentlab.run;

import java.io.IOException;
import java.nio.file.Path;
import latentlab.data.Dataset;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.Arithmetic;
import latentlab.run.store.Scratch;
import latentlab.text.Problem;

/** Runs whose epochs a test appends itself. */
final class MadeUpRun {
    private MadeUpRun() {}

    static Run of(TrainingConfig config, Dataset dataset, Autoencoder model, Path scratch) throws IOException {
        RunStart start = new RunStart("made up", config.texts(), dataset.identity(), new Arithmetic(1, "", 1));
        try {
            return Run.of(start, config, dataset, model, new Scratch(scratch), null);
        } catch (Problem e) {
            throw new AssertionError("nothing was kept that could not be read", e);
        }
    }
}
