package latentlab.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import latentlab.files.WholeFile;
import latentlab.text.Problem;
import latentlab.text.Sentence;
import tools.jackson.core.exc.JacksonIOException;

/** Writes a file whole or not at all; whatever prevents that becomes one sentence that names the file and a way out. */
public final class OutputFile {
    private static final int BUFFER = 1 << 16;
    /** Less than this left on a disk that refused a write: it was full. */
    private static final long NO_ROOM = 1 << 20;

    private OutputFile() {}

    /**
     * Replaces or creates a file. A device or pipe is written to directly.
     *
     * @throws Problem when it cannot be written; a file that was there before is then unchanged
     */
    public static void write(Path file, WholeFile.Content content) throws Problem {
        refuseFolder(file);
        try {
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            if (isDevice(target)) {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target), BUFFER)) {
                    content.writeTo(out);
                }
            } else {
                WholeFile.write(target, content);
            }
        } catch (IOException | ReadOnlyFileSystemException | JacksonIOException e) {
            throw problem(file, e);
        }
    }

    /**
     * Asks early what {@link #write} would find out late, after hours of training perhaps.
     *
     * @throws Problem when the file could not be written
     */
    public static void check(Path file) throws Problem {
        refuseFolder(file);
        if (isDevice(file)) {
            return;
        }
        try {
            WholeFile.check(file);
        } catch (IOException | ReadOnlyFileSystemException e) {
            throw problem(file, e);
        }
    }

    /**
     * @return whether it is neither file nor folder, such as /dev/stdout: nothing to put another file in the place of
     */
    public static boolean isDevice(Path file) {
        return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
    }

    private static void refuseFolder(Path file) throws Problem {
        if (Files.isDirectory(file)) {
            throw Problem.of("export.file.folder", file.toString());
        }
    }

    private static Problem problem(Path file, Exception e) {
        Exception first = first(e);
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.exists(folder)) {
            return new Problem(sentence("export.file.parent", file, folder), e);
        }
        if (!Files.isDirectory(folder)) {
            return new Problem(sentence("export.file.notfolder", file, folder), e);
        }
        if (first instanceof AccessDeniedException
                || first instanceof ReadOnlyFileSystemException
                || readOnly(folder)) {
            return new Problem(sentence("export.file.readonly", file, folder), e);
        }
        if (full(folder, first)) {
            return new Problem(sentence("export.file.full", file, folder), e);
        }
        String reason = first instanceof FileSystemException named && named.getReason() != null
                ? named.getReason()
                : String.valueOf(first.getMessage());
        return new Problem(Sentence.of("export.file.failed", file.toString(), reason), e);
    }

    /** Those who write JSON and PNG for us wrap what the system has said into less. */
    private static Exception first(Exception e) {
        return e.getCause() instanceof IOException cause ? first(cause) : e;
    }

    private static Sentence sentence(String key, Path file, Path folder) {
        return Sentence.of(key, file.toString(), folder.toString());
    }

    private static boolean readOnly(Path folder) {
        try {
            return Files.getFileStore(folder).isReadOnly();
        } catch (IOException _) {
            return false;
        }
    }

    /** The systems tell only in words, and in the user's language; so the room that is left is asked for too. */
    private static boolean full(Path folder, Exception e) {
        String words = String.valueOf(e.getMessage());
        if (words.contains("No space left") || words.contains("not enough space") || words.contains("quota exceeded")) {
            return true;
        }
        try {
            return Files.getFileStore(folder).getUsableSpace() < NO_ROOM;
        } catch (IOException _) {
            return false;
        }
    }
}
