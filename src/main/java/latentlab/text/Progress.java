package latentlab.text;

import java.util.concurrent.CancellationException;

/** How a long task tells how far it is, and learns that nobody waits for it any more. Called on the task's own thread. */
public interface Progress {
    /** Ignores what it is told and is never cancelled. */
    Progress NONE = (fraction, what) -> {};

    /**
     * @param fraction done so far, 0 to 1; negative while it cannot be known
     * @param what what is being done now
     * @throws CancellationException if the task has been cancelled; it cleans up and lets the exception pass
     */
    void report(double fraction, Sentence what) throws CancellationException;

    /** @return the progress of a step that takes the whole task from one fraction to another */
    default Progress part(double from, double to) {
        return (fraction, what) -> report(fraction < 0 ? fraction : from + fraction * (to - from), what);
    }
}
