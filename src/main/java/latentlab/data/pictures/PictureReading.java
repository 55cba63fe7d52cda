package latentlab.data.pictures;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import latentlab.data.Account;
import latentlab.data.DataProblems;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * Decodes pictures on all processors. One that is damaged is left out and its name kept; more than one in ten, and
 * nothing is read: who would notice that half of the data are missing?
 */
final class PictureReading {
    private static final long POLL_MILLIS = 50;
    /** Most pictures that may be damaged: one in so many. */
    private static final int DAMAGED = 10;
    /** Names in a sentence. */
    private static final int NAMED = 3;

    /** With fewer nothing can be trained, and what is missing is why. */
    private static final int LEAST = 3;

    private static final Sentence LARGE = Sentence.of("data.left.large");

    private final PictureStore store;
    private final List<String> names;
    private final int[] wanted;
    private final Map<Sentence, List<String>> lost = new LinkedHashMap<>();
    private final Map<Sentence, List<String>> kinds = new LinkedHashMap<>();
    private final List<Picture> images = new ArrayList<>();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicInteger done = new AtomicInteger();
    private Problem first;

    /**
     * @param names of the store's pictures
     * @param wanted their numbers
     */
    PictureReading(PictureStore store, List<String> names, int... wanted) {
        this.store = store;
        this.names = names;
        this.wanted = wanted;
        store.lost().forEach(some -> some.names().forEach(name -> add(lost, some.reason(), name)));
    }

    /** For each wanted picture what it shows; null for what cannot be read. */
    List<Picture> images() {
        return images;
    }

    /** Of what could not be read, with a warning where that is much. */
    Account account() {
        Account account = Account.NONE;
        for (Map<Sentence, List<String>> each : List.of(lost, kinds)) {
            for (Map.Entry<Sentence, List<String>> some : each.entrySet()) {
                account = account.withLeftOut(some.getKey(), sorted(some.getValue()));
            }
        }
        int unread = count(kinds);
        return unread * DAMAGED > wanted.length
                ? account.withWarnings(Sentence.of("data.warning.kinds", unread, wanted.length))
                : account;
    }

    private static List<String> sorted(List<String> some) {
        return some.stream().sorted(new PictureOrder()).toList();
    }

    /** @throws Problem if too many are damaged, or the others take too much memory */
    void read(ImageDecoder decoder, Progress progress) throws Problem {
        AtomicBoolean needed = new AtomicBoolean(true);
        ExecutorService workers = Executors.newFixedThreadPool(
                Runtime.getRuntime().availableProcessors(),
                Thread.ofPlatform().daemon().name("pictures-", 0).factory());
        try {
            List<Future<Picture>> results = new ArrayList<>(Collections.nCopies(wanted.length, null));
            PictureStore.Taker taker = (index, picture) -> {
                DataProblems.checkMemory(store.path(), bytes.get());
                Future<Picture> result = workers.submit(() -> {
                    try {
                        Picture image = decoder.read(picture, needed::get);
                        bytes.addAndGet(image.bytes());
                        return image;
                    } finally {
                        done.incrementAndGet();
                    }
                });
                results.set(index, result);
                return result;
            };
            store.hand(wanted, taker, (_, _) -> report(progress));
            workers.shutdown();
            do {
                report(progress);
                DataProblems.checkMemory(store.path(), bytes.get());
            } while (!workers.awaitTermination(POLL_MILLIS, TimeUnit.MILLISECONDS));
            for (Future<Picture> result : results) {
                images.add(image(result));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } finally {
            // What is being decoded in vain gives up within a few rows; nobody waits for that.
            needed.set(false);
            workers.shutdownNow();
        }
        check();
    }

    private Sentence reading(int count) {
        return Sentence.of("data.progress.images", count, wanted.length);
    }

    private void report(Progress progress) {
        int count = done.get();
        progress.report(Math.min(count, wanted.length - 1.0) / wanted.length, reading(count));
    }

    /** @return null if it cannot be read */
    private Picture image(Future<Picture> result) throws Problem, InterruptedException {
        if (result == null) {
            throw Problem.of("data.archive.changed", store.path().toString());
        }
        try {
            return result.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Problem problem) {
                lose(names.get(wanted[images.size()]), problem);
                return null;
            }
            throw e.getCause() instanceof CancellationException cancelled
                    ? cancelled
                    : new IllegalStateException(e.getCause());
        }
    }

    private void lose(String name, Problem problem) {
        first = first == null ? problem : first;
        Sentence said = problem.sentence();
        switch (said.key().substring(said.key().lastIndexOf('.') + 1)) {
            case "broken" -> add(lost, Sentence.of("data.left.broken"), name);
            case "nothing" -> add(lost, Sentence.of("data.left.nothing"), name);
            case "pointer" -> add(lost, Sentence.of("data.left.pointer"), name);
            case "huge", "memory" -> add(lost, LARGE, name);
            case "kind" ->
                add(kinds, Sentence.of("data.left.kind", said.values().get(1)), name);
            case "notAFile" -> add(lost, Sentence.of("data.left.special"), name);
            default -> add(lost, Sentence.of("data.left.unreadable"), name);
        }
    }

    private static void add(Map<Sentence, List<String>> some, Sentence reason, String name) {
        some.computeIfAbsent(reason, _ -> new ArrayList<>()).add(name);
    }

    private static int count(Map<Sentence, List<String>> some) {
        return some.values().stream().mapToInt(List::size).sum();
    }

    /** @throws Problem if so much cannot be read that the rest is not what anybody meant */
    void check() throws Problem {
        int damaged = count(lost);
        int unread = count(kinds);
        long left = images.stream().filter(Objects::nonNull).count();
        int all = (int) left + damaged + unread;
        boolean tooFew = left < LEAST && damaged + unread > 0;
        if (damaged * DAMAGED <= all && !tooFew) {
            return;
        }
        Map<Sentence, List<String>> what = damaged * DAMAGED > all || unread == 0 ? lost : kinds;
        Map.Entry<Sentence, List<String>> most = what.entrySet().stream()
                .max(Comparator.comparingInt(each -> each.getValue().size()))
                .orElseThrow();
        // One is best told of by itself, and of large ones how large they may be.
        if (first != null && (damaged + unread == 1 || most.getKey().equals(LARGE))) {
            throw first;
        }
        List<String> some = sorted(most.getValue()).stream().limit(NAMED).toList();
        throw new Problem(
                Sentence.of(
                        "data.images.many",
                        store.path().toString(),
                        count(what),
                        all,
                        most.getKey(),
                        String.join(", ", some)),
                first);
    }
}
