package latentlab.run;

import java.util.UUID;
import latentlab.data.Dataset;
import latentlab.engine.settings.TrainingConfig;

/**
 * A run that has been asked for.
 *
 * @param id of the run it will be
 */
record RunRequest(String id, Dataset dataset, TrainingConfig config) {
    /** With a new id. */
    RunRequest(Dataset dataset, TrainingConfig config) {
        this(UUID.randomUUID().toString(), dataset, config);
    }
}
