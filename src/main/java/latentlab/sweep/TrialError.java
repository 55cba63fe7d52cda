package latentlab.sweep;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import latentlab.data.Dataset;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.model.Inference;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.Setting;
import latentlab.run.file.FindingRows;
import latentlab.run.file.RunFile;
import latentlab.run.findings.Findings;
import latentlab.run.findings.Said;
import latentlab.run.findings.TestError;
import latentlab.text.Problem;
import latentlab.text.Progress;

/**
 * The test error of a trial after its last epoch, by which trials can be compared whatever their losses are. Computed
 * once: it is kept in the trial's file.
 */
final class TrialError {
    private static final Logger LOG = System.getLogger(TrialError.class.getName());

    private TrialError() {}

    /**
     * @param file of the trial
     * @param dataset that it was trained on
     * @throws Problem if the file cannot be read
     * @throws java.util.concurrent.CancellationException if the progress has been cancelled
     */
    static TestError of(Path file, Dataset dataset, Progress progress) throws Problem {
        try (RunFile saved = RunFile.open(file)) {
            int last = saved.history().size() - 1;
            TestError known = saved.errors().get(last);
            if (known != null) {
                return known;
            }
            Autoencoder model = Autoencoder.of(saved.config(), dataset.shape());
            TestError error;
            try (Inference inference = new Inference(model, saved.config().with(Setting.LOSS, Loss.MSE))) {
                error = TestError.of(inference, saved.parameters(last), dataset.test(), progress);
            }
            Findings findings = new Findings(Map.of(), Map.of(last, error), List.of(), Map.of(), Said.NOTHING);
            try {
                FindingRows.keep(file, saved.start().id(), saved.history(), findings);
            } catch (Problem problem) {
                LOG.log(Level.INFO, "a test error is not kept in " + file, problem);
            }
            return error;
        }
    }
}
