package latentlab.run;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/** The one thread that trains. Whatever goes wrong on it becomes a problem somebody hears of, and one entry in the log. */
final class TrainingThread implements AutoCloseable {
    private static final Logger LOG = System.getLogger(TrainingThread.class.getName());

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("training").daemon().factory());
    private final EpochStores stores;

    /** @param stores where epochs are kept, for what is said when that fails */
    TrainingThread(EpochStores stores) {
        this.stores = stores;
    }

    interface Work {
        void run() throws IOException, Problem;
    }

    /** Does work after what has been asked for before. @param failed hears why it failed, on the thread */
    void submit(Work work, Consumer<Problem> failed) {
        try {
            thread.execute(() -> attempt(work, failed));
        } catch (RejectedExecutionException _) {
            // Closed: nobody waits for it any more.
        }
    }

    private void attempt(Work work, Consumer<Problem> failed) {
        try {
            work.run();
        } catch (IOException e) {
            LOG.log(Level.ERROR, "scratch file", e);
            failed.accept(new Problem(Sentence.of("run.scratch", stores.place()), e));
        } catch (Problem problem) {
            // What is refused is no fault; what has a cause is, of the disk or the system.
            Level level = problem.getCause() == null ? Level.INFO : Level.ERROR;
            LOG.log(level, problem.getMessage(), problem.getCause());
            failed.accept(problem);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "training", e);
            failed.accept(new Problem(Sentence.of("run.failed", Breakdown.sentence(e)), e));
        }
    }

    /** Waits for the work that has been asked for; what is asked for from then on is not done. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.log(Level.WARNING, "the training thread did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
