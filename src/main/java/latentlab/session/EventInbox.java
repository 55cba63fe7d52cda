package latentlab.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import latentlab.run.RunEvent;

/**
 * A queue of events from any thread to the one that applies them: in order, all that have gathered at a time, none
 * dropped.
 */
final class EventInbox {
    /** Posted and not taken up yet; guarded by itself. */
    private final List<RunEvent> posted = new ArrayList<>();
    /** Taken up and not applied yet. Used only by the thread that applies them. */
    private final Deque<RunEvent> events = new ArrayDeque<>();

    /** @return whether it is the first since the last {@link #takeUp} */
    boolean post(RunEvent event) {
        synchronized (posted) {
            posted.add(event);
            return posted.size() == 1;
        }
    }

    /** Takes up all posted events; the next one posted makes {@link #post} return true again. */
    void takeUp() {
        synchronized (posted) {
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
