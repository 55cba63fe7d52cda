package latentlab.run;

import latentlab.text.Problem;
import latentlab.text.Sentence;

/**
 * Why a run ended, paused or was refused, as plain data.
 *
 * @param sentence for users
 * @param details of the cause, e.g. an exception and its message; null for none
 */
public record Fault(Sentence sentence, String details) {
    /** @return the problem as plain data */
    public static Fault of(Problem problem) {
        Throwable cause = problem.getCause();
        return new Fault(problem.sentence(), cause == null ? null : cause.toString());
    }
}
