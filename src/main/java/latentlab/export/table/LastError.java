package latentlab.export.table;

import java.util.Map;
import java.util.concurrent.CancellationException;
import latentlab.diagnosis.Diagnosis;
import latentlab.export.Export;
import latentlab.run.findings.TestError;

/** Test errors for tables of epochs, by which runs can be compared whatever their losses are. */
public final class LastError {
    private LastError() {}

    /**
     * @return test errors by epoch: that after the last epoch of the run, and those of others that somebody has asked
     *     for before, since each takes a pass over all test images
     * @throws CancellationException if the run is closed
     */
    public static Map<Integer, TestError> known(Export.Subject subject) {
        if (!subject.run().history().isEmpty()) {
            Diagnosis.lastError(subject.run(), () -> true);
        }
        return subject.run().findings().errors();
    }
}
