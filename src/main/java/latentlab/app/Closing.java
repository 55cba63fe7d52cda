package latentlab.app;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import latentlab.text.Sentence;
import latentlab.view.LongTasks;
import latentlab.view.Questions;

/** Asks before the window is closed over what is under way. */
final class Closing {
    private Closing() {}

    /**
     * @param training whether a run is trained in the window
     * @param writing whether a file is being written
     * @param sweeping whether trials of a sweep are
     * @return whether to close
     */
    static boolean confirmed(Questions questions, boolean training, boolean writing, boolean sweeping) {
        String question = question(training, writing, sweeping);
        return question == null
                || questions.confirm(Sentence.of(question), "view.main.close.yes", "view.main.close.no");
    }

    private static String question(boolean training, boolean writing, boolean sweeping) {
        if (sweeping) {
            return training
                    ? writing ? "view.main.closeAll" : "view.main.closeTrainings"
                    : writing ? "view.main.closeSweepWriting" : "view.main.closeSweep";
        }
        if (writing) {
            return training ? "view.main.closeBoth" : "view.main.closeWriting";
        }
        return training ? "view.main.close" : null;
    }

    /** Cancels long tasks and waits for them to end, so that a file being written removes its temporary file. */
    static void end(LongTasks tasks, ExecutorService work) {
        tasks.cancelAll();
        work.shutdownNow();
        try {
            work.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
