package latentlab.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import latentlab.run.RunEvent;

/**
 * A queue of events from any thread to the one that applies them: in order, all that have gathered at a time, none
 * dropped.
 *
 * <p>Epochs that come faster than anybody can look at them wait until {@link #PACE} has passed since the last ones
 * were taken up: the views compute and paint anew for each time, which a training of 40 epochs a second would feel.
 * Whatever else happens, as the end of a run or a pause, is taken up at once, and all epochs before it with it.
 */
final class EventInbox {
    /** Nanoseconds from taking up epochs to taking up the next ones, at least. */
    static final long PACE = TimeUnit.MILLISECONDS.toNanos(100);

    private final Schedule schedule;
    private final Runnable apply;
    /** Posted and not taken up yet; guarded by itself, as are the next three fields. */
    private final List<RunEvent> posted = new ArrayList<>();
    /** Whether those posted will be applied, and when. */
    private boolean arranged;

    private long due;
    /** When epochs may be taken up again. */
    private long nextEpochs;
    /** Taken up and not applied yet. Used only by the thread that applies them. */
    private final Deque<RunEvent> events = new ArrayDeque<>();

    /** @param apply calls {@link #takeUp} and {@link #poll}, on the schedule's thread */
    EventInbox(Schedule schedule, Runnable apply) {
        this.schedule = schedule;
        this.apply = apply;
        nextEpochs = schedule.now();
    }

    void post(RunEvent event) {
        long wait;
        synchronized (posted) {
            posted.add(event);
            long now = schedule.now();
            wait = canWait(event) ? Math.max(0, nextEpochs - now) : 0;
            if (arranged && due - now <= wait) {
                return;
            }
            arranged = true;
            due = now + wait;
        }
        schedule.execute(apply, wait);
    }

    private static boolean canWait(RunEvent event) {
        return event instanceof RunEvent.EpochDone || event instanceof RunEvent.EpochProgress;
    }

    /** Takes up all posted events; the next one posted has them applied again. */
    void takeUp() {
        synchronized (posted) {
            if (posted.stream().anyMatch(RunEvent.EpochDone.class::isInstance)) {
                nextEpochs = schedule.now() + PACE;
            }
            arranged = false;
            events.addAll(posted);
            posted.clear();
        }
    }

    /** @return the next event taken up, or null if there is none */
    RunEvent poll() {
        return events.poll();
    }

    /**
     * Epochs that have gathered enter the history together: single changes would keep the views busy for nothing.
     *
     * @return the epoch and those of the same run that come next, up to the first event of another kind or run
     */
    List<RunEvent.EpochDone> withFollowing(RunEvent.EpochDone first) {
        List<RunEvent.EpochDone> all = new ArrayList<>(List.of(first));
        while (events.peek() instanceof RunEvent.EpochDone next && next.run().equals(first.run())) {
            all.add(next);
            events.poll();
        }
        return all;
    }
}
