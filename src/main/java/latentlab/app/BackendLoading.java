package latentlab.app;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import latentlab.engine.training.ComputeBackend;
import latentlab.natives.NativeLibraries;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.view.LongTasks;

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
            ComputeBackend.load();
        } catch (Problem problem) {
            // Not shown here: the run that needs the libraries reports it in the window.
            LOG.log(Level.ERROR, problem.getMessage(), problem);
        }
    }

    private static Object awaitLibraries(Progress progress) throws Problem {
        NativeLibraries.load(progress);
        return null;
    }
}
