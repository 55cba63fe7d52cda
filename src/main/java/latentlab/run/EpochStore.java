package latentlab.run;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The parameters of every epoch of a run, in a scratch file: a thousand epochs of the default model are 130 MB, too much for
 * the heap. On Linux and macOS the file loses its name as soon as it is open, so that nothing stays behind, whatever ends the
 * program; Windows does not allow that, and there {@link #removeLeftovers} tidies up after a crash.
 *
 * <p>One thread appends; any thread reads what is there. Not a file channel, since that closes for everybody when one of its
 * readers is interrupted.
 */
public final class EpochStore implements AutoCloseable {
    private static final Logger LOG = System.getLogger(EpochStore.class.getName());
    private static final String PREFIX = "latent-lab-";
    private static final String SUFFIX = ".epochs";

    private final RandomAccessFile file;
    /** What is left to delete in the end, or null. */
    private final Path name;

    private final int numbers;
    private final ByteBuffer out;
    private volatile int count;
    private boolean closed;

    /**
     * @param folder for the scratch file; made if it is missing
     * @param numbers parameters of one epoch
     * @throws IOException if the file cannot be made
     */
    public EpochStore(Path folder, int numbers) throws IOException {
        this.numbers = numbers;
        out = buffer();
        Files.createDirectories(folder);
        Path scratch = Files.createTempFile(folder, PREFIX, SUFFIX);
        try {
            file = new RandomAccessFile(scratch.toFile(), "rw");
        } catch (IOException e) {
            remove(scratch);
            throw e;
        }
        name = remove(scratch) ? null : scratch;
    }

    private ByteBuffer buffer() {
        return ByteBuffer.allocate(numbers * Float.BYTES).order(ByteOrder.nativeOrder());
    }

    /** @return whether the file has no name any more; false where one in use cannot be removed */
    private static boolean remove(Path scratch) {
        try {
            Files.deleteIfExists(scratch);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Removes what runs of the past have left in a folder because they crashed on Windows; it refuses to remove files that are
     * in use, so that those of other windows are safe. Elsewhere there is nothing to find.
     */
    public static void removeLeftovers(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
            leftovers.forEach(EpochStore::remove);
        } catch (IOException e) {
            LOG.log(Level.INFO, "cannot look for scratch files in " + folder, e);
        }
    }

    /** Epochs kept, epoch 0 included. */
    public int count() {
        return count;
    }

    /**
     * Keeps the parameters of the next epoch.
     *
     * @throws IOException if the disk is full; the epochs before stay readable
     */
    public void append(float[] parameters) throws IOException {
        out.asFloatBuffer().put(parameters, 0, numbers);
        synchronized (file) {
            checkOpen();
            file.seek((long) count * out.capacity());
            file.write(out.array());
        }
        count++;
    }

    /**
     * @param epoch 0 to {@link #count()} - 1
     * @return its parameters
     * @throws IllegalStateException if the run is closed
     */
    public float[] read(int epoch) {
        if (epoch < 0 || epoch >= count) {
            throw new IndexOutOfBoundsException("epoch " + epoch + " of " + count);
        }
        ByteBuffer in = buffer();
        try {
            synchronized (file) {
                checkOpen();
                file.seek((long) epoch * in.capacity());
                file.readFully(in.array());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        float[] parameters = new float[numbers];
        in.asFloatBuffer().get(parameters);
        return parameters;
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("the run is closed");
        }
    }

    /** Gives the disk space back. Closing once more does nothing. */
    @Override
    public void close() {
        synchronized (file) {
            closed = true;
            try {
                file.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (name != null) {
                remove(name);
            }
        }
    }
}
