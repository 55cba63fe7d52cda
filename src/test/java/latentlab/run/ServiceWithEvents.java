package latentlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import latentlab.MadeUpImages;
import latentlab.data.Dataset;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.EpochResult;
import latentlab.engine.training.Trainer;
import latentlab.run.store.Scratch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests react to events on the worker's own thread, so that a command falls exactly where it is meant to. */
abstract class ServiceWithEvents {
    static final Dataset TINY = MadeUpImages.dataset(50, 5, 7);

    static final TrainingConfig CONFIG =
            TrainingConfig.DEFAULT.withLatent(3).withBatch(8).withEpochs(5).withShuffle(true);

    /** An epoch of this is 240 batches. */
    static final Dataset LONG = MadeUpImages.dataset(300, 28, 28);

    static final TrainingConfig SLOW = TrainingConfig.DEFAULT
            .withKind(ModelKind.TIED)
            .withLatent(128)
            .withLearningRate(0.01)
            .withBatch(1)
            .withEpochs(2)
            .withSeed(1)
            .withShuffle(true);

    @TempDir
    Path scratch;

    final Recorder events = new Recorder();

    final List<Run> runs = new ArrayList<>();

    TrainingService service;

    @BeforeEach
    void start() {
        service = new TrainingService(
                new Scratch(scratch),
                RunKeeper.NONE,
                event -> {
                    if (event instanceof RunEvent.Opened opened) {
                        runs.add(service.runs().get(opened.run()));
                    }
                    events.accept(event);
                },
                Duration.ZERO);
    }

    @AfterEach
    void stop() {
        service.close();
        service.runs().close();
        assertThat(scratch).isEmptyDirectory();
    }

    /** The run, once it is opened. */
    Run awaitRun() {
        return service.runs().get(events.awaitRun());
    }

    /** The same run, undisturbed: losses without times. */
    static List<List<Double>> undisturbed(Dataset dataset, TrainingConfig config) throws Exception {
        List<EpochResult> results = new ArrayList<>();
        try (Trainer trainer = new Trainer(config, dataset)) {
            for (int e = 0; e < config.epochs(); e++) {
                results.add(trainer.train((_, _) -> config.learningRate()));
            }
        }
        return losses(results);
    }

    static List<List<Double>> losses(List<EpochResult> results) {
        return results.stream()
                .map(result -> List.of(result.trainLoss(), result.validLoss()))
                .toList();
    }
}
