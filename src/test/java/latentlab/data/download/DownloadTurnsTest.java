package latentlab.data.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import latentlab.data.ChildLoad;
import latentlab.data.Dataset;
import latentlab.data.SpecialFiles;
import latentlab.data.download.RemoteFile.Hashed;
import latentlab.text.Progress;
import latentlab.text.Sentence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several windows and processes that download one dataset. */
class DownloadTurnsTest extends TwoMirrors {
    private static final String DOWNLOADING = "data.progress.downloading";
    private static final String WAITING = "data.progress.waiting";

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final List<Process> children = new ArrayList<>();
    private final ExecutorService windows = Executors.newCachedThreadPool();

    @AfterEach
    void endChildren() throws InterruptedException {
        goOn.countDown();
        windows.shutdownNow();
        for (Process child : children) {
            child.destroyForcibly().waitFor();
        }
    }

    /** The first to ask gets half of the file at once, and the rest when the test says so. */
    private Mirror.Answer halfAtFirst() {
        return (exchange, file) -> {
            first.answer(Mirror.GOOD);
            exchange.sendResponseHeaders(200, file.length);
            exchange.getResponseBody().write(file, 0, HALF);
            exchange.getResponseBody().flush();
            begun.countDown();
            goOn.await();
            exchange.getResponseBody().write(file, HALF, file.length - HALF);
        };
    }

    private Future<Dataset> window(Progress progress) {
        return windows.submit(() -> datasets(Hashed.PACKED, LONG).load("mini", progress));
    }

    private Process process(URI... mirrors) throws IOException {
        children.add(ChildLoad.start(folder, ChildLoad.downloading(cache, mirrors), "load", "mini"));
        return children.getLast();
    }

    private static void await(BufferedReader out, String line) throws IOException {
        for (String next = out.readLine(); !line.equals(next); next = out.readLine()) {
            assertThat(next).as("not yet %s", line).isNotNull().doesNotStartWith("data.download");
        }
    }

    private void assertOneDownload() throws IOException {
        assertThat(first.requests).hasSize(4);
        assertThat(second.requests).isEmpty();
        assertThat(kept()).containsExactlyInAnyOrderElementsOf(packed().keySet());
    }

    @Test
    void aSecondWindowWaitsAndFindsWhatTheFirstHasBrought() throws Exception {
        first.answer(halfAtFirst());
        Future<Dataset> one = window(Progress.NONE);
        begun.await();
        Set<String> heard = ConcurrentHashMap.newKeySet();
        Future<Dataset> other = window((_, what) -> {
            heard.add(what.key());
            if (heard.contains(WAITING) || heard.contains(DOWNLOADING)) {
                goOn.countDown();
            }
        });
        assertThat(other.get().train())
                .usingRecursiveComparison()
                .isEqualTo(one.get().train());
        assertThat(heard).contains(WAITING).doesNotContain(DOWNLOADING);
        assertOneDownload();
    }

    @Test
    void whoeverWaitsCanBeCancelled() throws Exception {
        first.answer(halfAtFirst());
        Future<Dataset> one = window(Progress.NONE);
        begun.await();
        Set<String> heard = ConcurrentHashMap.newKeySet();
        assertThatThrownBy(() -> datasets(Hashed.PACKED, LONG).load("mini", (_, what) -> {
                    heard.add(what.key());
                    if (heard.contains(WAITING)) {
                        throw new CancellationException();
                    }
                }))
                .isInstanceOf(CancellationException.class);
        goOn.countDown();
        assertThat(one.get().train().count()).isEqualTo(200);
        assertOneDownload();
    }

    @Test
    void whenTheFirstIsCancelledTheSecondGoesOnWithItsHalf() throws Exception {
        first.answer(first.stallingAfter(HALF));
        CountDownLatch waiting = new CountDownLatch(1);
        Path part = cache.resolve("mini").resolve(IMAGES + ".part");
        Future<Dataset> one = window((_, _) -> {
            if (waiting.getCount() == 0 && HttpFetch.size(part) == HALF) {
                first.answer(Mirror.GOOD);
                throw new CancellationException();
            }
        });
        Progress untilStalled = (_, what) -> {
            if (what.key().equals(WAITING)) {
                waiting.countDown();
            }
        };
        while (!first.hasStalled()) {
            Thread.onSpinWait();
        }
        assertThat(window(untilStalled).get().train().count()).isEqualTo(200);
        assertThatThrownBy(one::get).hasCauseInstanceOf(CancellationException.class);
        assertThat(first.requests.get(1)).isEqualTo(IMAGES + " bytes=" + HALF + "-");
    }

