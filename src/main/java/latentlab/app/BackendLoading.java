package latentlab.app;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import latentlab.engine.training.ComputeBackend;
import latentlab.natives.NativeLibraries;
import latentlab.run.Run;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.view.LongTasks;

/** Loads the native half of the engine in the background, and gets it going once there is a run that needs it. */
final class BackendLoading {
    private static final Logger LOG = System.getLogger(BackendLoading.class.getName());

    private BackendLoading() {}

    /**
     * Loads it now; at the first start, unpacking it is shown as a long task. Cancelling only hides it. Training is
     * warmed up after the first run has got its first losses: beside them, it would hold them up for a second where
     * there are two cores.
     *
     * @param tasks of the window
     * @param run on the screen, or null
     * @param last what else can wait until then, and comes after it
     */
    static void start(LongTasks tasks, ObservableValue<Run> run, Runnable last) {
        CompletableFuture<Void> first = new CompletableFuture<>();
        run.subscribe(now -> {
            if (now != null) {
                first.complete(null);
            }
        });
        Thread.ofPlatform().daemon().name("compute-backend").start(() -> {
            try {
                load(tasks);
                first.join();
                ComputeBackend.warmUp();
                last.run();
            } catch (Problem problem) {
                // Not shown here: the run that needs the libraries reports it in the window.
                LOG.log(Level.ERROR, problem.getMessage(), problem);
            }
        });
    }

    private static void load(LongTasks tasks) throws Problem {
        AtomicBoolean told = new AtomicBoolean();
        NativeLibraries.load((_, what) -> {
            if (told.compareAndSet(false, true)) {
                Platform.runLater(() -> tasks.start(what, BackendLoading::awaitLibraries, _ -> {}, _ -> {}));
            }
        });
        ComputeBackend.load();
    }

    private static Object awaitLibraries(Progress progress) throws Problem {
        NativeLibraries.load(progress);
        return null;
    }
}
