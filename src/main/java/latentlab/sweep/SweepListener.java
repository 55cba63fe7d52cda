package latentlab.sweep;

import latentlab.engine.training.EpochResult;
import latentlab.text.Sentence;

/** Hears how a sweep gets on; called on the threads that train, one call at a time. */
public interface SweepListener {
    /** @param done epochs that it has from before */
    void began(Trial trial, int done);

    /** @param result of an epoch that has been trained now */
    void epoch(Trial trial, EpochResult result);

    /** Something users should know about a trial that goes on. */
    void remark(Trial trial, Sentence what);

    /** @param before whether it had ended before this sweep was called */
    void ended(Outcome outcome, boolean before);
}