    @Test
    void aSecondProcessWaitsAndFindsWhatTheFirstHasBrought() throws Exception {
        first.answer(halfAtFirst());
        BufferedReader one = process(first.address()).inputReader();
        begun.await();
        BufferedReader other = process(first.address()).inputReader();
        await(other, WAITING);
        goOn.countDown();
        await(one, "loaded");
        assertThat(other.lines()).contains("loaded").doesNotContain(DOWNLOADING);
        assertOneDownload();
    }

    @Test
    void whenTheFirstProcessIsKilledTheNextGoesOnWithItsHalf() throws Exception {
        first.answer(first.stallingAfter(HALF));
        Process one = process(first.address());
        await(one.inputReader(), DOWNLOADING);
        Path part = cache.resolve("mini").resolve(IMAGES + ".part");
        Dataset dataset = datasets(Hashed.PACKED, LONG).load("mini", (_, what) -> {
            if (what.key().equals(WAITING) && HttpFetch.size(part) == HALF && one.isAlive()) {
                first.answer(Mirror.GOOD);
                one.destroyForcibly();
            }
        });
        assertThat(dataset.train().count()).isEqualTo(200);
        assertThat(first.requests.get(1)).isEqualTo(IMAGES + " bytes=" + HALF + "-");
        assertThat(kept()).containsExactlyInAnyOrderElementsOf(packed().keySet());
    }

    @Test
    void manyAtOnceWithFaultyMirrors() throws Exception {
        first.answer(Mirror.WRONG_BYTES);
        second.answer(second.brokenOnceAfter(HALF, Mirror.WHOLE));
        List<BufferedReader> outs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            outs.add(process(first.address(), second.address()).inputReader());
        }
        Future<Dataset> one = window(Progress.NONE);
        Future<Dataset> other = window(Progress.NONE);
        assertThat(one.get().train())
                .usingRecursiveComparison()
                .isEqualTo(other.get().train());
        for (BufferedReader out : outs) {
            await(out, "loaded");
        }
        assertThat(kept()).containsExactlyInAnyOrderElementsOf(packed().keySet());
    }

    @Test
    void whereNoMirrorHasTheFilesNobodyBlamesTheDisk() throws Exception {
        first.answer(Mirror.WRONG_BYTES);
        second.answer(Mirror.NOT_FOUND);
        BufferedReader one = process(first.address(), second.address()).inputReader();
        BufferedReader other = process(first.address(), second.address()).inputReader();
        assertThat(one.lines().toList().getLast()).isEqualTo("data.download.failed");
        assertThat(other.lines().toList().getLast()).isEqualTo("data.download.failed");
        assertThat(kept()).isEmpty();
    }

    /** A folder that lies where the lock should is as good as a file system without locks. */
    @Test
    void withoutLocksEachHasPartsOfItsOwn() throws Exception {
        Files.createDirectories(cache.resolve("mini.lock"));
        first.answer(halfAtFirst());
        BufferedReader one = process(first.address()).inputReader();
        begun.await();
        BufferedReader other = process(first.address()).inputReader();
        assertThat(other.lines()).contains("loaded").doesNotContain(WAITING);
        assertThat(kept()).hasSize(5).containsAll(packed().keySet());
        goOn.countDown();
        await(one, "loaded");
        assertThat(kept()).containsExactlyInAnyOrderElementsOf(packed().keySet());
        assertLoads();
    }

    @Test
    void withoutLocksTheWindowsOfOneProcessStillTakeTurns() throws Exception {
        Files.createDirectories(cache.resolve("mini.lock"));
        aSecondWindowWaitsAndFindsWhatTheFirstHasBrought();
    }

    @Test
    void withoutLocksWhatAKilledDownloadLeftIsTakenAway() throws Exception {
        Files.createDirectories(cache.resolve("mini.lock"));
        Path mini = Files.createDirectories(cache.resolve("mini"));
        Path left = Files.write(OwnPart.of(mini, IMAGES), new byte[HALF]);
        Path recent = Files.write(OwnPart.of(mini, IMAGES), new byte[HALF]);
        Files.setLastModifiedTime(left, FileTime.from(Instant.EPOCH));
        assertLoads();
        assertThat(left).doesNotExist();
        assertThat(recent).as("may be another's").exists();
    }

    @Test
    void aPipeInPlaceOfTheLockIsNotWaitedFor() throws Exception {
        SpecialFiles.pipe(cache.resolve("mini.lock"));
        assertLoads();
    }

    @Test
    void theSentenceNamesWhatIsDownloaded() throws Exception {
        first.answer(halfAtFirst());
        Future<Dataset> one = window(Progress.NONE);
        begun.await();
        List<Sentence> heard = new ArrayList<>();
        datasets(Hashed.PACKED, LONG).load("mini", (_, what) -> {
            if (what.key().equals(WAITING)) {
                heard.add(what);
                goOn.countDown();
            }
        });
        one.get();
        assertThat(heard).first().isEqualTo(Sentence.of(WAITING, "Mini"));
    }
}
