package latentlab.sweep;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import latentlab.sweep.QueueFile.Item;
import latentlab.text.Problem;

/**
 * Keeps a queue in its file, and takes in what other windows do to theirs: new sweeps, what they cancel, in which order
 * they want them, and which of them they are training. For one thread, the disk's.
 */
final class SharedSweeps {
    private static final Logger LOG = System.getLogger(SharedSweeps.class.getName());

    private final Path library;
    private final KeptQueue kept;
    /** Guarded by the lock, as is what is in them. */
    private final List<QueuedSweep> sweeps;

    private final Object lock;
    private final SweepQueue.Listener listener;

    SharedSweeps(Path library, List<QueuedSweep> sweeps, Object lock, SweepQueue.Listener listener) {
        this.library = library;
        this.sweeps = sweeps;
        this.lock = lock;
        this.listener = listener;
        kept = new KeptQueue(library);
    }

    /** Reads the queue as it was left. All of it is paused. @return the sweeps that were to be trained then */
    List<SweepLook> open() {
        List<QueuedSweep> before = kept.read(listener::told);
        List<SweepLook> cutOff = new ArrayList<>();
        for (QueuedSweep each : before) {
            probe(each);
            if (!each.paused && !each.elsewhere && each.open()) {
                cutOff.add(each.look(false));
            }
            each.paused = true;
        }
        synchronized (lock) {
            sweeps.addAll(0, before);
            kept.know(before.stream().map(QueuedSweep::item).toList());
        }
        return cutOff;
    }

    /** Writes what was changed here, and takes in what was elsewhere. */
    void write() {
        List<Item> ours;
        synchronized (lock) {
            ours = sweeps.stream().map(QueuedSweep::item).toList();
        }
        try {
            List<Item> merged = kept.write(ours);
            if (!merged.equals(ours)) {
                take(ours, merged);
            }
        } catch (Problem problem) {
            LOG.log(Level.WARNING, problem.getMessage(), problem);
            listener.told(problem.sentence());
        }
    }

    /** Looks whether another window has changed its queue, and how far it has come with sweeps that it is training. */
    void refresh() {
        if (kept.stale()) {
            write();
        }
        List<QueuedSweep> all;
        List<QueuedSweep> away = new ArrayList<>();
        synchronized (lock) {
            all = List.copyOf(sweeps);
            all.stream().filter(each -> each.elsewhere).forEach(away::add);
        }
        for (QueuedSweep each : all) {
            if (probe(each) && !away.contains(each)) {
                away.add(each);
            }
        }
        for (QueuedSweep each : away) {
            Item item;
            synchronized (lock) {
                if (each.running != null || each.loading) {
                    continue;
                }
                item = each.item();
                each.reading = true;
            }
            replace(each, item, item);
            listener.changed();
        }
    }

    /**
     * Looks whether another window trains a sweep. Not one that is trained here, nor may that begin meanwhile: to look
     * at its lock is to lose it, on some systems.
     *
     * @return whether one does
     */
    private boolean probe(QueuedSweep sweep) {
        synchronized (lock) {
            boolean here = sweep.running != null || sweep.loading;
            if (here || sweep.plan == null || !sweep.open()) {
                sweep.elsewhere = false;
                return false;
            }
            sweep.reading = true;
        }
        // Not under the lock, for which the user interface waits.
        boolean busy = PlanFile.busy(sweep.folder);
        synchronized (lock) {
            sweep.reading = false;
            sweep.elsewhere = busy;
            lock.notifyAll();
        }
        return busy;
    }

    private void take(List<Item> ours, List<Item> merged) {
        SequencedMap<String, Item> before = QueueMerge.byName(ours);
        SequencedMap<String, Item> base = new LinkedHashMap<>();
        for (Item each : merged) {
            Item was = before.get(each.folder());
            base.put(each.folder(), was != null && like(was, each) ? was : taken(was, each));
        }
        synchronized (lock) {
            Set<String> gone = new HashSet<>(before.keySet());
            gone.removeAll(base.keySet());
            sweeps.removeIf(each -> gone.contains(name(each)) && each.running == null && !each.loading);
            List<String> order = new ArrayList<>(base.keySet());
            List<String> now = sweeps.stream().map(SharedSweeps::name).toList();
            List<String> unmoved = new ArrayList<>(before.keySet());
            unmoved.retainAll(now);
            if (now.stream().filter(before::containsKey).toList().equals(unmoved)) {
                // Those that were added meanwhile stay behind the others.
                sweeps.sort(Comparator.comparingInt(each -> {
                    int place = order.indexOf(name(each));
                    return place < 0 ? order.size() : place;
                }));
            }
        }
        kept.know(List.copyOf(base.values()));
        listener.changed();
    }

    /** But for whether they are paused, which is a matter of each window. */
    private static boolean like(Item one, Item other) {
        return one.waiting().equals(other.waiting())
                && one.cancelled().equals(other.cancelled())
                && one.diverged().equals(other.diverged())
                && one.finished().equals(other.finished());
    }

    /**
     * Takes a sweep in as another window has left it.
     *
     * @param ours as it was here; null for one that is new
     * @return as it is here now
     */
    private Item taken(Item ours, Item theirs) {
        QueuedSweep here;
        synchronized (lock) {
            here = sweeps.stream()
                    .filter(each -> name(each).equals(theirs.folder()))
                    .findFirst()
                    .orElse(null);
            if (here != null && (here.running != null || here.loading)) {
                here.follow(ours, theirs);
                return ours;
            }
            if (here == null && ours != null) {
                // Taken off here meanwhile, which is written right after.
                return ours;
            }
            if (here != null) {
                // Not trained before it has been read.
                here.reading = true;
            }
        }
        if (here != null) {
            return replace(here, ours, theirs);
        }
        QueuedSweep read = QueuedSweep.read(library.resolve(theirs.folder()), theirs, null);
        read.paused = true;
        Item item = read.item();
        probe(read);
        synchronized (lock) {
            sweeps.add(read);
        }
        return item;
    }

    /** Reads a sweep anew that is said to be read meanwhile. @return as it is here now */
    private Item replace(QueuedSweep here, Item ours, Item theirs) {
        QueuedSweep read = QueuedSweep.read(here.folder, theirs, here);
        probe(read);
        synchronized (lock) {
            here.reading = false;
            lock.notifyAll();
            if (!here.item().equals(ours) || !sweeps.contains(here)) {
                // Changed here meanwhile, which comes first; it is written, and this taken in, right after.
                return ours;
            }
            read.paused = here.paused;
            if (read.open() && read.why == null) {
                // Whoever has to mend something has not done so yet: it would be begun again and again.
                read.why = here.why;
            }
            sweeps.set(sweeps.indexOf(here), read);
            return read.item();
        }
    }

    private static String name(QueuedSweep sweep) {
        return sweep.folder.getFileName().toString();
    }
}
