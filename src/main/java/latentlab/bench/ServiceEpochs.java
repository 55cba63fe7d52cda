package latentlab.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import latentlab.data.Dataset;
import latentlab.engine.EpochResult;
import latentlab.engine.TrainingConfig;
import latentlab.run.Run;
import latentlab.run.RunState;
import latentlab.run.TrainingEvent;
import latentlab.run.TrainingService;
import latentlab.text.Problem;

/**
 * A run of the training service with everything a window wants of an epoch, done on the training thread where it cannot hide
 * behind training: reconstructions, codes of all test images and the plane of the map.
 */
final class ServiceEpochs implements AutoCloseable {
    private final BlockingQueue<TrainingEvent.StateChanged> states = new LinkedBlockingQueue<>();
    /** Kept as the window keeps them. */
    private final List<EpochResult> history = new ArrayList<>();

    private final TrainingService service;
    private volatile Run run;

    /** @throws Problem if no run can be made of this */
    ServiceEpochs(Dataset dataset, TrainingConfig config) throws Problem, InterruptedException {
        service = new TrainingService(Path.of(System.getProperty("java.io.tmpdir")), this::hear);
        service.open(dataset, config);
        service.trainOneEpoch();
        await();
    }

    private void hear(TrainingEvent event) {
        switch (event) {
            case TrainingEvent.Opened opened -> run = opened.run();
            case TrainingEvent.EpochDone done -> look(done.result());
            case TrainingEvent.StateChanged changed -> states.add(changed);
            case TrainingEvent.RateChanged _, TrainingEvent.EpochProgress _ -> {}
        }
    }

    private void look(EpochResult result) {
        history.add(result);
        run.reconstruct(result.epoch(), run.samples());
        run.latent(result.epoch());
        run.principalPlane(result.epoch(), () -> true);
    }

    /** Trains one more epoch; returns when all is done that belongs to it. */
    void train() throws Problem, InterruptedException {
        service.trainOneEpoch();
        await();
    }

    private void await() throws Problem, InterruptedException {
        TrainingEvent.StateChanged changed;
        do {
            changed = states.take();
        } while (changed.state() == RunState.READY || changed.state() == RunState.TRAINING);
        if (changed.error() != null) {
            throw changed.error();
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
