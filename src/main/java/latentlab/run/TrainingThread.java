package latentlab.run;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import latentlab.run.store.EpochStores;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/** The one thread that trains. Any failure on it becomes a problem reported to the caller, and one entry in the log. */
final class TrainingThread implements AutoCloseable {
    private static final Logger LOG = System.getLogger(TrainingThread.class.getName());

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("training").daemon().factory());
    private final EpochStores stores;

    /** @param stores where epochs are kept, named in the sentence when keeping them fails */
    TrainingThread(EpochStores stores) {
        this.stores = stores;
    }

    interface Work {
        void run() throws IOException, Problem;
    }

    /**
     * Runs work after all that was submitted before.
     *
     * @param failed receives the reason for a failure, on this thread
     */
    void submit(Work work, Consumer<Problem> failed) {
        try {
            thread.execute(() -> attempt(work, failed));
        } catch (RejectedExecutionException _) {
            // Closed: nobody waits for the work any more.
        }
    }

    private void attempt(Work work, Consumer<Problem> failed) {
        try {
            work.run();
        } catch (IOException e) {
            LOG.log(Level.ERROR, "scratch file", e);
            failed.accept(new Problem(Sentence.of("run.scratch", stores.place()), e));
        } catch (Problem problem) {
            // A refusal is no fault of the program; a problem with a cause, in the disk or the system, is.
            Level level = problem.getCause() == null ? Level.INFO : Level.ERROR;
            LOG.log(level, problem.getMessage(), problem.getCause());
            failed.accept(problem);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "training", e);
            failed.accept(new Problem(Sentence.of("run.failed", Breakdown.sentence(e)), e));
        }
    }

    /** Waits for the submitted work, ten seconds at most; nothing can be submitted afterwards. */
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
