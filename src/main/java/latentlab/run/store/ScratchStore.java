package latentlab.run.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentSkipListMap;
import latentlab.text.Sentence;

/**
 * The parameters of a run's epochs in a scratch file: a thousand epochs of the default model are 130 MB, too much for
 * the heap. When the room for all runs is used up, see {@link Scratch}, a store is thinned: it keeps the first epoch,
 * the best, the newest and of the others one in two, then one in four and so on. On Linux and macOS the file is
 * unlinked as soon as it is open, so that nothing stays behind however the program ends; Windows does not allow that,
 * and {@link #removeLeftovers} cleans up after a crash there.
 *
 * <p>One thread appends; any thread reads. The file is no FileChannel, since that closes for all readers when one of
 * them is interrupted.
 */
final class ScratchStore implements EpochStore {
    private static final Logger LOG = System.getLogger(ScratchStore.class.getName());
    private static final String PREFIX = "latent-lab-";
    private static final String SUFFIX = ".epochs";
    /** Bytes copied at a time: the parameters of a large model would not fit into one byte array. */
    private static final int CHUNK = 1 << 20;

    private final Scratch scratch;
    /** Its monitor guards reading and writing; code that also needs the monitor of the places takes it second. */
    private final RandomAccessFile file;
    /** The file to delete on close; null if it is unlinked already. */
    private final Path name;

    private final int numbers;
    /**
     * Position in the file of each kept epoch, in epochs. Changed under its own monitor, which guards the fields that
     * follow.
     */
    private final ConcurrentSkipListMap<Integer, Integer> places = new ConcurrentSkipListMap<>();

    private final BitSet taken = new BitSet();
    /** Epochs kept only while they are the best or the newest. */
    private final TreeSet<Integer> passing = new TreeSet<>();

    private double bestLoss = Double.POSITIVE_INFINITY;
    private int best;
    private int holds;
    private boolean closed;
    /** Length of the file, in epochs. */
    private volatile int length;

    private volatile int stride = 1;
    private volatile int count;

    /**
     * @param numbers parameters of the model
     * @throws IOException if the file cannot be made
     */
    ScratchStore(Scratch scratch, int numbers) throws IOException {
        this.scratch = scratch;
        this.numbers = numbers;
        Path folder = scratch.folder();
        Files.createDirectories(folder);
        Path temporary = Files.createTempFile(folder, PREFIX, SUFFIX);
        try {
            file = new RandomAccessFile(temporary.toFile(), "rw");
        } catch (IOException e) {
            remove(temporary);
            throw e;
        }
        name = remove(temporary) ? null : temporary;
        scratch.add(this);
    }

