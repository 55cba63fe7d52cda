package latentlab.run;

import java.util.Map;
import latentlab.data.DataIdentity;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.Arithmetic;

/**
 * What a run begins with, as plain data.
 *
 * @param id different from that of every other run, in other processes too
 * @param settings value of each setting, written as in settings files and on the command line:
 *     {@link TrainingConfig#texts()}
 * @param data what it is trained on
 * @param arithmetic what its results depend on besides data and settings
 * @param from where it has left another run; null if it began by itself
 * @param begun when, in milliseconds since 1970; 0 where nobody knows
 * @param weights the file that its first parameters are from; null where they were drawn
 */
public record RunStart(
        String id,
        Map<String, String> settings,
        DataIdentity data,
        Arithmetic arithmetic,
        BranchedFrom from,
        long begun,
        StartWeights.From weights) {
    /** Of a run that begins by itself, nobody knows when. */
    public RunStart(String id, Map<String, String> settings, DataIdentity data, Arithmetic arithmetic) {
        this(id, settings, data, arithmetic, null, 0, null);
    }
}
