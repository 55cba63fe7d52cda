package latentlab.app;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import latentlab.engine.training.ComputeBackend;
import latentlab.natives.NativeLibraries;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.view.LongTasks;
import org.sqlite.SQLiteJDBCLoader;

/**
 * Loads the native libraries; at the first start, unpacking them is shown as a long task. Cancelling only hides it.
 *
 * @param tasks of the window
 */
record BackendLoading(LongTasks tasks) implements Runnable {
    private static final Logger LOG = System.getLogger(BackendLoading.class.getName());

    @Override
    public void run() {
        AtomicBoolean told = new AtomicBoolean();
        try {
            NativeLibraries.load((_, what) -> {
                if (told.compareAndSet(false, true)) {
                    Platform.runLater(() -> tasks.start(what, BackendLoading::awaitLibraries, _ -> {}, _ -> {}));
                }
            });
            loadWhatOthersNeed();
            ComputeBackend.load();
        } catch (Problem problem) {
            // Not shown here: the run that needs the libraries reports it in the window.
            LOG.log(Level.ERROR, problem.getMessage(), problem);
        }
    }

    /**
     * Loads here, before ND4J starts, the libraries that other threads need at about that time. JavaCPP looks each of
     * ND4J's functions up by walking over all libraries while it opens one after the other. It takes glibc's two locks
     * in the opposite order to a thread that is just loading a library: both, and all that then load or start anything,
     * wait for ever. A window was seen to hang so on a busy machine.
     */
    private static void loadWhatOthersNeed() {
        ManagementFactory.getOperatingSystemMXBean();
        try {
            SQLiteJDBCLoader.initialize();
        } catch (Exception e) {
            // Whoever needs a run file says so.
            LOG.log(Level.WARNING, "SQLite", e);
        }
    }

    private static Object awaitLibraries(Progress progress) throws Problem {
        NativeLibraries.load(progress);
        return null;
    }
}
