package latentlab.data;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/** The problems that every kind of data can have. */
public final class DataProblems {
    private DataProblems() {}

    public static Problem unreadable(Path file, IOException cause) {
        return unreadable(file.toString(), cause);
    }

    /** @param place path of the file, or its place within an archive */
    public static Problem unreadable(String place, IOException cause) {
        return new Problem(Sentence.of("data.unreadable", place, reason(cause)), cause);
    }

    /** @param folder where a download was to be kept */
    public static Problem unwritable(Path folder, IOException cause) {
        return new Problem(Sentence.of("data.download.disk", folder.toString(), reason(cause)), cause);
    }

    /**
     * A set of images may take a third of the memory: there is a copy of it now and then, and the rest of the app lives
     * too.
     *
     * @param bytes pixels, one byte each
     */
    public static void checkMemory(Path source, long bytes) throws Problem {
        long limit = Math.min(Integer.MAX_VALUE - 64, Runtime.getRuntime().maxMemory() / 3);
        if (bytes > limit) {
            throw Problem.of("data.large", source.toString(), bytes >> 20, limit >> 20);
        }
    }

    /** @param source a file, or the origin of a dataset */
    public static Problem outOfMemory(String source, OutOfMemoryError cause) {
        return new Problem(Sentence.of("data.memory", source), cause);
    }

    /**
     * Training and test images of two sizes.
     *
     * @param train where the training images are, likewise {@code test}
     */
    public static Problem sizes(String train, ImageShape first, String test, ImageShape second) {
        return Problem.of("data.idx.size", train, first.width(), first.height(), test, second.width(), second.height());
    }

    public static Problem tooFew(Path source, int images, int needed) {
        return Problem.of("data.few", source.toString(), images, needed);
    }

    /** What the system says, without the file's name, which is all that some of its exceptions have to say. */
    private static Object reason(IOException cause) {
        return switch (cause) {
            case NoSuchFileException missing -> Sentence.of("data.reason.missing");
            case AccessDeniedException denied -> Sentence.of("data.reason.denied");
            case FileAlreadyExistsException other -> Sentence.of("data.reason.inTheWay");
            case FileSystemException failure when failure.getReason() != null -> failure.getReason();
            default -> String.valueOf(cause.getMessage());
        };
    }
}
