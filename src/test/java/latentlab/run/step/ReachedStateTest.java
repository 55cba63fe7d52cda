package latentlab.run.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import latentlab.MadeUpImages;
import latentlab.data.Dataset;
import latentlab.engine.settings.Optimiser;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.Trainer;
import latentlab.engine.training.TrainerState;
import latentlab.run.Run;
import latentlab.run.RunEvent;
import latentlab.run.RunState;
import latentlab.run.TrainingService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the optimiser knew after an epoch of a run that a person looks at. */
class ReachedStateTest {
    private static final Dataset DATA = MadeUpImages.dataset(60, 6, 6);
    private static final TrainingConfig CONFIG =
            TrainingConfig.DEFAULT.withLatent(3).withBatch(7).withEpochs(4).withShuffle(true);

    private final BlockingQueue<RunEvent> events = new LinkedBlockingQueue<>();

    @TempDir
    private Path folder;

    private Run trained(TrainingService service, TrainingConfig config) throws InterruptedException {
        String id = service.open(DATA, config);
        service.trainUntil(config.epochs());
        RunEvent event;
        do {
            event = events.poll(2, TimeUnit.MINUTES);
            assertThat(event).as("an end").isNotNull();
        } while (!(event instanceof RunEvent.StateChanged changed && changed.state() == RunState.FINISHED));
        return service.runs().get(id);
    }

    @Test
    void isWhatTheTrainerHadThen() throws Exception {
        TrainerState there;
        try (Trainer trainer = new Trainer(CONFIG, DATA)) {
            for (int epoch = 0; epoch < 3; epoch++) {
                trainer.train((_, _) -> CONFIG.learningRate());
            }
            there = trainer.state();
        }
        List<Double> told = new ArrayList<>();
        try (TrainingService service = new TrainingService(folder, events::add)) {
            Run run = trained(service, CONFIG);
            ReachedState reached = ReachedState.repeated(run, 3, 4, told::add, () -> true);
            assertThat(reached.known()).isTrue();
            assertThat(reached.state().first()).containsExactly(there.first());
            assertThat(reached.state().second()).containsExactly(there.second());
            assertThat(reached.state().steps()).isEqualTo(there.steps());
            assertThat(told)
                    .isSorted()
                    .allMatch(share -> share >= 0 && share < 1)
                    .hasSize(21);

            ReachedState atOnce = ReachedState.atOnce(run, 3, 4);
            assertThat(atOnce.known()).as("Adam's memory is not kept").isFalse();
            assertThat(atOnce.state().parameters()).containsExactly(there.parameters());
            assertThat(ReachedState.atOnce(run, 0, 4).known())
                    .as("nothing to remember yet")
                    .isTrue();
            assertThatThrownBy(() -> ReachedState.repeated(run, 3, 4, _ -> {}, () -> false))
                    .isInstanceOf(CancellationException.class);
        }
    }

    @Test
    void needsNoMemoryWhereTheOptimiserHasNone() throws Exception {
        try (TrainingService service = new TrainingService(folder, events::add)) {
            Run run = trained(service, CONFIG.with(Setting.OPTIMISER, Optimiser.SGD));
            assertThat(ReachedState.atOnce(run, 2, 4).known()).isTrue();
        }
    }
}
