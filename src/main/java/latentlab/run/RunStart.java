package latentlab.run;

import java.util.Map;
import latentlab.data.DataIdentity;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.Arithmetic;

/**
 * What a run begins with, as plain data.
 *
 * @param id tells it from every other run, also of other processes
 * @param settings value of each setting, written as settings files and the command line have it: {@link TrainingConfig#texts()}
 * @param data what it is trained on
 * @param arithmetic what its numbers depend on besides data and settings
 */
public record RunStart(String id, Map<String, String> settings, DataIdentity data, Arithmetic arithmetic) {}
