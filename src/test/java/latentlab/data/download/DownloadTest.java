package latentlab.data.download;

import static latentlab.data.idx.IdxSamples.TEST_LABELS;
import static latentlab.data.idx.IdxSamples.TRAIN_IMAGES;
import static latentlab.data.idx.IdxSamples.TRAIN_LABELS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import latentlab.data.Dataset;
import latentlab.data.Datasets;
import latentlab.data.ImageSet;
import latentlab.data.Problems;
import latentlab.data.download.RemoteFile.Hashed;
import latentlab.data.idx.IdxSamples;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is fetched and kept, and what is done without a network or room on the disk. */
class DownloadTest extends TwoMirrors {
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
    void everyPublicDatasetHasMirrorsAndAChecksumForEachFile() {
        assertThat(new Datasets().words()).containsExactly("digits", "shapes", "mnist", "fashion", "kmnist", "cifar10");
        assertThat(PublicDataset.ALL).hasSize(4).allSatisfy(dataset -> {
            boolean cifar = dataset.origin().startsWith("cifar");
            assertThat(dataset.classNames()).hasSize(10).doesNotHaveDuplicates();
            assertThat(dataset.mirrors())
                    .as(dataset.brand())
                    .hasSizeGreaterThanOrEqualTo(cifar ? 1 : 2)
                    .allSatisfy(mirror -> assertThat(mirror.toString()).endsWith("/"));
            assertThat(dataset.mirrors().stream().map(URI::getHost)).doesNotHaveDuplicates();
            assertThat(dataset.files()).hasSize(cifar ? 1 : 4);
            assertThat(dataset.files().stream().map(RemoteFile::sha256))
                    .doesNotHaveDuplicates()
                    .allSatisfy(sum -> assertThat(sum).matches("[0-9a-f]{64}"));
        });
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

    private void leavePart(byte[] bytes) throws IOException {
        Files.createDirectories(cache.resolve("mini"));
        Files.write(cache.resolve("mini").resolve(IMAGES + ".part"), bytes);
    }
}
