package latentlab.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import latentlab.run.RunEvent;

/** Events on their way from any thread to the one that applies them: in order, all that have gathered at a time, none dropped. */
final class EventInbox {
    /** Posted and not yet taken up; guarded by itself. */
    private final List<RunEvent> posted = new ArrayList<>();
    /** Taken up and not yet applied. Belongs to the thread that applies them. */
    private final Deque<RunEvent> events = new ArrayDeque<>();

    /** @return whether it is the first since they were taken up */
    boolean post(RunEvent event) {
        synchronized (posted) {
            posted.add(event);
            return posted.size() == 1;
        }
    }

    /** Takes up what has been posted; what is posted from then on asks to be taken up again. */
    void takeUp() {
        synchronized (posted) {
            events.addAll(posted);
            posted.clear();
        }
    }

    /** @return the next event that has been taken up, or null */
    RunEvent poll() {
        return events.poll();
    }

    /** @return epochs of the same run that come next, up to the first event that is none */
    List<RunEvent.EpochDone> pollFollowing(String run) {
        List<RunEvent.EpochDone> following = new ArrayList<>();
        while (events.peek() instanceof RunEvent.EpochDone next && next.run().equals(run)) {
            following.add(next);
            events.poll();
        }
        return following;
    }
}
