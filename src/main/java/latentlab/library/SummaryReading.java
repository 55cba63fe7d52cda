package latentlab.library;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import latentlab.library.IndexFile.Row;
import latentlab.library.RunFiles.Found;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/** Reads several run files at once, with progress. */
final class SummaryReading {
    /** What a file has that is being written for longer than one waits. */
    static final String BUSY = "run.file.busy";
    /** Files at a time: disks and networks answer several faster than one after the other. */
    private static final int AT_ONCE = 4;
    /** How often is asked whether anybody still waits. */
    private static final long POLL_MILLIS = 50;

    private final List<Found> files;
    private final Clock clock;
    private final Map<Found, Row> rows = new ConcurrentHashMap<>();
    private final Map<Found, Sentence> faults = new ConcurrentHashMap<>();

    SummaryReading(Collection<Found> files, Clock clock) {
        this.files = List.copyOf(files);
        this.clock = clock;
    }

    /** @throws CancellationException if it is cancelled, whatever the disk does */
    void read(Progress progress) {
        if (files.isEmpty()) {
            return;
        }
        ExecutorService readers = Executors.newFixedThreadPool(
                Math.min(files.size(), AT_ONCE),
                Thread.ofPlatform().daemon().name("library-", 0).factory());
        try {
            List<Future<?>> pending = new ArrayList<>();
            files.forEach(each -> pending.add(readers.submit(() -> read(each))));
            for (int done = 0; done < pending.size(); done++) {
                await(pending.get(done), progress, done);
            }
        } finally {
            // Not waited for: a disk that no longer answers cannot be told to stop.
            readers.shutdownNow();
        }
    }

    private void await(Future<?> reading, Progress progress, int done) {
        while (true) {
            progress.report((double) done / files.size(), Sentence.of("library.reading", done, files.size()));
            try {
                reading.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException _) {
                // Reports again.
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    private void read(Found file) {
        long now = TimeUnit.MILLISECONDS.toNanos(clock.millis());
        try {
            RunSummary summary = SummaryReader.read(file.file());
            rows.put(file, new Row(file.bytes(), Library.nanos(file.changed()), now, summary));
        } catch (Problem problem) {
            faults.put(file, problem.sentence());
        }
    }

    /** What was read. */
    Map<Found, Row> rows() {
        return new HashMap<>(rows);
    }

    /** Why others could not be read. */
    Map<Found, Sentence> faults() {
        return new HashMap<>(faults);
    }
}
