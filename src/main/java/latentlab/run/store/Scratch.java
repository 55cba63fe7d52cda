package latentlab.run.store;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import latentlab.engine.training.RunSize;
import latentlab.files.AppFolders;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/**
 * The folder in which runs keep their epochs while they last, with a limit for all of them together: half of what the
 * disk would have free without them, and never more than a few gigabytes. Safe to use from any thread but the user
 * interface's, since it accesses the disk.
 */
public final class Scratch implements EpochStores {
    private static final Logger LOG = System.getLogger(Scratch.class.getName());
    private static final long MOST = 4L << 30;
    /** Types of file systems that lie in memory. */
    private static final Set<String> IN_MEMORY = Set.of("tmpfs", "ramfs");
    /** Epochs a run needs room for at least: the first, the best, the newest, and the one being written. */
    private static final int FEWEST = 4;

    private final Path first;
    /** Used if the first folder lies in memory; null for none. */
    private final Path instead;

    private final long most;
    /** Null until it is first needed. Guarded by this, as is the remark on it. */
    private Path folder;

    private Sentence remark;
    /** The open stores. Guarded by this, as is the next field. */
    private final Set<ScratchStore> stores = new LinkedHashSet<>();

    private int othersThinned;

    /** @param folder created when it is first needed */
    public Scratch(Path folder) {
        this(folder, MOST);
    }

    /** @param most bytes for all stores together */
    public Scratch(Path folder, long most) {
        this(folder, null, most);
    }

    /**
     * @param instead used, if it can be written to, when the first folder lies in memory, which is scarcer than disk
     */
    Scratch(Path first, Path instead, long most) {
        this.first = first;
        this.instead = instead;
        this.most = most;
    }

    /** In the system's temporary folder, or in the app's cache folder if the former lies in memory. */
    public static Scratch ofUser() {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        return new Scratch(temporary, AppFolders.cache().resolve("epochs"), MOST);
    }

    /** @return one in the same place that makes no room for its runs among those of this one */
    public Scratch beside() {
        return new Scratch(first, instead, most);
    }

    synchronized Path folder() {
        if (folder == null) {
            folder = first;
            if (instead != null && inMemory(first)) {
                if (canBeUsed(instead)) {
                    folder = instead;
                } else {
                    remark = Sentence.of("run.scratch.memory", first.toString(), instead.toString());
                }
            }
        }
        return folder;
    }

    @Override
    public String place() {
        return folder().toString();
    }

    @Override
    public void tidy() {
        ScratchStore.removeLeftovers(folder());
    }

    @Override
    public ScratchStore open(int parameters) throws IOException {
        return new ScratchStore(this, parameters);
    }

    /** @return what users should know about the folder, on the first call only; else null */
    synchronized Sentence remark() {
        Sentence said = remark;
        remark = null;
        return said;
    }

    private static boolean inMemory(Path folder) {
        try {
            return IN_MEMORY.contains(Files.getFileStore(folder).type());
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean canBeUsed(Path folder) {
        try {
            Files.createDirectories(folder);
            return Files.isWritable(folder) && !inMemory(folder);
        } catch (IOException e) {
            return false;
        }
    }

    synchronized void add(ScratchStore store) {
        stores.add(store);
    }

    synchronized void remove(ScratchStore store) {
        stores.remove(store);
    }

    /** Bytes in use. */
    synchronized long used() {
        return stores.stream().mapToLong(ScratchStore::bytes).sum();
    }

    /** Bytes available on the disk. */
    private long usable() {
        return folder().toFile().getUsableSpace();
    }

    /** Bytes that may be in use. */
    long limit() {
        long used = used();
        // Halved one by one, since the sum could overflow.
        return Math.min(most, used / 2 + usable() / 2);
    }

    @Override
    public void check(RunSize size) throws Problem {
        long usable = usable();
        if (Files.isDirectory(folder()) && FEWEST * size.epochBytes() > usable) {
            throw Problem.of(
                    "run.refused.disk",
                    Bytes.sentence(size.epochBytes()),
                    Bytes.sentence(FEWEST * size.epochBytes()),
                    folder().toString(),
                    Bytes.sentence(usable));
        }
    }

    @Override
    public List<Sentence> remarks(RunSize size) {
        return Stream.of(remark(), scarce(size)).filter(Objects::nonNull).toList();
    }

    /** @return a remark if not all planned epochs of a run will be kept; else null */
    private Sentence scarce(RunSize size) {
        // The whole limit counts, since the epochs of earlier runs are dropped for this one.
        long room = limit();
        return size.epochs() * size.epochBytes() <= room
                ? null
                : Sentence.of(
                        "run.scarce",
                        size.epochs(),
                        Bytes.sentence(size.epochBytes()),
                        Bytes.sentence(room),
                        folder().toString());
    }

    /** @return remarks on the epochs dropped for one just appended; empty if none were */
    List<Sentence> remarksOnThinning(ScratchStore store, boolean thinned, boolean othersThinned) {
        if (!thinned && !othersThinned) {
            return List.of();
        }
        // Computed only now, since it accesses the disk.
        Sentence room = Bytes.sentence(limit());
        List<Sentence> remarks = new ArrayList<>();
        if (othersThinned) {
            remarks.add(Sentence.of("run.thinned.earlier", room, place()));
        }
        if (thinned) {
            remarks.add(Sentence.of("run.thinned", room, place(), store.stride()));
        }
        return remarks;
    }

    /** How often one store has been thinned for another. */
    synchronized int othersThinned() {
        return othersThinned;
    }

    /**
     * Thins the largest stores until there is room for one more epoch of this one. If nothing can be thinned any more,
     * the store grows all the same: a run without its first, best and newest epochs is of no use.
     */
    synchronized void makeRoomFor(ScratchStore store) {
        long limit = limit();
        try {
            // Places of epochs it has dropped itself are overwritten.
            while (used() - store.bytes() + store.keptBytes() + store.epochBytes() > limit) {
                ScratchStore thinned = thinLargest();
                if (thinned == null) {
                    break;
                }
                if (thinned != store) {
                    othersThinned++;
                    thinned.shrink();
                }
            }
            // The file has grown beyond the limit while the store was held.
            if (used() > limit) {
                store.shrink();
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "a scratch file cannot be made shorter", e);
        }
    }

    /**
     * Whether a write failed for want of room. Systems say so in words only, and in the user's language, so the room
     * left is checked too.
     */
    boolean full(long needed, IOException cause) {
        String words = String.valueOf(cause.getMessage());
        return words.contains("No space left")
                || words.contains("not enough space")
                || words.contains("quota exceeded")
                || usable() < needed;
    }

    private ScratchStore thinLargest() {
        List<ScratchStore> largestFirst = stores.stream()
                .sorted(Comparator.comparingLong(ScratchStore::bytes).reversed())
                .toList();
        return largestFirst.stream().filter(ScratchStore::thin).findFirst().orElse(null);
    }
}
