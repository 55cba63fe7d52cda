package latentlab.export.table;

import java.util.Map;
import java.util.concurrent.CancellationException;
import latentlab.diagnosis.Diagnosis;
import latentlab.export.Export;
import latentlab.run.Run;
import latentlab.run.findings.TestError;

/** The test error for tables of epochs, by which runs can be compared whatever their losses are. */
public final class LastError {
    private LastError() {}

    /**
     * @return the test error by the run's last epoch; empty without any epoch. Not those of others, which take a pass
     *     over all test images each: a table would have them or not by what else was looked at before
     * @throws CancellationException if the run is closed
     */
    public static Map<Integer, TestError> of(Export.Subject subject) {
        Run run = subject.run();
        if (run.history().isEmpty()) {
            return Map.of();
        }
        int epoch = Diagnosis.lastError(run, () -> true);
        return Map.of(epoch, run.findings().errors().get(epoch));
    }
}
