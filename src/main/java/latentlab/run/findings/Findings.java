package latentlab.run.findings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import latentlab.run.findings.LaidOutMap.Space;

/**
 * What has been found out about a run, and would take long to find out again: maps, how well its latent space separates
 * the classes, how far reconstructions are from the images, epochs that the user wants to find again, and what the user
 * says of it. Safe to use from any thread.
 */
public final class Findings {
    /** Most maps kept of a run; the oldest is dropped first. */
    public static final int MOST_MAPS = 100;

    private final ConcurrentSkipListMap<Integer, Double> accuracies;
    private final ConcurrentSkipListMap<Integer, TestError> errors;
    /** The oldest first. Guarded by itself. */
    private final List<LaidOutMap> maps;

    private volatile SortedMap<Integer, String> bookmarks;
    private volatile Said said;
    /** Whether the bookmarks are others than those in the file. */
    private volatile boolean marked;
    /** Whether the note is another than that in the file. */
    private volatile boolean noted;

    private volatile Runnable more = () -> {};

    /** Nothing found out yet. */
    public Findings() {
        this(Map.of(), List.of());
    }

    /**
     * @param accuracies by epoch
     * @param maps the oldest first
     */
    public Findings(Map<Integer, Double> accuracies, List<LaidOutMap> maps) {
        this(accuracies, Map.of(), maps, Map.of(), Said.NOTHING);
    }

    /**
     * @param accuracies by epoch
     * @param errors by epoch
     * @param maps the oldest first
     * @param bookmarks notes by epoch
     */
    public Findings(
            Map<Integer, Double> accuracies,
            Map<Integer, TestError> errors,
            List<LaidOutMap> maps,
            Map<Integer, String> bookmarks,
            Said said) {
        this.said = said;
        this.bookmarks = Collections.unmodifiableSortedMap(new TreeMap<>(bookmarks));
        this.accuracies = new ConcurrentSkipListMap<>(accuracies);
        this.errors = new ConcurrentSkipListMap<>(errors);
        this.maps = new ArrayList<>(maps);
    }

    /** @param told called on any thread whenever there is more; it must not wait */
    public void onMore(Runnable told) {
        more = told;
    }

    /** By epoch, the share of test images whose label is that of most of their neighbours in latent space, or NaN. */
    public SortedMap<Integer, Double> accuracies() {
        return Collections.unmodifiableSortedMap(accuracies);
    }

    public void addAccuracy(int epoch, double accuracy) {
        accuracies.put(epoch, accuracy);
        more.run();
    }

    /** By epoch, how far the reconstructions of all test images are from them. */
    public SortedMap<Integer, TestError> errors() {
        return Collections.unmodifiableSortedMap(errors);
    }

    public void addError(int epoch, TestError error) {
        errors.put(epoch, error);
        more.run();
    }

    /** Epochs that the user has marked, each with a note, which may be empty; not changed any more. */
    public SortedMap<Integer, String> bookmarks() {
        return bookmarks;
    }

    public void setBookmarks(SortedMap<Integer, String> changed) {
        synchronized (this) {
            bookmarks = Collections.unmodifiableSortedMap(new TreeMap<>(changed));
            marked = true;
        }
        more.run();
    }

    /** What the user says of it. */
    public Said said() {
        return said;
    }

    /** Takes the user's own words, which the run's file is to have too. */
    public void note(String words) {
        synchronized (this) {
            if (words.equals(said.note())) {
                return;
            }
            said = new Said(said.name(), words);
            noted = true;
        }
        more.run();
    }

    /** Takes what is said of the run in its file, unless the user has said more since. */
    public synchronized void read(Said inFile) {
        said = noted ? new Said(inFile.name(), said.note()) : inFile;
    }

    /** Takes note that some bookmarks and a note are in the run's file. */
    public synchronized void kept(SortedMap<Integer, String> some, Said inFile) {
        marked = marked && some != bookmarks;
        noted = noted && !inFile.note().equals(said.note());
    }

    /** Whether the user has changed the bookmarks since they were in the file. */
    public boolean marked() {
        return marked;
    }

    /** Whether the user has changed the note since it was in the file. */
    public boolean noted() {
        return noted;
    }

    /** The oldest first. */
    public List<LaidOutMap> maps() {
        synchronized (maps) {
            return List.copyOf(maps);
        }
    }

    /** @return the map of so many images; null if it has not been made, or no longer is kept */
    public LaidOutMap map(Space space, int epoch, LayoutWay way, int count) {
        synchronized (maps) {
            return maps.stream()
                    .filter(map -> map.is(space, epoch, way, count))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** In place of one that answers the same question. */
    public void add(LaidOutMap map) {
        synchronized (maps) {
            maps.removeIf(map::replaces);
            maps.add(map);
            if (maps.size() > MOST_MAPS) {
                maps.removeFirst();
            }
        }
        more.run();
    }
}
