package latentlab.library;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import latentlab.run.Run;
import latentlab.run.file.FindingRows;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/**
 * Writes what is found out about runs into their files, on a thread of its own, soon after it was: also of runs that
 * are only looked at.
 */
final class FindingsKeeper implements AutoCloseable {
    private static final Logger LOG = System.getLogger(FindingsKeeper.class.getName());
    /** Between two writings: accuracies come tens a second. */
    private static final long REST_MILLIS = 1_000;

    private final Function<String, Path> fileOf;
    private final ScheduledThreadPoolExecutor writing = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("findings").daemon().factory());
    /** Runs of which there is something to write, with whom to tell. Guarded by this, as is the next field. */
    private final Map<Run, Consumer<Sentence>> changed = new LinkedHashMap<>();

    private boolean waiting;
    /** Ids of runs whose file cannot be written, which has been told. Used by the writing thread alone. */
    private final Set<String> told = new HashSet<>();

    /** @param fileOf the file that a run is in, by its id; null for none */
    FindingsKeeper(Function<String, Path> fileOf) {
        this.fileOf = fileOf;
        writing.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** @param remark told, once, if they cannot be written */
    synchronized void keep(Run run, Consumer<Sentence> remark) {
        changed.put(run, remark);
        boolean atOnce = run.findings().marked() || run.findings().noted();
        if ((atOnce || !waiting) && !writing.isShutdown()) {
            waiting = true;
            writing.schedule(() -> write(), atOnce ? 0 : REST_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void write() {
        Map<Run, Consumer<Sentence>> now;
        synchronized (this) {
            now = new LinkedHashMap<>(changed);
            changed.clear();
            waiting = false;
        }
        now.forEach((run, remark) -> {
            if (!write(run, remark)) {
                synchronized (this) {
                    // Not tried again before there is more, or all ends: an epoch may not be in the file yet.
                    changed.putIfAbsent(run, remark);
                }
            }
        });
    }

    private boolean write(Run run, Consumer<Sentence> remark) {
        Path file = fileOf.apply(run.id());
        if (file == null) {
            // It may have one when its first epoch is trained.
            return run.gone();
        }
        try {
            boolean all = FindingRows.keep(file, run.id(), run.history(), run.findings());
            // Of a run that is closed there will be no more epochs.
            return all || run.gone();
        } catch (RuntimeException e) {
            // Others are written all the same.
            LOG.log(Level.ERROR, "what was found out is not kept in " + file, e);
            return run.gone();
        } catch (Problem problem) {
            LOG.log(Level.INFO, "what was found out is not kept in " + file, problem);
            // Of a run that was deleted nobody expects it.
            if (told.add(run.id()) && Files.exists(file)) {
                remark.accept(Sentence.of("library.findings.not", problem.sentence()));
            }
            // Tried again: what a user has noted must not be lost to a disk that was full for a moment.
            return run.gone() || !Files.exists(file);
        }
    }

    /** Writes what there is, and ends. */
    @Override
    public void close() {
        writing.close();
        write();
    }
}
