package latentlab.engine.training;

import latentlab.engine.settings.Setting;
import latentlab.text.Sentence;

/**
 * In what order a run's numbers were added up: with another one, the same data, settings and seed come to numbers that
 * differ in their last digits, and after many epochs visibly.
 *
 * @param lanes numbers that the fused kernels take at a time: 1 without the Vector API
 * @param processor whose matrix products OpenBLAS has chosen, such as {@code Haswell}, {@code Zen} or {@code SkylakeX};
 *     empty where it does not tell
 * @param threads that share a matrix product; 1 of a {@link Setting#REPRODUCIBLE} run
 */
public record Arithmetic(int lanes, String processor, int threads) {
    /** A sentence for users, e.g. to compare two runs that ought to be equal. */
    public Sentence sentence() {
        Object kernels = processor.isEmpty() ? Sentence.of("engine.arithmetic.unknown") : processor;
        return Sentence.of("engine.arithmetic", lanes, kernels, threads);
    }
}
