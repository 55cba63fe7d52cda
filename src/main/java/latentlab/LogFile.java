package latentlab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Where the details of what went wrong go: a file, made with the first warning and begun anew when it is large. Standard error
 * keeps to sentences for people, and libraries that like to talk keep still.
 */
final class LogFile extends Handler {
    private static final long LARGE = 1 << 20;
    /** What JavaFX says at each start from a class path, which is how this program is meant to be started. */
    private static final String KNOWN = "Unsupported JavaFX configuration: classes were loaded from";

    private final Path file;

    private LogFile(Path file) {
        this.file = file;
        setFormatter(new SimpleFormatter());
        setErrorManager(new ErrorManager());
        setFilter(entry -> !String.valueOf(entry.getMessage()).startsWith(KNOWN));
    }

    /** Sends every logger's warnings and errors there, and nothing to standard error any more. */
    static void install(Path file) {
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        root.setLevel(Level.WARNING);
        root.addHandler(new LogFile(file));
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
        } catch (IOException e) {
            reportError("the log cannot be written to " + file, e, ErrorManager.WRITE_FAILURE);
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
