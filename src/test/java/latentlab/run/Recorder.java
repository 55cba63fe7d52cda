package latentlab.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import latentlab.engine.training.EpochResult;

/** Listens to a service: keeps every event, lets tests wait for one, and does something at one, on the worker's thread. */
public final class Recorder implements Consumer<TrainingEvent> {
    private record Reaction(Predicate<TrainingEvent> to, Runnable what) {}

    private final List<TrainingEvent> events = new ArrayList<>();
    private final List<Reaction> reactions = new ArrayList<>();

    public static Predicate<TrainingEvent> state(RunState state) {
        return event -> event instanceof TrainingEvent.StateChanged changed && changed.state() == state;
    }

    public static Predicate<TrainingEvent> epoch(int epoch) {
        return event ->
                event instanceof TrainingEvent.EpochDone done && done.result().epoch() == epoch;
    }

    public static Predicate<TrainingEvent> midEpoch() {
        return event -> event instanceof TrainingEvent.EpochProgress progress && progress.fraction() > 0;
    }

    public static Predicate<TrainingEvent> opened() {
        return event -> event instanceof TrainingEvent.Opened;
    }

    /** At the first such event, before the worker goes on. */
    public synchronized void at(Predicate<TrainingEvent> event, Runnable what) {
        reactions.add(new Reaction(event, what));
    }

    @Override
    public void accept(TrainingEvent event) {
        List<Reaction> due;
        synchronized (this) {
            events.add(event);
            notifyAll();
            due = reactions.stream().filter(reaction -> reaction.to.test(event)).toList();
            reactions.removeAll(due);
        }
        due.forEach(reaction -> reaction.what.run());
    }

    /** Waits for the first such event since the last {@link #forget}. */
    public synchronized <T extends TrainingEvent> T await(Predicate<TrainingEvent> wanted, Class<T> type) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (true) {
            for (TrainingEvent event : events) {
                if (wanted.test(event)) {
                    return type.cast(event);
                }
            }
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("did not come; there were " + steps());
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    public TrainingEvent.StateChanged await(RunState state) {
        return await(state(state), TrainingEvent.StateChanged.class);
    }

    public Run awaitRun() {
        return await(opened(), TrainingEvent.Opened.class).run();
    }

    public synchronized void forget() {
        events.clear();
    }

    /** All but progress, in a form that is easy to compare: READY, opened, TRAINING, 1, 2, rate 1 0.01 0.1, … */
    public synchronized List<String> steps() {
        List<String> steps = new ArrayList<>();
        for (TrainingEvent event : events) {
            switch (event) {
                case TrainingEvent.Opened _ -> steps.add("opened");
                case TrainingEvent.EpochDone(Run _, EpochResult result) -> steps.add(Integer.toString(result.epoch()));
                case TrainingEvent.StateChanged changed ->
                    steps.add(changed.state().name());
                case TrainingEvent.RateChanged(RateChange change) ->
                    steps.add("rate " + change.epoch() + " " + change.before() + " " + change.after());
                case TrainingEvent.Remarked _ -> steps.add("remark");
                case TrainingEvent.Refused _ -> steps.add("refused");
                case TrainingEvent.EpochProgress _ -> {}
            }
        }
        return steps;
    }

    public synchronized List<EpochResult> results() {
        return events.stream()
                .filter(TrainingEvent.EpochDone.class::isInstance)
                .map(event -> ((TrainingEvent.EpochDone) event).result())
                .toList();
    }
}
