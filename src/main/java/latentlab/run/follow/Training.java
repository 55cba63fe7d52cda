package latentlab.run.follow;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import latentlab.data.Dataset;
import latentlab.engine.settings.TrainingConfig;
import latentlab.run.Fault;
import latentlab.run.Run;
import latentlab.run.RunEvent;
import latentlab.run.RunKeeper;
import latentlab.run.RunState;
import latentlab.run.SavedRun;
import latentlab.run.StartWeights;
import latentlab.run.TrainingService;
import latentlab.run.store.EpochStores;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/** One run of the training service from its first epoch to its end, followed on the caller's thread. */
public final class Training implements AutoCloseable {
    /** What is said where the epochs at hand have no room, see {@link latentlab.run.store.EpochStore#unkept}. */
    private static final List<String> NO_ROOM = List.of("run.full", "run.unkept");

    private final BlockingQueue<RunEvent> events = new LinkedBlockingQueue<>();
    private final TrainingService service;
    private Run run;
    private RunEvent.StateChanged end;
    private boolean begun;
    /** After which it ends; 0 before it is known. */
    private volatile int planned;
    /** Why it was stopped before its end; null if it was not. */
    private Fault shortage;

    /** @param stores where the epochs' parameters are kept while the run lasts */
    public Training(EpochStores stores) {
        this(stores, RunKeeper.NONE);
    }

    /** @param keeper keeps the run for longer; closed with this */
    public Training(EpochStores stores, RunKeeper keeper) {
        service = new TrainingService(stores, keeper, events::add);
    }

    /** Ends the training before its next batch; the epochs done are kept. May be called on any thread. */
    public void stop() {
        service.stop();
    }

    /** Waits before the next batch until it is to go on. May be called on any thread, once it has started. */
    public void pause() {
        service.pause();
    }

    /** Goes on after a pause, as if there had been none. May be called on any thread. */
    public void goOn() {
        service.trainUntil(planned);
    }

    /**
     * Trains all epochs of the configuration, or until stopped.
     *
     * @param listener receives every event on the caller's thread
     * @param started called once the training can be stopped
     * @throws Problem if not even epoch 0 could be computed, e.g. for want of memory
     */
    public void follow(Dataset dataset, TrainingConfig config, Consumer<RunEvent> listener, Runnable started)
            throws Problem, InterruptedException {
        follow(dataset, config, null, listener, started);
    }

    /** Likewise. @param weights that it begins with; null to draw them */
    public void follow(
            Dataset dataset, TrainingConfig config, StartWeights weights, Consumer<RunEvent> listener, Runnable started)
            throws Problem, InterruptedException {
        service.open(dataset, config, weights);
        follow(config.epochs(), listener, started);
    }

    /**
     * Goes on with a run that was kept, until it has so many epochs or until stopped; otherwise as {@link #follow}.
     *
     * @param epochs more than the run has
     */
    public void resume(Dataset dataset, SavedRun saved, int epochs, Consumer<RunEvent> listener, Runnable started)
            throws Problem, InterruptedException {
        service.resume(dataset, saved);
        follow(epochs, listener, started);
    }

    private void follow(int epochs, Consumer<RunEvent> listener, Runnable started)
            throws Problem, InterruptedException {
        planned = epochs;
        while (end == null) {
            RunEvent event = events.take();
            switch (event) {
                case RunEvent.Opened opened -> run = service.runs().get(opened.run());
                case RunEvent.Refused(String _, Fault why) -> throw new Problem(why.sentence());
                case RunEvent.StateChanged changed -> {
                    switch (changed.state()) {
                        case READY -> {
                            service.trainUntil(epochs);
                            started.run();
                        }
                        case PAUSED -> {
                            if (changed.why() != null) {
                                goOn(changed, listener);
                            }
                        }
                        case TRAINING -> begun = true;
                        case STOPPED, FINISHED -> {
                            // A run that is taken up says how it had ended.
                            end = begun ? changed : null;
                        }
                        case DIVERGED, FAILED -> end = changed;
                    }
                }
                case RunEvent.EpochDone _, RunEvent.RateChanged _, RunEvent.EpochProgress _, RunEvent.Remarked _ -> {}
            }
            listener.accept(event);
        }
        if (run == null) {
            throw new Problem(end.why().sentence());
        }
    }

    /**
     * Goes on after an epoch could not be kept: with fewer epochs kept, which it reports, or, if none can be dropped,
     * by ending the run. A file that the run is saved in has all epochs or ends.
     */
    private void goOn(RunEvent.StateChanged paused, Consumer<RunEvent> listener) {
        List<Object> values = paused.why().sentence().values();
        if (!NO_ROOM.contains(paused.why().sentence().key())) {
            shortage = paused.why();
            service.stop();
        } else if (run.epochs().thin()) {
            service.trainUntil(paused.planned());
            Sentence what = Sentence.of(
                    "run.unkept.thinned",
                    values.get(0),
                    values.get(1),
                    run.epochs().stride());
            listener.accept(new RunEvent.Remarked(run.id(), what));
        } else {
            shortage = new Fault(
                    Sentence.of("run.unkept.ended", values.get(0), values.get(1)),
                    paused.why().details());
            service.stop();
        }
    }

    public Run run() {
        return run;
    }

    public RunState state() {
        return end.state();
    }

    /** Why the run diverged, failed or was ended early by the program; else null. */
    public Fault fault() {
        return end.why() == null ? shortage : end.why();
    }

    @Override
    public void close() {
        service.close();
        service.runs().close();
    }
}
