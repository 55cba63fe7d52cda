package latentlab.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import latentlab.data.Dataset;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.EpochResult;
import latentlab.run.Run;
import latentlab.run.RunState;
import latentlab.run.Scratch;
import latentlab.run.TrainingEvent;
import latentlab.run.TrainingService;
import latentlab.text.Problem;

/**
 * A run of the training service with everything a window wants of an epoch: reconstructions, codes of all test images and the
 * plane of the map, computed as there, on a thread of their own while the next epoch is trained.
 */
final class ServiceEpochs implements AutoCloseable {
    private final BlockingQueue<TrainingEvent.StateChanged> states = new LinkedBlockingQueue<>();
    /** Kept as the window keeps them. */
    private final List<EpochResult> history = Collections.synchronizedList(new ArrayList<>());

    private final ExecutorService view = Executors.newSingleThreadExecutor();
    private final TrainingService service;
    private volatile Run run;
    private volatile Problem refused;

    /** @throws Problem if no run can be made of this */
    ServiceEpochs(Dataset dataset, TrainingConfig config) throws Problem, InterruptedException {
        service = new TrainingService(Scratch.ofUser(), this::hear);
        if (!service.open(dataset, config)) {
            close();
            throw refused;
        }
        service.trainOneEpoch();
        await();
    }

    private void hear(TrainingEvent event) {
        switch (event) {
            case TrainingEvent.Opened opened -> run = opened.run();
            case TrainingEvent.EpochDone done -> history.add(done.result());
            case TrainingEvent.StateChanged changed -> states.add(changed);
            case TrainingEvent.Refused(Problem why) -> refused = why;
            case TrainingEvent.RateChanged _, TrainingEvent.EpochProgress _, TrainingEvent.Remarked _ -> {}
        }
    }

    /** Trains one more epoch while the one before is looked at; returns when both is done. */
    void train() throws Problem, InterruptedException {
        int before = history.getLast().epoch();
        Future<?> looked = view.submit(() -> look(before));
        service.trainOneEpoch();
        await();
        try {
            looked.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void look(int epoch) {
        run.reconstruct(epoch, run.samples());
        run.latent(epoch);
        run.principalPlane(epoch, () -> true);
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
        view.close();
        service.close();
        if (run != null) {
            run.close();
        }
    }
}
