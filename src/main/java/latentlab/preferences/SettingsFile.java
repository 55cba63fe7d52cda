package latentlab.preferences;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringReader;
import java.io.Writer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import latentlab.files.WholeFile;
import latentlab.text.Problem;
import latentlab.text.TextFile;

/**
 * Values kept in one file. They are saved in the background, once for changes that come close together, and completely
 * or not at all: a crash leaves the old settings or the new ones. The first failure to read or write the file is
 * logged; otherwise failures are ignored, since the app works without the file.
 */
public final class SettingsFile implements AutoCloseable {
    private static final Logger LOG = System.getLogger(SettingsFile.class.getName());
    private static final long DELAY_MILLIS = 500;
    /** Size in bytes of the largest file that is read; a usual one has about 500. */
    private static final int LARGEST = 1_000_000;

    private final Path path;
    private final AtomicReference<Properties> unsaved = new AtomicReference<>();
    private final ScheduledThreadPoolExecutor saver = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("settings").daemon().factory());

    private volatile Runnable complaint = () -> {};
    private volatile boolean complained;

    public SettingsFile(Path path) {
        this.path = path;
        saver.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** @return the values saved last; none at the first start, or if the file is damaged */
    public Properties read() {
        try {
            Properties values = new Properties();
            values.load(new StringReader(TextFile.read(path, LARGEST)));
            return values;
        } catch (NoSuchFileException _) {
            LOG.log(Level.DEBUG, "first start: no {0}", path);
        } catch (IOException | Problem | IllegalArgumentException e) {
            LOG.log(Level.WARNING, "settings in " + path + " cannot be read", e);
        }
        return new Properties();
    }

    /** @param action run when saving fails for the first time, on the thread that saves */
    void onUnsaved(Runnable action) {
        complaint = action;
    }

    public void save(Properties values) {
        if (unsaved.getAndSet(values) == null) {
            saver.schedule(this::write, DELAY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void write() {
        Properties values = unsaved.getAndSet(null);
        if (values == null) {
            return;
        }
        try {
            Files.createDirectories(path.getParent());
            WholeFile.write(path, out -> {
                Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                values.store(writer, "Latent Lab");
                writer.flush();
            });
        } catch (IOException e) {
            if (!complained) {
                complained = true;
                LOG.log(Level.WARNING, "settings cannot be saved in " + path, e);
                complaint.run();
            }
        }
    }

    /** Saves changes that are not saved yet. */
    @Override
    public void close() {
        saver.shutdown();
        try {
            saver.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        write();
    }
}