    /** @return whether the file is gone from its folder; false where a file in use cannot be removed */
    private static boolean remove(Path scratch) {
        try {
            Files.deleteIfExists(scratch);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Removes files that crashed runs have left in a folder on Windows, which refuses to remove files in use, so that
     * those of other windows are safe. On other systems there are none.
     */
    static void removeLeftovers(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
            leftovers.forEach(ScratchStore::remove);
        } catch (IOException e) {
            LOG.log(Level.INFO, "cannot look for scratch files in " + folder, e);
        }
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public int stride() {
        return stride;
    }

    @Override
    public boolean keeps(int epoch) {
        return places.containsKey(epoch);
    }

    @Override
    public int kept(int epoch) {
        Integer kept = places.floorKey(epoch);
        return kept == null ? 0 : kept;
    }

    @Override
    public int keptFrom(int epoch) {
        Integer kept = places.ceilingKey(epoch);
        return kept == null ? kept(epoch) : kept;
    }

    /** Bytes of one epoch. */
    long epochBytes() {
        return (long) numbers * Float.BYTES;
    }

    /** Bytes of all kept epochs. */
    long keptBytes() {
        synchronized (places) {
            return taken.cardinality() * epochBytes();
        }
    }

    /** Length of the file in bytes. */
    long bytes() {
        return length * epochBytes();
    }

    /** {@inheritDoc} Older epochs may be dropped for it, in this store or in others of the same scratch folder. */
    @Override
    public List<Sentence> append(float[] parameters, double loss) throws IOException {
        int strideBefore = stride;
        int othersBefore = scratch.othersThinned();
        write(parameters, loss);
        return scratch.remarksOnThinning(this, stride > strideBefore, scratch.othersThinned() > othersBefore);
    }

    private void write(float[] parameters, double loss) throws IOException {
        if (full()) {
            scratch.makeRoomFor(this);
        }
        synchronized (file) {
            checkOpen();
            int place = freePlace();
            try {
                writeAt(place, parameters);
            } catch (IOException e) {
                giveBackFrom(length, e);
                throw e;
            }
            length = Math.max(length, place + 1);
            take(count, place, loss);
        }
    }

    /**
     * Removes the part of an epoch that was written before the disk was full, so that it does not take room from
     * others.
     */
    private void giveBackFrom(int place, IOException failure) {
        try {
            file.setLength(place * epochBytes());
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private boolean full() {
        synchronized (places) {
            return taken.cardinality() == length;
        }
    }

    private int freePlace() {
        synchronized (places) {
            return taken.nextClearBit(0);
        }
    }

    private void take(int epoch, int place, double loss) {
        synchronized (places) {
            taken.set(place);
            places.put(epoch, place);
            if (loss < bestLoss) {
                bestLoss = loss;
                best = epoch;
            }
            if (epoch % stride != 0) {
                passing.add(epoch);
            }
            count = epoch + 1;
            if (holds == 0) {
                passing.removeIf(each -> !wanted(each, stride) && drop(each));
            }
        }
    }

    private boolean wanted(int epoch, int step) {
        return epoch % step == 0 || epoch == best || epoch == count - 1;
    }

    private boolean drop(int epoch) {
        taken.clear(places.remove(epoch));
        return true;
    }

    @Override
    public Sentence unkept(int epoch, IOException cause) {
        String folder = scratch.place();
        return scratch.full(epochBytes(), cause)
                ? Sentence.of("run.full", epoch, folder)
                : Sentence.of("run.unkept", epoch, folder, String.valueOf(cause.getMessage()));
    }

    @Override
    public boolean thin() {
        synchronized (places) {
            if (holds > 0 || closed) {
                return false;
            }
            for (int step = 2 * stride; step < 2L * count; step *= 2) {
                int next = step;
                if (places.keySet().stream().anyMatch(epoch -> !wanted(epoch, next))) {
                    stride = next;
                    places.keySet().stream()
                            .filter(epoch -> !wanted(epoch, next))
                            .toList()
                            .forEach(this::drop);
                    passing.clear();
                    places.keySet().stream().filter(epoch -> epoch % next != 0).forEach(passing::add);
                    return true;
                }
            }
            return false;
        }
    }

    /** Makes the file as short as the kept epochs allow. @throws IOException if that fails; nothing is lost */
    void shrink() throws IOException {
        synchronized (file) {
            if (closed) {
                return;
            }
            byte[] chunk = chunk();
            for (int epoch : places.keySet()) {
                Integer from = places.get(epoch);
                int to = freePlace();
                if (from != null && to < from) {
                    copy(from, to, chunk);
                    move(epoch, from, to);
                }
            }
            int needed;
            synchronized (places) {
                needed = taken.length();
            }
            file.setLength(needed * epochBytes());
            length = needed;
        }
    }

    private void move(int epoch, int from, int to) {
        synchronized (places) {
            if (places.replace(epoch, from, to)) {
                taken.clear(from);
                taken.set(to);
            }
        }
    }

    @Override
    public void hold() {
        synchronized (places) {
            holds++;
        }
    }

    @Override
    public void release() {
        synchronized (places) {
            holds--;
        }
    }

    @Override
    public float[] read(int epoch) {
        if (epoch < 0 || epoch >= count) {
            throw new IndexOutOfBoundsException("epoch " + epoch + " of " + count);
        }
        synchronized (file) {
            checkOpen();
            Integer place = places.get(epoch);
            if (place == null) {
                throw new Dropped(epoch);
            }
            try {
                return readAt(place);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private byte[] chunk() {
        return new byte[(int) Math.min(CHUNK, epochBytes())];
    }

    private static FloatBuffer floats(byte[] chunk) {
        return ByteBuffer.wrap(chunk).order(ByteOrder.nativeOrder()).asFloatBuffer();
    }

    private void writeAt(int place, float[] parameters) throws IOException {
        byte[] chunk = chunk();
        FloatBuffer floats = floats(chunk);
        file.seek(place * epochBytes());
        for (int from = 0; from < numbers; ) {
            int some = Math.min(floats.capacity(), numbers - from);
            floats.clear().put(parameters, from, some);
            file.write(chunk, 0, some * Float.BYTES);
            from += some;
        }
    }

    private float[] readAt(int place) throws IOException {
        float[] parameters = new float[numbers];
        byte[] chunk = chunk();
        FloatBuffer floats = floats(chunk);
        file.seek(place * epochBytes());
        for (int from = 0; from < numbers; ) {
            int some = Math.min(floats.capacity(), numbers - from);
            file.readFully(chunk, 0, some * Float.BYTES);
            floats.clear().get(parameters, from, some);
            from += some;
        }
        return parameters;
    }

    private void copy(int from, int to, byte[] chunk) throws IOException {
        for (long done = 0; done < epochBytes(); done += chunk.length) {
            int some = (int) Math.min(chunk.length, epochBytes() - done);
            file.seek(from * epochBytes() + done);
            file.readFully(chunk, 0, some);
            file.seek(to * epochBytes() + done);
            file.write(chunk, 0, some);
        }
    }

    private void checkOpen() {
        synchronized (places) {
            if (closed) {
                throw new CancellationException("the run is closed");
            }
        }
    }

    @Override
    public void close() {
        synchronized (file) {
            synchronized (places) {
                closed = true;
            }
            try {
                file.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (name != null) {
                remove(name);
            }
        }
        scratch.remove(this);
    }
}
