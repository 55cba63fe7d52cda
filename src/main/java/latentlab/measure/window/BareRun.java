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
import latentlab.run.RunEvent;
import latentlab.run.RunState;
import latentlab.run.TrainingService;

/** A run of the training service without any view. */
final class BareRun implements AutoCloseable {
    private static final Set<RunState> OVER = EnumSet.of(RunState.FINISHED, RunState.DIVERGED, RunState.FAILED);

    private final BlockingQueue<RunEvent> events = new LinkedBlockingQueue<>();
    private final TrainingService service;
    private int trained;

    BareRun(Dataset dataset, TrainingConfig config, Path scratchFolder) {
        service = new TrainingService(scratchFolder, events::add);
        if (service.open(dataset, config) == null) {
            throw new IllegalStateException("no memory for " + config);
        }
    }

    /** @return seconds of each of the next epochs, after one that is not counted */
    List<Double> epochs(int count) throws InterruptedException {
        trained += count + 1;
        service.trainUntil(trained);
        List<Double> seconds = new ArrayList<>();
        while (true) {
            RunEvent event = events.take();
            if (event instanceof RunEvent.EpochDone done) {
                seconds.add(done.result().seconds());
            } else if (event instanceof RunEvent.StateChanged changed
                    && (OVER.contains(changed.state()) || changed.why() != null)) {
                return seconds.subList(1, seconds.size());
            }
        }
    }

    @Override
    public void close() {
        service.close();
        service.runs().close();
    }
}
