package latentlab.view;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * Work long enough to be shown with its progress and to be cancelled: loading data, exports. Problems become notices;
 * any other failure is logged once and becomes a notice too. Use only on the user interface's thread.
 */
public final class LongTasks {
    private static final Logger LOG = System.getLogger(LongTasks.class.getName());

    /** The work: reports its progress and can be cancelled. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Progress progress) throws Exception;
    }

    /** One task under way. */
    public final class LongTask implements Progress {
        private final ReadOnlyObjectWrapper<Sentence> what;
        private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);
        private final AtomicBoolean updatePending = new AtomicBoolean();
        private volatile boolean cancelled;
        private volatile double newestFraction = -1;
        private volatile Sentence newestWhat;

        private LongTask(Sentence title) {
            what = new ReadOnlyObjectWrapper<>(title);
            newestWhat = title;
        }

        /** What the task is doing now. */
        public ReadOnlyObjectProperty<Sentence> whatProperty() {
            return what.getReadOnlyProperty();
        }

        /** Progress, 0 to 1; negative while unknown. */
        public ReadOnlyDoubleProperty fractionProperty() {
            return fraction.getReadOnlyProperty();
        }

        public void cancel() {
            cancelled = true;
        }

        @Override
        public void report(double done, Sentence now) {
            if (cancelled) {
                throw new CancellationException();
            }
            newestFraction = done;
            newestWhat = now;
            if (updatePending.compareAndSet(false, true)) {
                userInterface.execute(() -> {
                    updatePending.set(false);
                    fraction.set(newestFraction);
                    what.set(newestWhat);
                });
            }
        }
    }

    private final Executor background;
    private final Executor userInterface;
    private final Notices notices;
    private final ObservableList<LongTask> running = FXCollections.observableArrayList();
    private final ObservableList<LongTask> readOnlyRunning = FXCollections.unmodifiableObservableList(running);

    public LongTasks(Executor background, Executor userInterface, Notices notices) {
        this.background = background;
        this.userInterface = userInterface;
        this.notices = notices;
    }

    /** The tasks under way, oldest first. */
    public ObservableList<LongTask> running() {
        return readOnlyRunning;
    }

    /** Cancels all tasks under way. */
    public void cancelAll() {
        running.forEach(LongTask::cancel);
    }

    /**
     * Like {@link #start(Sentence, Work, Consumer, Consumer)}, with problems shown as notices.
     *
     * @param done receives the result on the user interface's thread; not called if the work failed or was cancelled
     */
    public <T> LongTask start(Sentence title, Work<T> work, Consumer<T> done) {
        return start(title, work, done, problem -> notices.show(Notices.Notice.problem(problem)));
    }

    /**
     * @param done receives the result on the user interface's thread; not called if the work failed or was cancelled: a
     *     result that can be closed is closed then
     * @param failed receives the problem on the user interface's thread
     */
    public <T> LongTask start(Sentence title, Work<T> work, Consumer<T> done, Consumer<Problem> failed) {
        LongTask task = new LongTask(title);
        running.add(task);
        background.execute(() -> {
            Runnable after;
            Runnable unwanted = () -> {};
            try {
                T result = work.run(task);
                unwanted = () -> close(result);
                after = () -> done.accept(result);
            } catch (CancellationException _) {
                after = () -> {};
            } catch (Problem problem) {
                LOG.log(Level.INFO, problem.getMessage(), problem);
                after = () -> failed.accept(problem);
            } catch (Exception | Error e) {
                LOG.log(Level.ERROR, title.key(), e);
                after = () -> notices.show(Notices.Notice.unexpected(e));
            }
            Runnable last = after;
            Runnable instead = unwanted;
            userInterface.execute(() -> {
                running.remove(task);
                // If cancelled after its last report, the work still ran to its end, but its result is not wanted any
                // more.
                if (!task.cancelled) {
                    last.run();
                } else {
                    // Not here: closing a file waits for the disk.
                    Thread.ofVirtual().start(instead);
                }
            });
        });
        return task;
    }

    private static void close(Object result) {
        if (result instanceof AutoCloseable open) {
            try {
                open.close();
            } catch (Exception e) {
                LOG.log(Level.WARNING, "a result that nobody wants stays open", e);
            }
        }
    }
}
