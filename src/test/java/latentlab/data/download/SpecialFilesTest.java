package latentlab.data.download;

import static latentlab.data.idx.IdxSamples.TEST_IMAGES;
import static latentlab.data.idx.IdxSamples.TRAIN_IMAGES;
import static latentlab.data.idx.IdxSamples.TRAIN_LABELS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import latentlab.data.Account;
import latentlab.data.Dataset;
import latentlab.data.Datasets;
import latentlab.data.Problems;
import latentlab.data.SpecialFiles;
import latentlab.data.download.RemoteFile.Hashed;
import latentlab.data.idx.IdxSamples;
import latentlab.data.pictures.FolderOfImages;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is no ordinary file is refused without being opened, and nothing is read only because it is there. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no pipes and devices in folders")
@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SpecialFilesTest extends TwoMirrors {
    private static final long THREE_GIGABYTES = 3L << 30;

    private Problem problem(String key, Path file) {
        return Problems.of(() -> new Datasets().load(folder.toString(), Progress.NONE), key, file.toString());
    }

    private void writeImages() throws Exception {
        for (String name : new String[] {"a", "b", "d", "e"}) {
            Path file = folder.resolve("class").resolve(name + ".png");
            Files.createDirectories(file.getParent());
            ImageIO.write(FolderOfImages.grey(28, 28, 7), "png", file.toFile());
        }
    }

    @Test
    void aPipeAmongImages() throws Exception {
        writeImages();
        Problem problem = problem("data.notAFile", SpecialFiles.pipe(folder.resolve("class/c.png")));
        assertThat(new Messages(Locale.ENGLISH).text(problem.sentence())).contains("a pipe");
    }

    @Test
    void aDeviceBehindALinkAmongImages() throws Exception {
        writeImages();
        problem("data.notAFile", SpecialFiles.endless(folder.resolve("class/c.png")));
    }

    @Test
    void aLinkToAnImageIsAsGoodAsTheImageButCountsOnce() throws Exception {
        writeImages();
        Path outside = Files.move(folder.resolve("class/e.png"), folder.resolveSibling(folder.getFileName() + ".png"));
        try {
            Files.createSymbolicLink(folder.resolve("class/e.png"), outside);
            Files.createSymbolicLink(folder.resolve("class/f.png"), outside);
            Files.createSymbolicLink(folder.resolve("class/c.png"), folder.resolve("class/a.png"));
            assertLoads(4, Sentence.of("data.left.linkedImage"), "class/c.png", "class/f.png");
        } finally {
            Files.delete(outside);
        }
    }

    @Test
    void aLinkThatLeadsNowhereIsLeftOut() throws Exception {
        writeImages();
        Files.createSymbolicLink(folder.resolve("class/c.png"), folder.resolve("nowhere"));
        assertLoads(4, Sentence.of("data.left.dangling"), "class/c.png");
    }

    private void assertLoads(int images, Sentence reason, String... leftOut) throws Exception {
        Dataset dataset = new Datasets().load(folder.toString(), Progress.NONE);
        assertThat(dataset.train().count() + dataset.test().count()).isEqualTo(images);
        assertThat(dataset.account().leftOut()).containsExactly(new Account.LeftOut(reason, List.of(leftOut)));
    }

    @ParameterizedTest
    @ValueSource(strings = {TRAIN_IMAGES, TRAIN_LABELS, TEST_IMAGES})
    void aPipeUnderTheNameOfAnIdxFile(String name) throws Exception {
        IdxSamples.writeFour(folder);
        Files.delete(folder.resolve(name));
        problem("data.notAFile", SpecialFiles.pipe(folder.resolve(name)));
    }

    @Test
    void aDeviceUnderTheNameOfAnIdxFile() throws Exception {
        IdxSamples.writeFour(folder);
        Files.delete(folder.resolve(TRAIN_IMAGES));
        problem("data.notAFile", SpecialFiles.endless(folder.resolve(TRAIN_IMAGES + ".gz")));
    }

    @Test
    void threeGigabytesUnderTheNameOfAnIdxFile() throws Exception {
        IdxSamples.writeFour(folder);
        byte[] images = IdxSamples.images(30, 28, 28);
        problem("data.idx.oversized", SpecialFiles.sparse(folder.resolve(TRAIN_IMAGES), images, THREE_GIGABYTES));
    }

    @Test
    void threeGigabytesThatClaimToBeAnImage() throws Exception {
        writeImages();
        Path file = folder.resolve("class/c.png");
        problem("data.images.broken", SpecialFiles.sparse(file, SpecialFiles.pngHeader(28, 28), THREE_GIGABYTES));
    }

    /** Java's reader calls itself once for each. */
    @Test
    void aGzipFileOfAHundredThousandEmptyParts() throws Exception {
        IdxSamples.writeFour(folder);
        byte[] empty = IdxSamples.gzip(new byte[0]);
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        for (int i = 0; i < 100_000; i++) {
            many.write(empty);
        }
        Files.write(folder.resolve(TRAIN_IMAGES), many.toByteArray());
        problem("data.idx.gzip", folder.resolve(TRAIN_IMAGES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".part"})
    void aPipeInTheCacheIsNotWaitedFor(String ending) throws Exception {
        SpecialFiles.pipe(cache.resolve("mini").resolve(IMAGES + ending));
        if (ending.isEmpty()) {
            assertLoads();
        } else {
            Problems.of(this::load, "data.download.disk", cache.resolve("mini"));
        }
    }

    @Test
    void threeGigabytesInTheCacheAreNotEvenHashed() throws Exception {
        Path file = cache.resolve("mini").resolve(IMAGES);
        SpecialFiles.sparse(file, UNPACKED.get(TRAIN_IMAGES), THREE_GIGABYTES);
        datasets(Hashed.PACKED, LONG).load("mini", Progress.NONE);
        SpecialFiles.sparse(file, UNPACKED.get(TRAIN_IMAGES), THREE_GIGABYTES);
        datasets(Hashed.UNPACKED, LONG).load("mini", Progress.NONE);
        assertThat(first.requests.stream().filter(IMAGES::equals)).hasSize(2);
    }
}
