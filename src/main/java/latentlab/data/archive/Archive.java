package latentlab.data.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import latentlab.files.OrdinaryFile;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/** An archive, read from its beginning to its end and never unpacked to a disk. */
public abstract class Archive {
    private static final Pattern TAR = Pattern.compile(".*\\.(tar|tgz|tar\\.gz)", Pattern.DOTALL);
    private static final Pattern OTHER =
            Pattern.compile(".*\\.(7z|rar|tar\\.(bz2|xz|zst|lz4|z)|tbz2?|txz|tzst)", Pattern.DOTALL);

    private final Path path;
    private final Limits limits;

    Archive(Path path, Limits limits) {
        this.path = path;
        this.limits = limits;
    }

    /**
     * What an archive has in it.
     *
     * @param entries files and links
     * @param folders names of the folders that it has beside these
     * @param guessed encoding in which names were read without knowing that it is theirs; otherwise null
     * @param ended whether it says that it ends where it does; otherwise something may be missing
     */
    public record Content(List<Entry> entries, List<String> folders, Charset guessed, boolean ended) {
        static Content of(List<Entry> entries, List<String> folders, Charset charset, boolean ended) {
            Charset guessed = charset.equals(StandardCharsets.UTF_8) ? null : charset;
            return new Content(List.copyOf(entries), List.copyOf(folders), guessed, ended);
        }
    }

    /** Takes what is unpacked. */
    public interface Sink {
        /** @param bytes all of the entry */
        void take(int number, byte[] bytes) throws Problem, InterruptedException;

        /** Its bytes are not what the archive says they are. */
        void damaged(int number, IOException cause) throws Problem, InterruptedException;
    }

    /** @return null if the file's name is not that of an archive that can be read */
    public static Archive of(Path file, Limits limits) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".zip")) {
            return new ZipFiles(file, limits);
        }
        return TAR.matcher(name).matches() ? new TarFiles(file, limits) : null;
    }

    /** Whether a file's name is that of an archive of another kind. */
    public static boolean unknown(Path file) {
        return OTHER.matcher(file.getFileName().toString().toLowerCase(Locale.ROOT))
                .matches();
    }

    public Path path() {
        return path;
    }

    Limits limits() {
        return limits;
    }

    /**
     * @param watch run before each access to the disk, and for each entry; an exception from it ends the work
     * @throws Problem if it is damaged, no archive, or larger unpacked than anything that is meant to be opened
     */
    public final Content content(Runnable watch) throws Problem {
        try {
            return list(OrdinaryFile.of(path), watch);
        } catch (IOException | IllegalArgumentException | ArithmeticException e) {
            throw broken(e);
        }
    }

    /**
     * Unpacks entries, one after the other.
     *
     * @param wanted by their numbers; none that has an obstacle
     * @throws Problem as {@link #content}
     */
    public final void read(IntPredicate wanted, Sink sink, Runnable watch) throws Problem, InterruptedException {
        try {
            unpack(OrdinaryFile.of(path), wanted, sink, watch);
        } catch (IOException | IllegalArgumentException | ArithmeticException e) {
            throw broken(e);
        }
    }

    abstract Content list(OrdinaryFile file, Runnable watch) throws IOException, Problem;

    abstract void unpack(OrdinaryFile file, IntPredicate wanted, Sink sink, Runnable watch)
            throws IOException, Problem, InterruptedException;

    private Problem broken(Exception cause) {
        return new Problem(Sentence.of("data.archive.broken", path.toString()), cause);
    }

    Problem bomb() {
        return Problem.of("data.archive.bomb", path.toString());
    }

    /** @throws IOException if there are fewer bytes, or more */
    static byte[] exactly(InputStream in, long bytes) throws IOException {
        byte[] content = in.readNBytes((int) bytes);
        if (content.length != bytes || in.read() >= 0) {
            throw new IOException("not " + bytes + " bytes");
        }
        return content;
    }
}
