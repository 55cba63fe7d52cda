package latentlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import latentlab.engine.training.EpochResult;
import latentlab.text.Sentence;
import org.junit.jupiter.api.Test;

/** What events make of a run's record. */
class RunRecordTest {
    private static final String RUN = "a run";

    private final RunRecord record = new RunRecord();

    private static EpochResult result(int epoch) {
        return new EpochResult(epoch, epoch == 0 ? Double.NaN : 1.0 / epoch, 1.0 / (epoch + 1), 0, 0.01);
    }

    private static RunEvent.EpochDone done(int epoch) {
        return new RunEvent.EpochDone(RUN, result(epoch));
    }

    private void apply(RunState state) {
        record.apply(new RunEvent.StateChanged(RUN, state, 5, null));
    }

    private void rate(int epoch, double before, double after) {
        record.apply(new RunEvent.RateChanged(RUN, new RateChange(epoch, before, after)));
    }

    @Test
    void epochsStatesAndRemarksAreKeptInOrder() {
        record.apply(new RunEvent.Opened(new RunStart(RUN, null, null, null), result(0)));
        apply(RunState.TRAINING);
        record.apply(new RunEvent.EpochProgress(RUN, 0.5));
        assertThat(record.progress()).isEqualTo(0.5);
        record.apply(List.of(done(1), done(2)));
        record.apply(new RunEvent.Remarked(RUN, Sentence.of("run.tight")));
        Fault why = new Fault(Sentence.of("run.diverged", 3, 0.1), null);
        record.apply(new RunEvent.StateChanged(RUN, RunState.DIVERGED, 5, why));

        assertThat(record.epochs())
                .isEqualTo(IntStream.range(0, 3).mapToObj(RunRecordTest::result).toList());
        assertThat(record.state()).isEqualTo(RunState.DIVERGED);
        assertThat(record.planned()).isEqualTo(5);
        assertThat(record.fault()).isEqualTo(why);
        assertThat(record.progress()).isZero();
        assertThat(record.remarks()).containsExactly(Sentence.of("run.tight"));
    }

    @Test
    void changesOfTheRateWithinAnEpochAreOneAndNoneIfTheyLeadBack() {
        rate(3, 0.1, 0.2);
        rate(3, 0.2, 0.3);
        rate(5, 0.3, 0.4);
        rate(5, 0.4, 0.3);
        rate(6, 0.3, 0.1);

        assertThat(record.rateChanges()).containsExactly(new RateChange(3, 0.1, 0.3), new RateChange(6, 0.3, 0.1));
    }

    @Test
    void aChangeInAnEpochThatWasDroppedWaitsForTheEpochToBeTrained() {
        record.apply(new RunEvent.Opened(new RunStart(RUN, null, null, null), result(0)));
        apply(RunState.TRAINING);
        rate(1, 0.1, 0.2);
        apply(RunState.PAUSED);
        assertThat(record.rateChanges()).hasSize(1);
        apply(RunState.STOPPED);
        assertThat(record.rateChanges()).isEmpty();
        apply(RunState.TRAINING);
        rate(1, 0.2, 0.3);
        record.apply(done(1));

        assertThat(record.rateChanges()).containsExactly(new RateChange(1, 0.1, 0.3));
    }

    @Test
    void whoAppliesTheSameEventsHasTheSameRecordWhateverItsLists() {
        List<RunEvent> events = List.of(
                new RunEvent.Opened(new RunStart(RUN, null, null, null), result(0)),
                new RunEvent.StateChanged(RUN, RunState.TRAINING, 2, null),
                done(1),
                new RunEvent.RateChanged(RUN, new RateChange(2, 0.1, 0.2)),
                done(2),
                new RunEvent.StateChanged(RUN, RunState.FINISHED, 2, null));
        List<EpochResult> epochs = new ArrayList<>();
        List<RateChange> rates = new ArrayList<>();
        RunRecord other = new RunRecord(epochs, rates);
        events.forEach(record::apply);
        events.forEach(other::apply);

        assertThat(epochs).isEqualTo(record.epochs()).hasSize(3);
        assertThat(rates).isEqualTo(record.rateChanges()).hasSize(1);
        assertThat(other.state()).isEqualTo(record.state());
    }
}
