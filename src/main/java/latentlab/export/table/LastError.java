package latentlab.export.table;

import java.util.Map;
import java.util.concurrent.CancellationException;
import latentlab.diagnosis.Diagnosis;
import latentlab.export.Export;
import latentlab.run.Run;
import latentlab.run.findings.TestError;
import latentlab.run.store.EpochStore;
import latentlab.text.Problem;
import latentlab.text.Progress;

/** The test error for tables of epochs, by which runs can be compared whatever their losses are. */
public final class LastError {
    private LastError() {}

    /**
     * @return the test error by the last epoch of the table that is kept; empty without any. Not those of others, which
     *     take a pass over all test images each: a table would have them or not by what else was looked at before
     * @throws Problem if the epochs asked for are not kept
     * @throws CancellationException if the progress has been cancelled, or the run is closed
     */
    public static Map<Integer, TestError> of(Export.Subject subject, Progress progress) throws Problem {
        if (subject.results().isEmpty()) {
            return Map.of();
        }
        Run run = subject.run();
        int epoch = run.epochs().kept(subject.results().getLast().epoch());
        try (Diagnosis diagnosis = new Diagnosis(run)) {
            return Map.of(epoch, diagnosis.error(epoch, progress));
        } catch (EpochStore.Dropped _) {
            // It was the newest, and training has gone on.
            return Map.of();
        }
    }
}
