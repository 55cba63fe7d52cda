package latentlab.run.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import latentlab.data.Dataset;
import latentlab.engine.settings.TrainingConfig;
import latentlab.run.Fault;
import latentlab.run.Run;
import latentlab.run.RunEvent;
import latentlab.run.RunKeeper;
import latentlab.run.RunState;
import latentlab.run.TrainingService;
import latentlab.run.store.Scratch;

/** One run after the other by the real service, each waited for. */
final class Training implements AutoCloseable {
    final TrainingService service;
    private final BlockingQueue<RunEvent> events = new LinkedBlockingQueue<>();
    private String id;

    Training(Path scratch, RunKeeper keeper) {
        service = new TrainingService(new Scratch(scratch), keeper, events::add);
    }

    Training open(Dataset dataset, TrainingConfig config) {
        id = service.open(dataset, config);
        return this;
    }

    Training resume(Dataset dataset, RunFile file) throws InterruptedException {
        id = service.resume(dataset, file);
        while (!(events.take() instanceof RunEvent.StateChanged changed && changed.state() != RunState.READY)) {}
        return this;
    }

    Training until(int epochs) throws InterruptedException {
        service.trainUntil(epochs);
        while (true) {
            // One that is no longer wanted may still tell of its end.
            if (events.take() instanceof RunEvent.StateChanged changed
                    && changed.run().equals(id)) {
                assertThat(changed.why()).isNull();
                if (changed.state() == RunState.FINISHED) {
                    return this;
                }
            }
        }
    }

    /** Trains until an epoch cannot be kept. @return why */
    Fault untilPaused(int epochs) throws InterruptedException {
        service.trainUntil(epochs);
        while (true) {
            if (events.take() instanceof RunEvent.StateChanged changed) {
                assertThat(changed.state()).isNotEqualTo(RunState.FINISHED);
                if (changed.state() == RunState.PAUSED) {
                    return changed.why();
                }
            }
        }
    }

    Run run() {
        return service.runs().get(id);
    }

    @Override
    public void close() {
        service.close();
        service.runs().close();
    }
}
