package latentlab.data;

import static latentlab.data.IdxSamples.TEST_IMAGES;
import static latentlab.data.IdxSamples.TEST_LABELS;
import static latentlab.data.IdxSamples.TRAIN_IMAGES;
import static latentlab.data.IdxSamples.TRAIN_LABELS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latentlab.data.RemoteFile.Hashed;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A download that hangs instead of failing is ended by the time limit. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class DownloadTest {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final String IMAGES = TRAIN_IMAGES + ".gz";
    private static final int HALF = 50_000;

    private static final Map<String, byte[]> UNPACKED = Map.of(
            TRAIN_IMAGES, IdxSamples.images(200, 28, 28),
            TRAIN_LABELS, IdxSamples.labels(200, 10),
            TEST_IMAGES, IdxSamples.images(20, 28, 28),
            TEST_LABELS, IdxSamples.labels(20, 10));

    @TempDir
    Path folder;

    private Path cache;
    private Mirror first;
    private Mirror second;

    @BeforeEach
    void startMirrors() throws IOException {
        cache = folder.resolve("datasets");
        first = new Mirror(packed(), Mirror.GOOD);
        second = new Mirror(packed(), Mirror.GOOD);
    }

    @AfterEach
    void stopMirrors() {
        first.close();
        second.close();
    }

    @Test
    void allFourFilesComeFromTheFirstMirrorAndAreKept() throws Exception {
        Dataset dataset = load();
        assertThat(dataset.train().count()).isEqualTo(200);
        assertThat(dataset.test().label(13)).isEqualTo(3);
        assertThat(dataset.name().values()).containsExactly("Mini");
        assertThat(dataset.origin()).isEqualTo("mini");
        assertThat(dataset.classNames()).hasSize(10).startsWith("null");
        assertThat(first.requests).hasSize(4);
        assertThat(second.requests).isEmpty();
        assertThat(kept()).containsExactlyInAnyOrderElementsOf(packed().keySet());
    }

    @Test
    void theSecondTimeNothingIsAskedOfTheNetwork() throws Exception {
        ImageSet train = load().train();
        stopMirrors();
        assertThat(load().train()).usingRecursiveComparison().isEqualTo(train);
        assertThat(first.requests).hasSize(4);
    }

    @Test
    void progressRisesToTheEnd() throws Exception {
        List<Double> reports = new ArrayList<>();
        datasets(Hashed.PACKED, LONG).load("mini", (fraction, what) -> reports.add(fraction));
        assertThat(reports).isSorted().last().isEqualTo(1.0);
    }

    @Test
    void aBrokenTransferIsTakenUpWhereItBroke() throws Exception {
        first.answer(first.brokenOnceAfter(HALF, Mirror.GOOD));
        assertLoads();
        assertThat(first.requests.getFirst()).isEqualTo(IMAGES);
        // The last bytes on the way may have been lost with the connection.
        assertThat(first.requests.get(1)).startsWith(IMAGES + " bytes=");
        assertThat(second.requests).isEmpty();
    }

    @Test
    void aMirrorThatKnowsNoRangesStartsOver() throws Exception {
        first.answer(first.brokenOnceAfter(HALF, Mirror.WHOLE));
        assertLoads();
        assertThat(second.requests).isEmpty();
    }

    @Test
    void aHalfFileOfLastTimeIsGoneOnWith() throws Exception {
        leavePart(Arrays.copyOf(packed().get(IMAGES), HALF));
        assertLoads();
        assertThat(first.requests.getFirst()).isEqualTo(IMAGES + " bytes=" + HALF + "-");
    }

    @Test
    void aWholeFileThatOnlyHadNotGotItsNameIsTaken() throws Exception {
        leavePart(packed().get(IMAGES));
        assertLoads();
        assertThat(first.requests.getFirst()).isEqualTo(IMAGES + " bytes=" + packed().get(IMAGES).length + "-");
        assertThat(first.requests).hasSize(4);
    }

    @Test
    void aHalfFileThatIsWrongIsFetchedFromTheStart() throws Exception {
        leavePart(new byte[HALF]);
        assertLoads();
        assertThat(first.requests.subList(0, 2)).containsExactly(IMAGES + " bytes=" + HALF + "-", IMAGES);
        assertThat(second.requests).isEmpty();
    }

    @Test
    void aMirrorWithoutTheFilesIsPassedOver() throws Exception {
        first.answer(Mirror.NOT_FOUND);
        assertLoads();
        assertThat(first.requests)
                .as("asked once, for the other three files the one that works comes first")
                .hasSize(1);
        assertThat(second.requests).hasSize(4);
    }

    @Test
    void wrongBytesAreNoticedAndTheOtherMirrorHelps() throws Exception {
        first.answer(Mirror.WRONG_BYTES);
        assertLoads();
        assertThat(second.requests).hasSize(4);
    }

    @Test
    void wrongBytesOnBothMirrorsAreNotKept() throws Exception {
        first.answer(Mirror.WRONG_BYTES);
        second.answer(Mirror.WRONG_BYTES);
        Problems.of(this::load, "data.download.failed", "Mini");
        assertThat(kept()).isEmpty();
    }

    @Test
    void moreBytesThanTheFileCanHaveAreNotTaken() throws Exception {
        first.answer(Mirror.TOO_MUCH);
        assertLoads();
        assertThat(second.requests).hasSize(4);
    }

    @Test
    void aTransferThatBreaksAndNeverGetsFurtherIsGivenUp() throws Exception {
        for (Mirror mirror : List.of(first, second)) {
            mirror.answer((exchange, file) -> exchange.sendResponseHeaders(200, file.length));
        }
        Problems.of(this::load, "data.download.failed", "Mini");
    }

    @Test
    void aMirrorThatStallsIsGivenUp() throws Exception {
        first.answer(first.stallingAfter(HALF));
        assertThat(datasets(Hashed.PACKED, SHORT)
                        .load("mini", Progress.NONE)
                        .train()
                        .count())
                .isEqualTo(200);
        assertThat(second.requests.getFirst()).startsWith(IMAGES + " bytes=");
    }

    @Test
    void aMirrorThatDoesNotAnswerIsGivenUp() throws Exception {
        first.answer(first.silent());
        assertThat(datasets(Hashed.PACKED, SHORT)
                        .load("mini", Progress.NONE)
                        .train()
                        .count())
                .isEqualTo(200);
        assertThat(second.requests).hasSize(4);
    }

    @Test
    void aSlowMirrorIsWaitedFor() throws Exception {
        // It sends the next piece only when progress has been reported once more, so progress must not depend on
        // arrivals.
        Semaphore reported = new Semaphore(0);
        first.answer((exchange, file) -> {
            exchange.sendResponseHeaders(200, file.length);
            for (int at = 0; at < file.length; at += 16_384) {
                reported.acquire();
                exchange.getResponseBody().write(file, at, Math.min(16_384, file.length - at));
                exchange.getResponseBody().flush();
            }
        });
        Dataset dataset = datasets(Hashed.PACKED, LONG).load("mini", (fraction, what) -> reported.release());
        assertThat(dataset.train().count()).isEqualTo(200);
        assertThat(second.requests).isEmpty();
    }

    @Test
    void aStalledDownloadCanBeCancelledAndKeepsWhatItHas() throws Exception {
        first.answer(first.stallingAfter(HALF));
        Path part = cache.resolve("mini").resolve(IMAGES + ".part");
        assertThatThrownBy(() -> datasets(Hashed.PACKED, LONG).load("mini", (fraction, what) -> {
                    if (first.hasStalled() && HttpFetch.size(part) == HALF) {
                        throw new CancellationException();
                    }
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(kept()).containsExactly(IMAGES + ".part");
        first.answer(Mirror.GOOD);
        assertLoads();
        assertThat(first.requests.get(1)).isEqualTo(IMAGES + " bytes=" + HALF + "-");
    }

    @Test
    void aDownloadThatGetsNoAnswerCanBeCancelled() {
        first.answer(first.silent());
        assertThatThrownBy(() -> datasets(Hashed.PACKED, LONG).load("mini", (fraction, what) -> {
                    if (first.hasStalled()) {
                        throw new CancellationException();
                    }
                }))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void offlineThereIsAnotherWay() throws Exception {
        Problem problem = Problems.of(() -> offline().load("mini", Progress.NONE), "data.download.offline", "Mini");
        assertThat(new Messages(Locale.ENGLISH).text(problem.sentence())).contains("open a folder instead");
    }

    @Test
    void anUnknownHostMeansOfflineToo() {
        // RFC 6761 keeps this name from ever being one.
        Datasets datasets = new Datasets(
                progress -> null,
                List.of(mini(Hashed.PACKED, List.of(URI.create("http://mirror.invalid/")))),
                cache,
                LONG);
        Problems.of(() -> datasets.load("mini", Progress.NONE), "data.download.offline", "Mini");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDisk() throws Exception {
        Files.createDirectories(cache.resolve("mini"));
        Path part = Files.createSymbolicLink(cache.resolve("mini").resolve(IMAGES + ".part"), Path.of("/dev/full"));
        Problem problem = Problems.of(this::load, "data.download.disk", cache.resolve("mini"));
        assertThat(problem).hasRootCauseMessage("No space left on device");
        assertThat(second.requests).as("another mirror would not help").isEmpty();
        Files.delete(part);
    }

    @Test
    void aCacheThatCannotBeCreated() throws Exception {
        Files.writeString(cache, "a file is in the way");
        Problems.of(this::load, "data.download.disk", cache.resolve("mini"));
    }

    @ParameterizedTest
    @EnumSource
    void aDamagedFileInTheCacheIsFetchedAnew(Hashed hashed) throws Exception {
        datasets(hashed, LONG).load("mini", Progress.NONE);
        Path images = cache.resolve("mini").resolve(IMAGES);
        byte[] bytes = Files.readAllBytes(images);
        bytes[bytes.length / 2] ^= 1;
        Files.write(images, bytes);
        Files.write(cache.resolve("mini").resolve(TEST_LABELS + ".gz"), new byte[0]);

        Dataset dataset = datasets(hashed, LONG).load("mini", Progress.NONE);
        assertThat(dataset.train().pixels())
                .isEqualTo(Arrays.copyOfRange(UNPACKED.get(TRAIN_IMAGES), 16, 16 + 200 * 784));
        assertThat(first.requests.subList(4, first.requests.size()))
                .containsExactlyInAnyOrder(IMAGES, TEST_LABELS + ".gz");
    }

    @Test
    void anotherDatasetOfTheSameShapeIsNotTakenForThisOne() throws Exception {
        datasets(Hashed.UNPACKED, LONG).load("mini", Progress.NONE);
        byte[] other = IdxSamples.labels(200, 7);
        Files.write(cache.resolve("mini").resolve(TRAIN_LABELS + ".gz"), IdxSamples.gzip(other));
        assertThat(datasets(Hashed.UNPACKED, LONG)
                        .load("mini", Progress.NONE)
                        .train()
                        .label(8))
                .isEqualTo(8);
    }

    @Test
    void aFilePackedAnewIsAsGoodWhereTheSumIsOfItsContent() throws Exception {
        Files.createDirectories(cache.resolve("mini"));
        for (Map.Entry<String, byte[]> file : UNPACKED.entrySet()) {
            Files.write(cache.resolve("mini").resolve(file.getKey() + ".gz"), file.getValue());
        }
        assertThat(datasets(Hashed.UNPACKED, LONG)
                        .load("mini", Progress.NONE)
                        .train()
                        .count())
                .isEqualTo(200);
        assertThat(first.requests).isEmpty();
        assertLoads();
        assertThat(first.requests).as("where it is of the file itself").hasSize(4);
    }

    @Test
    void everyPublicDatasetHasTwoMirrorsAndFourChecksums() {
        assertThat(Datasets.words()).containsExactly("digits", "mnist", "fashion", "kmnist");
        assertThat(PublicDataset.ALL).hasSize(3).allSatisfy(dataset -> {
            assertThat(dataset.classNames()).hasSize(10).doesNotHaveDuplicates();
            assertThat(dataset.mirrors())
                    .hasSizeGreaterThanOrEqualTo(2)
                    .allSatisfy(mirror -> assertThat(mirror.toString()).endsWith("/"));
            assertThat(dataset.mirrors().stream().map(URI::getHost)).doesNotHaveDuplicates();
            assertThat(dataset.files()).hasSize(4);
            assertThat(dataset.files().stream().map(RemoteFile::sha256))
                    .doesNotHaveDuplicates()
                    .allSatisfy(sum -> assertThat(sum).matches("[0-9a-f]{64}"));
        });
    }

    private void assertLoads() throws Problem {
        Dataset dataset = load();
        assertThat(dataset.train().pixels())
                .isEqualTo(Arrays.copyOfRange(UNPACKED.get(TRAIN_IMAGES), 16, 16 + 200 * 784));
        assertThat(dataset.test().label(19)).isEqualTo(9);
    }

    private Dataset load() throws Problem {
        return datasets(Hashed.PACKED, LONG).load("mini", Progress.NONE);
    }

    private Datasets datasets(Hashed hashed, Duration patience) {
        return new Datasets(
                progress -> null, List.of(mini(hashed, List.of(first.address(), second.address()))), cache, patience);
    }

    /** Nobody listens where the mirrors should be. */
    private Datasets offline() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        URI nobody = URI.create("http://localhost:" + port + "/");
        return new Datasets(progress -> null, List.of(mini(Hashed.PACKED, List.of(nobody, nobody))), cache, LONG);
    }

    private static PublicDataset mini(Hashed hashed, List<URI> mirrors) {
        List<RemoteFile> files = Stream.of(TRAIN_IMAGES, TRAIN_LABELS, TEST_IMAGES, TEST_LABELS)
                .map(name -> {
                    byte[] packed = packed().get(name + ".gz");
                    byte[] hashedBytes = hashed == Hashed.PACKED ? packed : UNPACKED.get(name);
                    String sum =
                            HexFormat.of().formatHex(RemoteFile.sha256Digest().digest(hashedBytes));
                    IdxContent content = name.contains("images") ? IdxContent.IMAGES : IdxContent.LABELS;
                    return new RemoteFile(name + ".gz", content, packed.length, hashed, sum);
                })
                .toList();
        List<String> names = List.of("null", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");
        return new PublicDataset("mini", "Mini", names, mirrors, files);
    }

    private static Map<String, byte[]> packed() {
        return UNPACKED.entrySet().stream()
                .collect(Collectors.toMap(file -> file.getKey() + ".gz", file -> IdxSamples.gzip(file.getValue())));
    }

    private void leavePart(byte[] bytes) throws IOException {
        Files.createDirectories(cache.resolve("mini"));
        Files.write(cache.resolve("mini").resolve(IMAGES + ".part"), bytes);
    }

    private List<String> kept() throws IOException {
        try (Stream<Path> files = Files.list(cache.resolve("mini"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
