package latentlab.run.file;

import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the user says of a run: it may be changed at any time, also while the run is trained.
 *
 * @param name the user's own; empty for none
 * @param note in free text; empty for none
 * @param star whether it is one to keep
 * @param tags in order
 * @param bookmarks by epoch, each with a note, which may be empty
 */
public record RunAbout(
        String name, String note, boolean star, SortedSet<String> tags, SortedMap<Integer, String> bookmarks) {
    /** Nothing said. */
    public static final RunAbout NONE = new RunAbout("", "", false, new TreeSet<>(), new TreeMap<>());

    public RunAbout {
        Objects.requireNonNull(name);
        Objects.requireNonNull(note);
        tags = new TreeSet<>(tags);
        bookmarks = new TreeMap<>(bookmarks);
    }

    public RunAbout withName(String other) {
        return new RunAbout(other, note, star, tags, bookmarks);
    }

    public RunAbout withNote(String other) {
        return new RunAbout(name, other, star, tags, bookmarks);
    }

    public RunAbout withStar(boolean other) {
        return new RunAbout(name, note, other, tags, bookmarks);
    }

    public RunAbout withTags(SortedSet<String> other) {
        return new RunAbout(name, note, star, other, bookmarks);
    }

    public RunAbout withBookmarks(SortedMap<Integer, String> other) {
        return new RunAbout(name, note, star, tags, other);
    }
}
