package latentlab.app;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import latentlab.data.DataLoader;
import latentlab.data.DataRequest;
import latentlab.data.Dataset;
import latentlab.data.Datasets;
import latentlab.data.digits.BuiltInDigits;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * The built-in digits, written while the window is being made: until it is shown, that takes one core, and the digits
 * take as long. Whoever loads them first gets these; later ones are written anew.
 */
public final class EarlyDigits {
    private static final long POLL_MILLIS = 20;

    private volatile double fraction;
    private volatile Sentence what;
    /** Null once they are handed over. */
    private ForkJoinTask<Dataset> writing;

    private EarlyDigits() {
        // One thread: the other core makes the window.
        ForkJoinPool pool = new ForkJoinPool(1);
        writing = pool.submit(this::write);
        pool.shutdown();
    }

    /** @return loads data of all kinds; if the digits are what the window opens with, they are begun now */
    public static DataLoader loader(DataRequest first) {
        boolean digits = first.origin().equals(BuiltInDigits.ORIGIN);
        return (digits ? new Datasets(new EarlyDigits()::load) : new Datasets())::load;
    }

    private Dataset write() {
        Dataset digits = BuiltInDigits.create(this::report);
        // A run needs it, and has it in no time when what computes it is compiled.
        digits.identity();
        return digits;
    }

    private void report(double fraction, Sentence what) {
        this.fraction = fraction;
        this.what = what;
    }

    private Dataset load(Progress progress) {
        ForkJoinTask<Dataset> early = take();
        return early == null ? BuiltInDigits.create(progress) : await(early, progress);
    }

    private synchronized ForkJoinTask<Dataset> take() {
        ForkJoinTask<Dataset> taken = writing;
        writing = null;
        return taken;
    }

    private Dataset await(ForkJoinTask<Dataset> early, Progress progress) {
        try {
            while (true) {
                try {
                    return early.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException _) {
                    if (what != null) {
                        progress.report(fraction, what);
                    }
                }
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }
}
