package latentlab.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import latentlab.text.Sentence;

/**
 * The log: a file for the details of what went wrong, created with the first warning and started anew when it is large.
 * Standard error is left to sentences for users, and chatty libraries are silenced.
 */
public final class LogFile extends Handler {
    private static final long LARGE = 1 << 20;
    /**
     * JavaFX's warning at each start from a class path, which is how this program is meant to be started; it is left
     * out.
     */
    private static final String KNOWN = "Unsupported JavaFX configuration: classes were loaded from";

    private final Path file;
    private final Consumer<Sentence> complaint;
    private boolean complained;

    private LogFile(Path file, Consumer<Sentence> complaint) {
        this.file = file;
        this.complaint = complaint;
        setFormatter(new SimpleFormatter());
        setFilter(entry -> !String.valueOf(entry.getMessage()).startsWith(KNOWN));
    }

    /**
     * Sends every logger's warnings and errors to the file, and none to standard error any more.
     *
     * @param complaint called once, on any thread, when the log cannot be written
     */
    public static void install(Path file, Consumer<Sentence> complaint) {
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        root.setLevel(Level.WARNING);
        root.addHandler(new LogFile(file, complaint));
    }

    @Override
    public synchronized void publish(LogRecord entry) {
        if (!isLoggable(entry)) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            if (Files.exists(file) && Files.size(file) > LARGE) {
                Files.delete(file);
            }
            Files.writeString(file, getFormatter().format(entry), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException _) {
            if (!complained) {
                complained = true;
                complaint.accept(Sentence.of("cli.log", file.toString()));
            }
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
