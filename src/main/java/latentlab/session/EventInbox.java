package latentlab.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import latentlab.run.TrainingEvent;

/** Events on their way from any thread to the one that applies them: in order, all that have gathered at a time, none dropped. */
final class EventInbox {
    /** Posted and not yet taken up; guarded by itself. */
    private final List<TrainingEvent> posted = new ArrayList<>();
    /** Taken up and not yet applied. Belongs to the thread that applies them. */
    private final Deque<TrainingEvent> events = new ArrayDeque<>();

    /** @return whether it is the first since they were taken up */
    boolean post(TrainingEvent event) {
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
    TrainingEvent poll() {
        return events.poll();
    }

    /** @return epochs that come next, up to the first event that is none */
    List<TrainingEvent.EpochDone> pollFollowing() {
        List<TrainingEvent.EpochDone> following = new ArrayList<>();
        while (events.peek() instanceof TrainingEvent.EpochDone next) {
            following.add(next);
            events.poll();
        }
        return following;
    }
}
