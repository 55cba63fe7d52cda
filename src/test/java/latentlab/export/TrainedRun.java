package latentlab.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import latentlab.data.Dataset;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.EpochResult;
import latentlab.run.Run;
import latentlab.run.RunState;
import latentlab.run.TrainingEvent;
import latentlab.run.TrainingService;

/** A run trained to its end by the real service. */
record TrainedRun(Run run, List<EpochResult> history) implements AutoCloseable {
    static TrainedRun of(Dataset dataset, TrainingConfig config, Path scratch) throws InterruptedException {
        BlockingQueue<TrainingEvent> events = new LinkedBlockingQueue<>();
        List<EpochResult> history = new ArrayList<>();
        Run run = null;
        try (TrainingService service = new TrainingService(scratch, events::add)) {
            service.open(dataset, config);
            service.trainUntil(config.epochs());
            for (TrainingEvent event = events.take(); !finished(event); event = events.take()) {
                if (event instanceof TrainingEvent.Opened opened) {
                    run = opened.run();
                    history.add(opened.initial());
                } else if (event instanceof TrainingEvent.EpochDone done) {
                    history.add(done.result());
                }
            }
        }
        return new TrainedRun(run, List.copyOf(history));
    }

    private static boolean finished(TrainingEvent event) {
        return event instanceof TrainingEvent.StateChanged changed && changed.state() == RunState.FINISHED;
    }

    @Override
    public void close() {
        run.close();
    }
}
