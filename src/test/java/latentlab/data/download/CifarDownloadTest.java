package latentlab.data.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import latentlab.data.Cancelled;
import latentlab.data.Dataset;
import latentlab.data.Datasets;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.data.Problems;
import latentlab.data.cifar.CifarSamples;
import latentlab.data.download.RemoteFile.Hashed;
import latentlab.data.idx.IdxSamples;
import latentlab.text.Problem;
import latentlab.text.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** CIFAR-10 as it is published, but smaller and from a server on the loopback interface. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class CifarDownloadTest {
    private static final String BATCH_2 = CifarSamples.FOLDER + "data_batch_2.bin";
    private static final int HALF = 20_000;

    @TempDir
    Path cache;

    private final byte[] archive = CifarSamples.archive(CifarSamples.files());
    private Mirror mirror;

    @BeforeEach
    void startMirror() throws IOException {
        mirror = new Mirror(Map.of(CifarSamples.NAME, archive), Mirror.GOOD);
    }

    @AfterEach
    void stopMirror() {
        mirror.close();
    }

    private static PublicDataset<?> published() {
        return PublicDataset.ALL.stream()
                .filter(dataset -> dataset.origin().equals("cifar10"))
                .findFirst()
                .orElseThrow();
    }

    private static <T> PublicDataset<T> small(
            Mirror mirror, PublicDataset<T> published, Hashed hashed, byte[] packed, byte[] unpacked) {
        byte[] sum = RemoteFile.sha256Digest().digest(hashed == Hashed.PACKED ? packed : unpacked);
        List<RemoteFile<T>> files = published.files().stream()
                .map(file -> new RemoteFile<>(
                        file.name(),
                        file.content(),
                        packed.length,
                        hashed,
                        HexFormat.of().formatHex(sum)))
                .toList();
        return mirror.of(published, files);
    }

    private Dataset load(Hashed hashed, byte[] packed, byte[] unpacked, Progress progress) throws Problem {
        PublicDataset<?> small = small(mirror, published(), hashed, packed, unpacked);
        return new Datasets(_ -> null, List.of(small), cache, Duration.ofHours(1)).load("cifar10", progress);
    }

    private Dataset load(Progress progress) throws Problem {
        return load(Hashed.PACKED, archive, null, progress);
    }

    private void assertLoads() throws Problem {
        ImageSet train = load(Progress.NONE).train();
        assertThat(train.pixels()).isEqualTo(CifarSamples.trainPixels());
        assertThat(train.labels()).startsWith(1, 0, 8, 2, 0, 7).hasSize(15);
    }

    private List<String> kept() throws IOException {
        try (Stream<Path> files = Files.list(cache.resolve("cifar10"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private Path file(String ending) throws IOException {
        return Files.createDirectories(cache.resolve("cifar10")).resolve(CifarSamples.NAME + ending);
    }

    @Test
    void colourImagesAndLabelsOfItsSixFilesWhateverTheirOrder() throws Exception {
        List<Double> reports = new ArrayList<>();
        Dataset dataset = load((fraction, _) -> reports.add(fraction));
        assertThat(dataset.shape()).isEqualTo(ImageShape.colour(32, 32));
        assertThat(dataset.train().pixels()).isEqualTo(CifarSamples.trainPixels());
        assertThat(dataset.train().labels()).containsExactly(1, 0, 8, 2, 0, 7, 3, 0, 6, 4, 0, 5, 5, 0, 4);
        assertThat(dataset.test().labels()).containsExactly(9, 5);
        assertThat(dataset.classNames()).startsWith("airplane", "automobile").endsWith("ship", "truck");
        assertThat(dataset.name().values()).containsExactly("CIFAR-10");
        assertThat(dataset.origin()).isEqualTo("cifar10");
        assertThat(reports).isSorted().last().isEqualTo(1.0);
        assertThat(kept()).containsExactly(CifarSamples.NAME);
        assertThat(file("")).hasBinaryContent(archive);
    }

    @Test
    void theSecondTimeNothingIsAskedOfTheNetwork() throws Exception {
        assertLoads();
        mirror.close();
        assertLoads();
        assertThat(mirror.requests).containsExactly(CifarSamples.NAME);
    }

    @Test
    void aWrongSumIsNotKept() throws Exception {
        mirror.answer(Mirror.WRONG_BYTES);
        Problems.of(() -> load(Progress.NONE), "data.download.failed", "CIFAR-10");
        assertThat(kept()).isEmpty();
    }

    @Test
    void aTransferCutShortIsTakenUp() throws Exception {
        mirror.answer(mirror.brokenOnceAfter(HALF, Mirror.GOOD));
        assertLoads();
        assertThat(mirror.requests.get(1)).startsWith(CifarSamples.NAME + " bytes=");
    }

    @Test
    void whatIsThereOfLastTimeIsGoneOnWith() throws Exception {
        Files.write(file(".part"), Arrays.copyOf(archive, HALF));
        assertLoads();
        assertThat(mirror.requests).containsExactly(CifarSamples.NAME + " bytes=" + HALF + "-");
    }

    @ParameterizedTest
    @EnumSource
    void aFileCutShortInTheCacheIsFetchedAnew(Hashed hashed) throws Exception {
        Files.write(file(""), Arrays.copyOf(archive, archive.length - 1));
        Dataset dataset = load(hashed, archive, CifarSamples.tar(CifarSamples.files()), Progress.NONE);
        assertThat(dataset.train().pixels()).isEqualTo(CifarSamples.trainPixels());
        assertThat(mirror.requests).containsExactly(CifarSamples.NAME);
    }

    @Test
    void aStalledDownloadCanBeCancelledAndKeepsWhatItHas() throws Exception {
        mirror.answer(mirror.stallingAfter(HALF));
        Path part = file(".part");
        assertThatThrownBy(() -> load((_, _) -> {
                    if (mirror.hasStalled() && HttpFetch.size(part) == HALF) {
                        throw new CancellationException();
                    }
                }))
                .isInstanceOf(CancellationException.class);
        mirror.answer(Mirror.GOOD);
        assertLoads();
        assertThat(mirror.requests).containsExactly(CifarSamples.NAME, CifarSamples.NAME + " bytes=" + HALF + "-");
    }

    @Test
    void readingTheCacheCanBeCancelledAtAnyAccess() throws Exception {
        Files.write(file(""), archive);
        RemoteFile<?> file =
                small(mirror, published(), Hashed.PACKED, archive, null).files().getFirst();
        int[] accesses = {0};
        file.read(file(""), (_, _) -> accesses[0]++);
        assertThat(accesses[0]).as("for the sum, and for the images").isGreaterThanOrEqualTo(3);
        for (int end = 0; end < accesses[0]; end++) {
            Cancelled.at(end, progress -> file.read(file(""), progress));
        }
    }

    private static byte[] behind(byte[] first, byte[] tar) {
        byte[] both = Arrays.copyOf(first, first.length + tar.length);
        System.arraycopy(tar, 0, both, first.length, tar.length);
        return IdxSamples.gzip(both);
    }

    static Stream<byte[]> archivesWithoutAllOfIt() {
        Map<String, byte[]> fewer = CifarSamples.files();
        fewer.remove(BATCH_2);
        byte[] tar = CifarSamples.tar(CifarSamples.files());
        byte[] damaged = tar.clone();
        damaged[3 * 512 + 1] ^= 1;
        byte[] huge = tar.clone();
        System.arraycopy(CifarSamples.header(BATCH_2, 3073L << 20, '0'), 0, huge, 0, 512);
        int last = new String(tar, StandardCharsets.ISO_8859_1).indexOf(CifarSamples.FOLDER + "readme.html");
        byte[] lastDamaged = tar.clone();
        lastDamaged[last + 300] ^= 1;
        return Stream.of(
                CifarSamples.archive(fewer),
                behind(CifarSamples.header(BATCH_2, 0, '2'), CifarSamples.tar(fewer)),
                behind(Arrays.copyOf(CifarSamples.header("././@LongLink", 2 << 20, 'L'), 512 + (2 << 20)), tar),
                IdxSamples.gzip(lastDamaged),
                IdxSamples.gzip(Arrays.copyOf(tar, last + 100)),
                IdxSamples.gzip(Arrays.copyOf(tar, tar.length - 100)),
                IdxSamples.gzip(Arrays.copyOf(tar, 9_000)),
                IdxSamples.gzip(Arrays.copyOf(tar, 2 * 512 + 100)),
                IdxSamples.gzip(damaged),
                IdxSamples.gzip(huge),
                IdxSamples.gzip(Arrays.copyOf(tar, tar.length + (2 << 20))),
                IdxSamples.gzip(new byte[0]),
                IdxSamples.gzip(new byte[512]),
                tar,
                new byte[0]);
    }

    /** Their sums are right, so that it is the reader that has to notice. */
    @ParameterizedTest
    @MethodSource("archivesWithoutAllOfIt")
    void archivesWithoutAllOfItAreSaidToBe(byte[] packed) throws Exception {
        Files.write(file(""), packed);
        Problems.of(
                () -> load(Hashed.PACKED, packed, null, Progress.NONE), "data.cifar.archive", file(""), "test_batch");
        assertThat(mirror.requests).as("another would be no better").isEmpty();
    }

    @Test
    void anEntryIsReadAsItsFileWouldBe() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>(CifarSamples.files());
        files.put(BATCH_2, CifarSamples.records(2, 1, 10));
        assertProblem(files, "data.cifar.label");
        files.put(BATCH_2, Arrays.copyOf(CifarSamples.records(2, 1), 3072));
        assertProblem(files, "data.cifar.format");
        files.put(BATCH_2, new byte[0]);
        assertProblem(files, "data.cifar.format");
    }

    private void assertProblem(Map<String, byte[]> files, String key) throws IOException {
        byte[] packed = CifarSamples.archive(files);
        Files.write(file(""), packed);
        Problems.of(() -> load(Hashed.PACKED, packed, null, Progress.NONE), key, file("") + "/" + BATCH_2);
    }

    @Test
    void anArchiveWithoutTheBlocksThatEndItIsWhole() throws Exception {
        byte[] tar = CifarSamples.tar(CifarSamples.files());
        int end = tar.length;
        while (tar[end - 1] == 0) {
            end--;
        }
        byte[] packed = IdxSamples.gzip(Arrays.copyOf(tar, (end + 511) / 512 * 512 + 512));
        Files.write(file(""), packed);
        assertThat(load(Hashed.PACKED, packed, null, Progress.NONE).train().count())
                .isEqualTo(15);
    }
}
