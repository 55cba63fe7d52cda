package latentlab.run;

import latentlab.engine.training.EpochResult;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/** What the service tells while it works, in the order in which it happened, each event once. */
public sealed interface TrainingEvent {
    /** A new run stands ready at epoch 0; the one before it is over. The state has been READY since it was asked for. */
    record Opened(Run run, EpochResult initial) implements TrainingEvent {}

    /** There is no memory for the run asked for: that before goes on as if nobody had asked. */
    record Refused(Problem why) implements TrainingEvent {}

    /** An epoch is done and kept. */
    record EpochDone(Run run, EpochResult result) implements TrainingEvent {}

    /**
     * @param planned epochs the run will have when it is finished
     * @param error why, for DIVERGED and FAILED, and for PAUSED where nobody has asked for it; else null; its cause is for those
     *     who ask
     */
    record StateChanged(RunState state, int planned, Problem error) implements TrainingEvent {}

    record RateChanged(RateChange change) implements TrainingEvent {}

    /** Something people should know about the run, which goes on. */
    record Remarked(Sentence what) implements TrainingEvent {}

    /** How far the current epoch is, 0 to 1; told a few times a second. */
    record EpochProgress(double fraction) implements TrainingEvent {}
}
