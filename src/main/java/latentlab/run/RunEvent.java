package latentlab.run;

import latentlab.engine.training.EpochResult;
import latentlab.text.Sentence;

/**
 * What happens to a run, reported in order and once each. Events are plain data, down to numbers, strings and lists of
 * them, so that they could as well come from a file or from another process; {@link RunRecord} reduces them to what is
 * known of a run.
 */
public sealed interface RunEvent {
    /** Id of the run. */
    String run();

    /** A new run is ready at epoch 0; the one before it is over. Its state has been READY since it was requested. */
    record Opened(RunStart start, EpochResult initial) implements RunEvent {
        @Override
        public String run() {
            return start.id();
        }
    }

    /** There is no memory for the requested run: the one before goes on as if nothing had been requested. */
    record Refused(String run, Fault why) implements RunEvent {}

    /** An epoch is done, and its parameters can be read. */
    record EpochDone(String run, EpochResult result) implements RunEvent {}

    /**
     * @param planned number of epochs after which the run is finished
     * @param why for DIVERGED and FAILED, and for PAUSED without the user's asking; else null
     */
    record StateChanged(String run, RunState state, int planned, Fault why) implements RunEvent {}

    /** The user changed the learning rate during the run. */
    record RateChanged(String run, RateChange change) implements RunEvent {}

    /** Something users should know about a run that goes on. */
    record Remarked(String run, Sentence what) implements RunEvent {}

    /** Progress of the current epoch, 0 to 1; sent a few times a second. */
    record EpochProgress(String run, double fraction) implements RunEvent {}
}
