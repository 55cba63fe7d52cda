package latentlab.app;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import latentlab.text.Sentence;
import latentlab.view.LongTasks;
import latentlab.view.Questions;

/** Asks before the window is closed over what would be lost. */
final class Closing {
    private Closing() {}

    /**
     * @param lost epochs of the run on screen that are in no file
     * @param writing whether a file is being written
     * @param sweeping whether trials of a sweep are
     * @return whether to close
     */
    static boolean confirmed(Questions questions, int lost, boolean writing, boolean sweeping) {
        String question = question(lost > 0, writing, sweeping);
        return question == null
                || questions.confirm(Sentence.of(question, lost), "view.main.close.yes", "view.main.close.no");
    }

    private static String question(boolean losing, boolean writing, boolean sweeping) {
        if (sweeping) {
            return losing
                    ? writing ? "view.main.closeAll" : "view.main.closeTrainings"
                    : writing ? "view.main.closeSweepWriting" : "view.main.closeSweep";
        }
        if (writing) {
            return losing ? "view.main.closeBoth" : "view.main.closeWriting";
        }
        return losing ? "view.main.close" : null;
    }

    /** Cancels long tasks and waits for them to end, so that a file being written removes its temporary file. */
    static void end(LongTasks tasks, ExecutorService work, BackendLoading backend) {
        backend.close();
        tasks.cancelAll();
        work.shutdownNow();
        try {
            work.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
