package latentlab.cli.terminal;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The streams a command writes to.
 *
 * @param out for results
 * @param err for sentences to the user
 * @param colours whether out understands colours: it is a terminal, and the user has not turned them off
 * @param lively whether err can be overwritten: it is a terminal
 */
public record Screen(ResultStream out, PrintStream err, boolean colours, boolean lively) {
    /** Mask of the file type in the mode of stat(2). */
    private static final int KIND = 0170000;

    private static final int PIPE = 0010000;
    private static final int SOCKET = 0140000;

    /** The streams of this process. */
    public static Screen ofProcess() {
        // Not System.out, which swallows errors.
        ResultStream out = new ResultStream(new FileOutputStream(FileDescriptor.out), charset(System.out));
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset(System.err));
        return new Screen(out, err, isTerminal(1) && System.getenv("NO_COLOR") == null, isTerminal(2));
    }

    /**
     * The character set of a stream. In the C locale, usual in containers, Java would print a question mark for every
     * Japanese letter.
     */
    private static Charset charset(PrintStream stream) {
        Charset charset = stream.charset();
        return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
    }

    /**
     * @param failure of a write to {@link #out}
     * @return whether the reader has closed its end of the pipe, as {@code head} does
     */
    public static boolean isClosedPipe(IOException failure) {
        try {
            int kind = (int) Files.getAttribute(Path.of("/dev/fd/1"), "unix:mode") & KIND;
            return kind == PIPE || kind == SOCKET;
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException _) {
            // Windows has no such attribute, and says it in words only.
            return String.valueOf(failure.getMessage()).contains("pipe");
        }
    }

    /** Whether one stream is a terminal; Java itself can only tell for input and output together. */
    private static boolean isTerminal(int descriptor) {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        if (windows && System.getenv("WT_SESSION") == null) {
            return false; // the old console prints escape sequences as characters
        }
        try {
            Linker linker = Linker.nativeLinker();
            MemorySegment function = linker.defaultLookup().findOrThrow(windows ? "_isatty" : "isatty");
            return (int) linker.downcallHandle(function, FunctionDescriptor.of(JAVA_INT, JAVA_INT))
                            .invokeExact(descriptor)
                    != 0;
        } catch (Throwable _) {
            return false;
        }
    }
}
