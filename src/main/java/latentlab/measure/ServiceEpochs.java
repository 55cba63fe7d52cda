package latentlab.measure;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import latentlab.data.Dataset;
import latentlab.engine.settings.TrainingConfig;
import latentlab.run.Fault;
import latentlab.run.Run;
import latentlab.run.RunEvent;
import latentlab.run.RunState;
import latentlab.run.TrainingService;
import latentlab.run.store.Scratch;
import latentlab.text.Problem;

/**
 * A run of the training service together with all that a window computes for an epoch: reconstructions, codes of all
 * test images and the plane of the map, as there on a thread of their own while the next epoch is trained.
 */
final class ServiceEpochs implements AutoCloseable {
    private final BlockingQueue<RunEvent.StateChanged> states = new LinkedBlockingQueue<>();
    private final ExecutorService view = Executors.newSingleThreadExecutor();
    private final TrainingService service;
    private volatile Run run;
    private volatile Fault refused;

    /** @throws Problem if the run cannot be made */
    ServiceEpochs(Dataset dataset, TrainingConfig config) throws Problem, InterruptedException {
        service = new TrainingService(Scratch.ofUser(), this::hear);
        if (service.open(dataset, config) == null) {
            close();
            throw new Problem(refused.sentence());
        }
        service.trainOneEpoch();
        await();
    }

    private void hear(RunEvent event) {
        switch (event) {
            case RunEvent.Opened opened -> run = service.runs().get(opened.run());
            case RunEvent.StateChanged changed -> states.add(changed);
            case RunEvent.Refused(String _, Fault why) -> refused = why;
            case RunEvent.EpochDone _, RunEvent.RateChanged _, RunEvent.EpochProgress _, RunEvent.Remarked _ -> {}
        }
    }

    /** Trains one more epoch while the previous one is looked at; returns when both are done. */
    void train() throws Problem, InterruptedException {
        int before = run.epochs().count() - 1;
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
        RunEvent.StateChanged changed;
        do {
            changed = states.take();
        } while (changed.state() == RunState.READY || changed.state() == RunState.TRAINING);
        if (changed.why() != null) {
            throw new Problem(changed.why().sentence());
        }
    }

    @Override
    public void close() {
        view.close();
        service.close();
        service.runs().close();
    }
}
