package latentlab.measure.window;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import latentlab.data.Dataset;
import latentlab.engine.settings.TrainingConfig;
import latentlab.run.Run;
import latentlab.run.RunState;
import latentlab.run.TrainingEvent;
import latentlab.run.TrainingService;

/** A run of the training service that nobody looks at. */
final class BareRun implements AutoCloseable {
    private static final Set<RunState> OVER = EnumSet.of(RunState.FINISHED, RunState.DIVERGED, RunState.FAILED);

    private final BlockingQueue<TrainingEvent> events = new LinkedBlockingQueue<>();
    private final TrainingService service;
    private volatile Run run;
    private int trained;

    BareRun(Dataset dataset, TrainingConfig config, Path scratchFolder) {
        service = new TrainingService(scratchFolder, this::hear);
        if (!service.open(dataset, config)) {
            throw new IllegalStateException("no memory for " + config);
        }
    }

    private void hear(TrainingEvent event) {
        if (event instanceof TrainingEvent.Opened opened) {
            run = opened.run();
        } else {
            events.add(event);
        }
    }

    /** @return seconds of some more epochs, after one that does not count */
    List<Double> epochs(int count) throws InterruptedException {
        trained += count + 1;
        service.trainUntil(trained);
        List<Double> seconds = new ArrayList<>();
        while (true) {
            TrainingEvent event = events.take();
            if (event instanceof TrainingEvent.EpochDone done) {
                seconds.add(done.result().seconds());
            } else if (event instanceof TrainingEvent.StateChanged changed
                    && (OVER.contains(changed.state()) || changed.error() != null)) {
                return seconds.subList(1, seconds.size());
            }
        }
    }

    @Override
    public void close() {
        service.close();
        if (run != null) {
            run.close();
        }
    }
}
