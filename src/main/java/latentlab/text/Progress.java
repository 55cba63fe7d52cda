package latentlab.text;

import java.util.concurrent.CancellationException;

/** Receives the progress of a long task, and tells the task when it is cancelled. Called on the task's own thread. */
public interface Progress {
    /** Ignores all reports and never cancels. */
    Progress NONE = (fraction, what) -> {};

    /**
     * @param fraction done so far, 0 to 1; negative while unknown
     * @param what is being done now
     * @throws CancellationException if the task has been cancelled; it cleans up and lets the exception pass
     */
    void report(double fraction, Sentence what) throws CancellationException;

    /** Says something that whoever asked for the task should know when it is done. Ignored by those who do not ask. */
    default void remark(Sentence what) {}

    /** @return the progress of a step that takes the whole task from one fraction to another */
    default Progress part(double from, double to) {
        Progress whole = this;
        return new Progress() {
            @Override
            public void report(double fraction, Sentence what) {
                whole.report(fraction < 0 ? fraction : from + fraction * (to - from), what);
            }

            @Override
            public void remark(Sentence what) {
                whole.remark(what);
            }
        };
    }
}
