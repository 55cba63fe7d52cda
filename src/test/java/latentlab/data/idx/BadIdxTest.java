package latentlab.data.idx;

import static latentlab.data.idx.IdxSamples.TEST_IMAGES;
import static latentlab.data.idx.IdxSamples.TRAIN_IMAGES;
import static latentlab.data.idx.IdxSamples.TRAIN_LABELS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import latentlab.data.Dataset;
import latentlab.data.Datasets;
import latentlab.data.Problems;
import latentlab.text.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadIdxTest {
    @TempDir
    Path folder;

    private Path trainImages;
    private Path trainLabels;

    @BeforeEach
    void writeFiles() throws IOException {
        IdxSamples.writeFour(folder);
        trainImages = folder.resolve(TRAIN_IMAGES);
        trainLabels = folder.resolve(TRAIN_LABELS);
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 15, 16, 17, 16 + 30 * 28 * 28 - 1})
    void aTruncatedFile(int length) throws Exception {
        Files.write(trainImages, Arrays.copyOf(IdxSamples.images(30, 28, 28), length));
        problem("data.idx.truncated", trainImages);
    }

    @Test
    void aGzipOfATruncatedFile() throws Exception {
        Files.write(trainImages, IdxSamples.gzip(Arrays.copyOf(IdxSamples.images(30, 28, 28), 10_000)));
        problem("data.idx.truncated", trainImages);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8, 15, 10_000})
    void aTruncatedGzip(int length) throws Exception {
        Files.write(trainImages, Arrays.copyOf(IdxSamples.gzip(IdxSamples.images(30, 28, 28)), length));
        problem("data.idx.truncated", trainImages);
    }

    @Test
    void aBrokenGzip() throws Exception {
        byte[] bytes = IdxSamples.gzip(IdxSamples.labels(30, 10));
        bytes[bytes.length - 8] ^= 1; // its checksum
        Files.write(trainLabels, bytes);
        problem("data.idx.gzip", trainLabels);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anOversizedFile(boolean gzip) throws Exception {
        byte[] images = IdxSamples.images(30, 28, 28);
        byte[] longer = Arrays.copyOf(images, images.length + 1);
        Files.write(trainImages, gzip ? IdxSamples.gzip(longer) : longer);
        problem("data.idx.oversized", trainImages);
    }

    @Test
    void labelsWhereImagesAreExpected() throws Exception {
        Files.copy(trainLabels, trainImages, StandardCopyOption.REPLACE_EXISTING);
        problem("data.idx.labelsForImages", trainImages);
    }

    @Test
    void imagesWhereLabelsAreExpected() throws Exception {
        Files.copy(trainImages, trainLabels, StandardCopyOption.REPLACE_EXISTING);
        problem("data.idx.imagesForLabels", trainLabels);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PK", "this is no IDX file at all"})
    void anotherKindOfFile(String content) throws Exception {
        Files.writeString(trainImages, content, StandardCharsets.US_ASCII);
        problem("data.idx.format", trainImages);
    }

    @Test
    void moreThanFourDimensions() throws Exception {
        Files.write(trainImages, IdxSamples.idx(8, new int[] {30, 28, 28, 3, 1}, new byte[30 * 28 * 28 * 3]));
        problem("data.idx.dimensions", trainImages);
        Files.write(trainImages, IdxSamples.idx(8, new int[] {30, 28, 28, 5}, new byte[30 * 28 * 28 * 5]));
        problem("data.array.dimensions", trainImages, "(30, 28, 28, 5)");
    }

    @Test
    void coloursThatMayLieInTwoOrders() throws Exception {
        Files.write(trainImages, IdxSamples.idx(8, new int[] {30, 3, 28, 3}, new byte[30 * 28 * 9]));
        problem("data.array.ambiguous", trainImages, "(30, 3, 28, 3)");
    }

    @ParameterizedTest
    @CsvSource({"9", "11", "12", "13", "14"})
    void numbersThatEndTooSoonWhateverTheirType(int type) throws Exception {
        Files.write(trainImages, IdxSamples.idx(type, new int[] {30, 28, 28}, new byte[30 * 28 * 28 - 1]));
        problem("data.idx.truncated", trainImages);
    }

    @Test
    void labelsThatAreNoWholeNumbers() throws Exception {
        byte[] labels = ByteBuffer.allocate(8 * 30).putDouble(8 * 3, 1.5).array();
        Files.write(trainLabels, IdxSamples.idx(14, new int[] {30}, labels));
        problem("data.labels.fractions", trainLabels, "1.5");
        Files.write(trainLabels, IdxSamples.idx(14, new int[] {10, 3}, labels));
        problem("data.labels.shape", trainLabels, "(10, 3)");
    }

    @Test
    void severalDatasetsEachInAFolder() throws Exception {
        for (String name : List.of("FashionMNIST/raw", "KMNIST/raw", "mine")) {
            Path place = Files.createDirectories(folder.resolve("root").resolve(name));
            IdxSamples.writeFour(place);
        }
        Path root = folder.resolve("root");
        Problems.of(() -> open(root), "data.idx.folders", root, Path.of("FashionMNIST", "raw"), "mine");
    }

    @Test
    void noImages() throws Exception {
        Files.write(trainImages, IdxSamples.idx(8, new int[] {0, 28, 28}, new byte[0]));
        problem("data.idx.none", trainImages);
    }

    @ParameterizedTest
    @CsvSource({"0, 28", "28, 0", "513, 28", "28, 513", "-1, 28", "2147483647, 2147483647"})
    void imagesOfAnAbsurdSize(int height, int width) throws Exception {
        Files.write(trainImages, IdxSamples.idx(8, new int[] {30, height, width}, new byte[100]));
        problem("data.idx.side", trainImages);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MAX_VALUE, Integer.MIN_VALUE, -1})
    void moreImagesThanAFileOfThatLengthCanHold(int count) throws Exception {
        byte[] header = IdxSamples.idx(8, new int[] {count, 512, 512}, new byte[0]);
        Files.write(trainImages, header);
        problem("data.idx.truncated", trainImages);
        Files.write(trainImages, IdxSamples.gzip(Arrays.copyOf(header, 100_000)));
        problem("data.idx.truncated", trainImages);
    }

    @Test
    void moreImagesThanThereIsMemoryFor() throws Exception {
        Files.write(trainImages, IdxSamples.idx(8, new int[] {8192, 512, 512}, new byte[0]));
        try (RandomAccessFile file = new RandomAccessFile(trainImages.toFile(), "rw")) {
            file.setLength(16 + 8192L * 512 * 512);
        }
        problem("data.large", trainImages, "2,048");
    }

    @Test
    void moreLabelsThanImages() throws Exception {
        Files.write(trainLabels, IdxSamples.labels(31, 10));
        problem("data.idx.counts", trainImages, trainLabels, 30, 31);
    }

    @Test
    void trainingAndTestImagesOfDifferentSizes() throws Exception {
        Path testImages = folder.resolve(TEST_IMAGES);
        Files.write(testImages, IdxSamples.images(12, 28, 32));
        problem("data.idx.size", trainImages, testImages, "28 × 28", "32 × 28");
    }

    @Test
    void noTrainingImages() throws Exception {
        Files.delete(trainImages);
        problem("data.idx.noTrain", folder);
    }

    @Test
    void tooFewImagesToTrainOn() throws Exception {
        Files.write(trainImages, IdxSamples.images(1, 28, 28));
        Files.write(trainLabels, IdxSamples.labels(1, 1));
        problem("data.few", folder, 1, 2);
        Files.delete(folder.resolve(TEST_IMAGES));
        Files.write(trainImages, IdxSamples.images(2, 28, 28));
        Files.delete(trainLabels);
        problem("data.few", folder, 2, 3);
    }

    @Test
    void aFolderWithAFilesName() throws Exception {
        Files.delete(trainImages);
        Files.createDirectory(trainImages);
        problem("data.notAFile", trainImages);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFileThatMayNotBeRead() throws Exception {
        Files.setPosixFilePermissions(trainLabels, Set.of());
        assumeFalse(Files.isReadable(trainLabels), "root may read everything");
        problem("data.unreadable", trainLabels);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mnits", "no/such/folder", "", " ", "a\0b"})
    void neitherAWordNorAPath(String origin) {
        Datasets datasets = new Datasets();
        Problems.of(() -> datasets.load(origin, Progress.NONE), "data.unknown", origin, "digits", "kmnist");
    }

    @Test
    void anEmptyFolder() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Problems.of(() -> open(empty), "data.empty", empty);
    }

    @Test
    void aSingleFileOfAnotherKind() throws Exception {
        Path file = Files.writeString(folder.resolve("notes.txt"), "hello");
        Problems.of(() -> open(file), "data.file", file);
    }

    @Test
    void theWordDigitsMeansTheBuiltInOnes() throws Exception {
        Dataset digits = open(folder);
        Dataset loaded = new Datasets(progress -> digits).load("digits", Progress.NONE);
        assertThat(loaded.train()).isSameAs(digits.train());
        assertThat(loaded.test()).isSameAs(digits.test());
    }

    private void problem(String key, Object... mentioned) {
        Problems.of(() -> open(folder), key, mentioned);
    }

    private static Dataset open(Path path) throws Exception {
        return new Datasets().load(path.toString(), Progress.NONE);
    }
}
