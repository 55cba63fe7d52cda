package latentlab.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import latentlab.engine.training.EpochResult;

/**
 * Listens to a service: keeps every event, lets tests wait for one, and does something at one, on the worker's thread.
 */
public final class Recorder implements Consumer<RunEvent> {
    private record Reaction(Predicate<RunEvent> to, Runnable what) {}

    private final List<RunEvent> events = new ArrayList<>();
    private final List<Reaction> reactions = new ArrayList<>();

    public static Predicate<RunEvent> state(RunState state) {
        return event -> event instanceof RunEvent.StateChanged changed && changed.state() == state;
    }

    public static Predicate<RunEvent> epoch(int epoch) {
        return event ->
                event instanceof RunEvent.EpochDone done && done.result().epoch() == epoch;
    }

    public static Predicate<RunEvent> midEpoch() {
        return event -> event instanceof RunEvent.EpochProgress progress && progress.fraction() > 0;
    }

    public static Predicate<RunEvent> opened() {
        return event -> event instanceof RunEvent.Opened;
    }

    /** At the first such event, before the worker goes on. */
    public synchronized void at(Predicate<RunEvent> event, Runnable what) {
        reactions.add(new Reaction(event, what));
    }

    @Override
    public void accept(RunEvent event) {
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
    public synchronized <T extends RunEvent> T await(Predicate<RunEvent> wanted, Class<T> type) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (true) {
            for (RunEvent event : events) {
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

    public RunEvent.StateChanged await(RunState state) {
        return await(state(state), RunEvent.StateChanged.class);
    }

    public String awaitRun() {
        return await(opened(), RunEvent.Opened.class).run();
    }

    public synchronized void forget() {
        events.clear();
    }

    /** All but progress, in a form that is easy to compare: READY, opened, TRAINING, 1, 2, rate 1 0.01 0.1, … */
    public synchronized List<String> steps() {
        List<String> steps = new ArrayList<>();
        for (RunEvent event : events) {
            switch (event) {
                case RunEvent.Opened _ -> steps.add("opened");
                case RunEvent.EpochDone(String _, EpochResult result) -> steps.add(Integer.toString(result.epoch()));
                case RunEvent.StateChanged changed -> steps.add(changed.state().name());
                case RunEvent.RateChanged(String _, RateChange change) ->
                    steps.add("rate " + change.epoch() + " " + change.before() + " " + change.after());
                case RunEvent.Remarked _ -> steps.add("remark");
                case RunEvent.Refused _ -> steps.add("refused");
                case RunEvent.EpochProgress _ -> {}
            }
        }
        return steps;
    }

    synchronized List<RunEvent> all() {
        return List.copyOf(events);
    }

    synchronized Set<Class<?>> kinds() {
        return events.stream().map(Object::getClass).collect(Collectors.toSet());
    }

    public synchronized List<EpochResult> results() {
        return events.stream()
                .filter(RunEvent.EpochDone.class::isInstance)
                .map(event -> ((RunEvent.EpochDone) event).result())
                .toList();
    }
}
