package latentlab.session;

import static latentlab.run.Recorder.epoch;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import latentlab.MadeUpImages;
import latentlab.data.Dataset;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.EpochResult;
import latentlab.run.Recorder;
import latentlab.run.Run;
import latentlab.run.RunState;
import latentlab.run.TrainingService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The model with a real service behind it; commands and looks happen on a thread that stands in for JavaFX's. */
abstract class ModelWithService {
    static final Dataset DATA = MadeUpImages.dataset(50, 5, 7);

    static final TrainingConfig CONFIG =
            TrainingConfig.DEFAULT.withLatent(3).withBatch(8).withEpochs(5);

    @TempDir
    Path scratch;

    final UserInterfaceThread ui = new UserInterfaceThread();

    TrainingModel model;

    /** Hears every event after the model's queue has it. */
    final Recorder events = new Recorder();

    TrainingService service;

    @BeforeEach
    void start() {
        model = new TrainingModel(schedule());
        service = new TrainingService(scratch, event -> {
            model.post(event);
            events.accept(event);
        });
        ui.run(() -> model.attach(service, service.runs()));
    }

    @AfterEach
    void stop() {
        service.close();
        ui.run(() -> {
            service.runs().close();
        });
        ui.close();
    }

    Schedule schedule() {
        return Schedule.on(ui);
    }

    Run run() {
        return model.runProperty().get();
    }

    RunState state() {
        return model.stateProperty().get();
    }

    TrainingConfig settings() {
        return model.settingsProperty().get();
    }

    /** A run with these settings, ready. */
    void open(TrainingConfig config) {
        ui.run(() -> {
            model.setSettings(config);
            model.setDataset(DATA);
        });
        ui.await(() -> model.history().size() == 1);
    }

    void train(TrainingConfig config) {
        open(config);
        ui.run(model::train);
        ui.await(() -> state() == RunState.FINISHED);
    }

    List<Integer> epochs() {
        return model.history().stream().map(EpochResult::epoch).toList();
    }

    static List<Integer> upTo(int epoch) {
        return IntStream.rangeClosed(0, epoch).boxed().toList();
    }

    static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
