package latentlab.cli;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Where a command writes.
 *
 * @param out results
 * @param err sentences about them
 * @param colours whether out understands colours: a terminal whose user has not refused them
 * @param lively whether err can be written over: a terminal
 */
public record Screen(PrintStream out, PrintStream err, boolean colours, boolean lively) {
    /** The streams of this process. */
    public static Screen ofProcess() {
        return new Screen(
                utf8(System.out, FileDescriptor.out),
                utf8(System.err, FileDescriptor.err),
                isTerminal(1) && System.getenv("NO_COLOR") == null,
                isTerminal(2));
    }

    /** In the C locale, which containers have, Java would write a question mark for every Japanese letter. */
    private static PrintStream utf8(PrintStream stream, FileDescriptor descriptor) {
        Charset charset = stream.charset();
        return charset.equals(StandardCharsets.US_ASCII)
                ? new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8)
                : stream;
    }

    /** Java itself can only tell for input and output together. */
    private static boolean isTerminal(int descriptor) {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        if (windows && System.getenv("WT_SESSION") == null) {
            return false; // the old console shows escape sequences as letters
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
