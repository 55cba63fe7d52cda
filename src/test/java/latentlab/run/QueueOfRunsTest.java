package latentlab.run;

import static latentlab.run.Recorder.epoch;
import static latentlab.run.Recorder.state;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import latentlab.MadeUpImages;
import latentlab.engine.settings.HiddenLayer;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import org.junit.jupiter.api.Test;

/** Runs asked for together are trained one after the other. */
class QueueOfRunsTest extends ServiceWithEvents {
    private static final List<TrainingConfig> THREE =
            List.of(CONFIG.withLatent(1).withEpochs(1), CONFIG.withLatent(2).withEpochs(2), CONFIG.withLatent(4));

    @Test
    void eachIsTrainedToItsPlannedEndAndHasTheNumbersOfARunOfItsOwn() throws Exception {
        List<String> ids = service.trainAll(TINY, THREE);
        events.await(
                event -> event.run().equals(ids.getLast())
                        && state(RunState.FINISHED).test(event),
                RunEvent.class);

        assertThat(events.steps())
                .containsExactly(
                        "READY",
                        "opened",
                        "TRAINING",
                        "1",
                        "FINISHED",
                        "READY",
                        "opened",
                        "TRAINING",
                        "1",
                        "2",
                        "FINISHED",
                        "READY",
                        "opened",
                        "TRAINING",
                        "1",
                        "2",
                        "3",
                        "4",
                        "5",
                        "FINISHED");
        assertThat(runs).extracting(Run::id).isEqualTo(ids);
        for (int i = 0; i < 3; i++) {
            Run run = runs.get(i);
            assertThat(run.config()).isEqualTo(THREE.get(i));
            assertThat(run.state()).isEqualTo(RunState.FINISHED);
            assertThat(losses(run.history().subList(1, run.history().size())))
                    .isEqualTo(undisturbed(TINY, THREE.get(i)));
        }
    }

    @Test
    void aStopForgetsThoseThatWait() {
        // Before the first is asked for, which may have finished by the time it has been.
        events.at(state(RunState.FINISHED), () -> events.at(epoch(1), service::stop));
        List<String> ids = service.trainAll(TINY, THREE);
        events.await(RunState.STOPPED);
        service.trainUntil(2);
        events.await(
                event -> event.run().equals(ids.get(1))
                        && state(RunState.FINISHED).test(event),
                RunEvent.class);

        // A third would have been asked for by the time the worker has ended.
        service.close();
        assertThat(events.steps().stream().filter("READY"::equals)).hasSize(2);
    }

    @Test
    void anotherRunTakesThePlaceOfAllOfThem() {
        events.at(epoch(1), () -> service.open(TINY, CONFIG.withLatent(5)));
        service.trainAll(TINY, THREE);
        events.await(
                event -> event instanceof RunEvent.Opened opened
                        && opened.start().settings().get("latent").equals("5"),
                RunEvent.class);
        service.trainUntil(5);
        events.await(epoch(5), RunEvent.class);

        assertThat(runs).extracting(run -> run.model().latent()).containsExactly(1, 5);
    }

    @Test
    void oneThereIsNoMemoryForEndsTheQueueAndSaysSo() {
        TrainingConfig most = CONFIG.with(Setting.HIDDEN, Collections.nCopies(6, new HiddenLayer.Dense(2048)));
        service.trainAll(MadeUpImages.dataset(10, 512, 512), List.of(CONFIG.withEpochs(1), most, CONFIG));
        events.await(RunEvent.Refused.class::isInstance, RunEvent.Refused.class);

        assertThat(events.steps()).containsExactly("READY", "opened", "TRAINING", "1", "FINISHED", "refused");
        assertThat(service.trainAll(MadeUpImages.dataset(10, 512, 512), List.of(most, CONFIG)))
                .isEmpty();
        assertThat(runs).hasSize(1);
    }

    @Test
    void theRunKeepsItsRecordWhenAnotherHasTakenItsPlace() {
        service.open(TINY, CONFIG);
        service.trainUntil(5);
        events.await(RunState.FINISHED);
        events.forget();
        service.open(TINY, CONFIG.withLatent(2));
        events.await(Recorder.opened(), RunEvent.class);

        assertThat(runs.getFirst().history()).hasSize(6);
        assertThat(runs.getFirst().state()).isEqualTo(RunState.FINISHED);
        assertThat(runs.getFirst().latent(5)).isNotEmpty();
    }
}
