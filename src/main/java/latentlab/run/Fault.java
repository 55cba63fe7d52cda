package latentlab.run;

import latentlab.text.Problem;
import latentlab.text.Sentence;

/**
 * Why a run ended, paused or was refused, as plain data.
 *
 * @param sentence what users read
 * @param details what was behind it, for those who ask, e.g. an exception and its message; null for nothing
 */
public record Fault(Sentence sentence, String details) {
    /** @return the same as plain data */
    public static Fault of(Problem problem) {
        Throwable cause = problem.getCause();
        return new Fault(problem.sentence(), cause == null ? null : cause.toString());
    }
}
