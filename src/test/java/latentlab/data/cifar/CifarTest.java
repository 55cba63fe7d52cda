package latentlab.data.cifar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import latentlab.data.Dataset;
import latentlab.data.Datasets;
import latentlab.data.ImageShape;
import latentlab.data.Problems;
import latentlab.data.Said;
import latentlab.text.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CifarTest {
    private static final int PIXELS = 3 * 32 * 32;

    @TempDir
    Path folder;

    private static Dataset open(Path path) throws Exception {
        return new Datasets().load(path.toString(), Progress.NONE);
    }

    /** Records with red of 1, green of 2 and blue of 3, all of them once more for each image before. */
    private static byte[] records(int labels, int... classes) {
        byte[] records = new byte[classes.length * (labels + PIXELS)];
        for (int i = 0; i < classes.length; i++) {
            int start = i * (labels + PIXELS);
            records[start + labels - 1] = (byte) classes[i];
            for (int pixel = 0; pixel < PIXELS; pixel++) {
                records[start + labels + pixel] = (byte) ((pixel / 1024 + 1) * (i + 1));
            }
        }
        return records;
    }

    private void writeTen(Path place) throws Exception {
        for (int batch = 1; batch <= 5; batch++) {
            Files.write(place.resolve("data_batch_" + batch + ".bin"), records(1, batch, 0, 9 - batch));
        }
        Files.write(place.resolve("test_batch.bin"), records(1, 9, 5));
        Files.write(
                place.resolve("batches.meta.txt"),
                Stream.concat(IntStream.range(0, 10).mapToObj(i -> "thing" + i), Stream.of(""))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cifar-10-batches-bin"})
    void tenClassesInFiveBatches(String below) throws Exception {
        Path place = Files.createDirectories(folder.resolve(below));
        writeTen(place);
        for (Path path : List.of(folder, place.resolve("data_batch_3.bin"), place.resolve("test_batch.bin"))) {
            Dataset dataset = open(path);
            assertThat(dataset.shape()).isEqualTo(ImageShape.colour(32, 32));
            assertThat(dataset.train().labels()).startsWith(1, 0, 8, 2, 0, 7).hasSize(15);
            assertThat(dataset.test().labels()).containsExactly(9, 5);
            assertThat(dataset.train().pixels()[PIXELS]).isEqualTo((byte) 2);
            assertThat(dataset.train().pixels()[PIXELS + 2048]).isEqualTo((byte) 6);
            assertThat(dataset.classNames()).startsWith("thing0", "thing1").hasSize(10);
            assertThat(Said.warnings(dataset)).isEmpty();
        }
    }

    @Test
    void aHundredClassesOfWhichTheFineOnesCount() throws Exception {
        Files.write(
                folder.resolve("train.bin"),
                records(2, IntStream.range(0, 100).map(i -> 99 - i).toArray()));
        Files.write(folder.resolve("test.bin"), records(2, 4, 99));
        Files.write(folder.resolve("coarse_label_names.txt"), List.of("a", "b"));
        Files.write(
                folder.resolve("fine_label_names.txt"),
                IntStream.range(0, 100).mapToObj(i -> "fine" + i).toList());
        Dataset dataset = open(folder);
        assertThat(dataset.train().labels()).startsWith(99, 98);
        assertThat(dataset.classNames()).hasSize(100).endsWith("fine99");
        Files.write(folder.resolve("train.bin"), new byte[5]);
        Problems.of(() -> open(folder), "data.empty", folder);
    }

    @Test
    void missingBatchesAreAWarning() throws Exception {
        writeTen(folder);
        Files.delete(folder.resolve("data_batch_4.bin"));
        Files.delete(folder.resolve("test_batch.bin"));
        Dataset dataset = open(folder);
        assertThat(dataset.train().count()).isEqualTo(10);
        assertThat(Said.warnings(dataset)).startsWith("data.cifar.missing");
        assertThat(Said.parts(dataset)).containsExactly("data.parts.heldOfClasses");
    }

    @Test
    void damagedFiles() throws Exception {
        writeTen(folder);
        Path batch = folder.resolve("data_batch_2.bin");
        byte[] records = records(1, 1, 2);
        Files.write(batch, Arrays.copyOf(records, records.length - 1));
        Problems.of(() -> open(folder), "data.cifar.format", batch, 3073);
        Files.write(batch, new byte[0]);
        Problems.of(() -> open(folder), "data.cifar.format", batch, 3073);
        Files.write(batch, records(1, 1, 10));
        Problems.of(() -> open(folder), "data.cifar.label", batch, 10);
        Files.delete(batch);
        Files.createDirectory(batch);
        Problems.of(() -> open(folder), "data.notAFile", batch);
    }

    @Test
    void theVersionForPythonIsNotRead() throws Exception {
        Path place = Files.createDirectories(folder.resolve("cifar-10-batches-py"));
        for (String name : List.of("batches.meta", "data_batch_1", "test_batch")) {
            Files.write(place.resolve(name), new byte[] {(byte) 0x80, 2});
        }
        Problems.of(() -> open(folder), "data.cifar.pickled", folder);
        Problems.of(() -> open(place), "data.cifar.pickled", place);
    }
}
