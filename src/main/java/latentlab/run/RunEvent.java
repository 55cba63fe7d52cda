package latentlab.run;

import latentlab.engine.training.EpochResult;
import latentlab.text.Sentence;

/**
 * What happens to a run, told in order and once each. Events are plain data, down to numbers, strings and lists of them, so that
 * they could as well come from a file or from another process; {@link RunRecord} makes of them what is known of a run.
 */
public sealed interface RunEvent {
    /** The run it is about. */
    String run();

    /** A new run stands ready at epoch 0; the one before it is over. Its state has been READY since it was asked for. */
    record Opened(RunStart start, EpochResult initial) implements RunEvent {
        @Override
        public String run() {
            return start.id();
        }
    }

    /** There is no memory for the run asked for: the one before goes on as if nobody had asked. */
    record Refused(String run, Fault why) implements RunEvent {}

    /** An epoch is done, and its parameters can be read. */
    record EpochDone(String run, EpochResult result) implements RunEvent {}

    /**
     * @param planned epochs the run will have when it is finished
     * @param why for DIVERGED and FAILED, and for PAUSED where nobody has asked for it; else null
     */
    record StateChanged(String run, RunState state, int planned, Fault why) implements RunEvent {}

    /** The learning rate was changed, on the way and by hand. */
    record RateChanged(String run, RateChange change) implements RunEvent {}

    /** Something users should know about the run, which goes on. */
    record Remarked(String run, Sentence what) implements RunEvent {}

    /** How far the current epoch is, 0 to 1; told a few times a second. */
    record EpochProgress(String run, double fraction) implements RunEvent {}
}
