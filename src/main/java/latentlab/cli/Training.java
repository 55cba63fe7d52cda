package latentlab.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import latentlab.data.Dataset;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.EpochResult;
import latentlab.run.RateChange;
import latentlab.run.Run;
import latentlab.run.RunState;
import latentlab.run.Scratch;
import latentlab.run.TrainingEvent;
import latentlab.run.TrainingService;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/** One run of the training service from its first epoch to its end, followed on the caller's thread. */
final class Training implements AutoCloseable {
    private final BlockingQueue<TrainingEvent> events = new LinkedBlockingQueue<>();
    private final TrainingService service;
    private final List<EpochResult> history = new ArrayList<>();
    private final List<RateChange> rateChanges = new ArrayList<>();
    private Run run;
    private TrainingEvent.StateChanged end;
    /** Why it was stopped before its end, or null. */
    private Problem shortage;

    /** @param scratch where the epochs' parameters are kept while the run lasts */
    Training(Scratch scratch) {
        service = new TrainingService(scratch, events::add);
    }

    /** From any thread: ends the training before its next batch; the epochs done are kept. */
    void stop() {
        service.stop();
    }

    /**
     * Trains all epochs of the configuration, or until stopped.
     *
     * @param listener hears every event on this thread
     * @param started called once the training can be stopped
     * @throws Problem when not even epoch 0 came about, for want of memory, say
     */
    void follow(Dataset dataset, TrainingConfig config, Consumer<TrainingEvent> listener, Runnable started)
            throws Problem, InterruptedException {
        service.open(dataset, config);
        while (end == null) {
            TrainingEvent event = events.take();
            switch (event) {
                case TrainingEvent.Opened opened -> {
                    run = opened.run();
                    history.add(opened.initial());
                }
                case TrainingEvent.Refused(Problem why) -> throw why;
                case TrainingEvent.EpochDone done -> history.add(done.result());
                case TrainingEvent.RateChanged changed -> rateChanges.add(changed.change());
                case TrainingEvent.StateChanged changed -> {
                    switch (changed.state()) {
                        case READY -> {
                            service.trainUntil(config.epochs());
                            started.run();
                        }
                        case PAUSED -> {
                            if (changed.error() != null) {
                                goOn(changed, listener);
                            }
                        }
                        case TRAINING -> {}
                        case STOPPED, FINISHED, DIVERGED, FAILED -> end = changed;
                    }
                }
                case TrainingEvent.EpochProgress _, TrainingEvent.Remarked _ -> {}
            }
            listener.accept(event);
        }
        if (run == null) {
            throw end.error();
        }
    }

    /** Goes on with fewer epochs kept, where there is no room for all, and says so; ends where there is none at all. */
    private void goOn(TrainingEvent.StateChanged paused, Consumer<TrainingEvent> listener) {
        List<Object> values = paused.error().sentence().values();
        if (run.epochs().thin()) {
            service.trainUntil(paused.planned());
            listener.accept(new TrainingEvent.Remarked(Sentence.of(
                    "cli.unkept.thinned",
                    values.get(0),
                    values.get(1),
                    run.epochs().stride())));
        } else {
            shortage = new Problem(Sentence.of("cli.unkept.ended", values.get(0), values.get(1)), paused.error());
            service.stop();
        }
    }

    Run run() {
        return run;
    }

    List<EpochResult> history() {
        return history;
    }

    List<RateChange> rateChanges() {
        return rateChanges;
    }

    RunState state() {
        return end.state();
    }

    /** Why it diverged, failed or ended early without being asked to, else null. */
    Problem error() {
        return end.error() == null ? shortage : end.error();
    }

    @Override
    public void close() {
        service.close();
        if (run != null) {
            run.close();
        }
    }
}
