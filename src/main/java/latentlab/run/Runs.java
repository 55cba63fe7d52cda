package latentlab.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The runs that can be looked at, by id. Safe to use from any thread. */
public final class Runs implements AutoCloseable {
    private final Map<String, Run> runs = new LinkedHashMap<>();

    /** One of the same id, from the same file, makes room for it. */
    void add(Run run) {
        Run before;
        synchronized (this) {
            before = runs.put(run.id(), run);
        }
        if (before != null) {
            before.close();
        }
    }

    /** @return the run; null if there is none with this id, or it has been closed */
    public synchronized Run get(String id) {
        return runs.get(id);
    }

    /** Closes a run and removes it; waits for a computation under way. Closing it again does nothing. */
    public void close(Run run) {
        synchronized (this) {
            runs.remove(run.id(), run);
        }
        run.close();
    }

    /** Closes all of them. */
    @Override
    public void close() {
        List<Run> all;
        synchronized (this) {
            all = List.copyOf(runs.values());
            runs.clear();
        }
        all.forEach(Run::close);
    }
}
