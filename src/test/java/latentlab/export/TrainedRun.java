package latentlab.export;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import latentlab.data.Dataset;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.EpochResult;
import latentlab.run.Run;
import latentlab.run.RunEvent;
import latentlab.run.RunState;
import latentlab.run.TrainingService;

/** A run trained to its end by the real service. */
public record TrainedRun(Run run, List<EpochResult> history) implements AutoCloseable {
    public static TrainedRun of(Dataset dataset, TrainingConfig config, Path scratch) throws InterruptedException {
        BlockingQueue<RunEvent> events = new LinkedBlockingQueue<>();
        Run run = null;
        try (TrainingService service = new TrainingService(scratch, events::add)) {
            service.open(dataset, config);
            service.trainUntil(config.epochs());
            for (RunEvent event = events.take(); !finished(event); event = events.take()) {
                if (event instanceof RunEvent.Opened opened) {
                    run = service.runs().get(opened.run());
                }
            }
        }
        return new TrainedRun(run, run.history());
    }

    private static boolean finished(RunEvent event) {
        return event instanceof RunEvent.StateChanged changed && changed.state() == RunState.FINISHED;
    }

    @Override
    public void close() {
        run.close();
    }
}
