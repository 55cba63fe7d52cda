package latentlab.app;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import latentlab.engine.training.ComputeBackend;
import latentlab.natives.NativeLibraries;
import latentlab.run.Run;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.view.LongTasks;

/**
 * Loads the native half of the engine in the background, and gets it going: its losses when the window has been laid
 * out, training once a run has its first ones. Sooner, either would hold up what comes first where there are two
 * cores.
 */
final class BackendLoading {
    private static final Logger LOG = System.getLogger(BackendLoading.class.getName());

    private final LongTasks tasks;
    private final Runnable last;
    private final CompletableFuture<Void> laidOut = new CompletableFuture<>();
    private final CompletableFuture<Void> first = new CompletableFuture<>();

    /**
     * Loads it from now on; at the first start, unpacking it is shown as a long task. Cancelling only hides it.
     *
     * @param tasks of the window
     * @param run on the screen, or null
     * @param last what else can wait until all that is done
     */
    BackendLoading(LongTasks tasks, ObservableValue<Run> run, Runnable last) {
        this.tasks = tasks;
        this.last = last;
        run.subscribe(now -> {
            if (now != null) {
                first.complete(null);
            }
        });
        Thread.ofPlatform().daemon().name("compute-backend").start(this::work);
    }

    /** @param scene of the window, which can wait from its next layout on */
    void goOnWhenLaidOut(Scene scene) {
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                laidOut.complete(null);
            }
        });
    }

    /** The window is closed: nobody needs what is not done yet. */
    void close() {
        laidOut.cancel(false);
        first.cancel(false);
    }

    private void work() {
        try {
            load();
            laidOut.join();
            ComputeBackend.warmUpLosses();
            first.join();
            ComputeBackend.warmUp();
            last.run();
        } catch (CancellationException _) {
            // Closed.
        } catch (Problem problem) {
            // Not shown here: the run that needs the libraries reports it in the window.
            LOG.log(Level.ERROR, problem.getMessage(), problem);
        }
    }

    private void load() throws Problem {
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
