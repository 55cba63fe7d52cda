package latentlab.data.npy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import latentlab.data.Cancelled;
import latentlab.data.Dataset;
import latentlab.data.Datasets;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.text.Progress;
import latentlab.text.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NpzWriterTest {
    @TempDir
    Path folder;

    private static Dataset dataset(int channels, int classes) {
        ImageShape shape = new ImageShape(channels, 6, 5);
        return new Dataset(
                Sentence.of("data.name", "mine"),
                "mine",
                images(2 * Math.max(5, classes), shape, classes),
                images(7, shape, classes),
                List.of());
    }

    private static ImageSet images(int count, ImageShape shape, int classes) {
        byte[] pixels = new byte[count * shape.size()];
        new SplittableRandom(count).nextBytes(pixels);
        int[] labels = classes == 0
                ? null
                : IntStream.range(0, count).map(i -> i % classes).toArray();
        return new ImageSet(count, shape, pixels, labels);
    }

    private static byte[] written(Dataset dataset) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        NpzWriter.write(out, dataset, Progress.NONE);
        return out.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "1, 10", "3, 0", "3, 2", "1, 256", "1, 257"})
    void isReadAsTheSameDataset(int channels, int classes) throws Exception {
        Dataset dataset = dataset(channels, classes);
        Path file = Files.write(folder.resolve("a.npz"), written(dataset));
        Dataset read = new Datasets().load(file.toString(), Progress.NONE);
        assertThat(read.train()).usingRecursiveComparison().isEqualTo(dataset.train());
        assertThat(read.test()).usingRecursiveComparison().isEqualTo(dataset.test());
        assertThat(read.identity().hash()).isEqualTo(dataset.identity().hash());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1;0;x_train (10, 6, 5) |u1, x_test (7, 6, 5) |u1",
                "3;2;x_train (10, 6, 5, 3) |u1, y_train (10,) |u1, x_test (7, 6, 5, 3) |u1, y_test (7,) |u1",
                "1;257;x_train (514, 6, 5) |u1, y_train (514,) <i4, x_test (7, 6, 5) |u1, y_test (7,) |u1"
            })
    void hasTheArraysThatKerasHas(int channels, int classes, String expected) throws Exception {
        List<String> arrays = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(written(dataset(channels, classes))))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] array = zip.readAllBytes();
                assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
                assertThat(entry.getTimeLocal()).as("the same at any time").isEqualTo("1980-01-01T00:00:00");
                String header = new String(array, 10, array[8] & 0xFF, StandardCharsets.US_ASCII);
                assertThat((header.length() + 10) % 64)
                        .as("aligned as by NumPy")
                        .isZero();
                assertThat(header).endsWith("\n").contains("'fortran_order': False");
                arrays.add(entry.getName().replace(".npy", "") + " "
                        + header.replaceAll(".*'descr': '(.*?)'.*'shape': (\\(.*?\\)).*\\s*", "$2 $1"));
            }
        }
        assertThat(String.join(", ", arrays)).isEqualTo(expected);
    }

    @Test
    void sameBytesForTheSameDataset() throws Exception {
        assertThat(written(dataset(3, 3))).isEqualTo(written(dataset(3, 3)));
    }

    @Test
    void progressRisesAndCanBeCancelledAnywhere() throws Exception {
        List<Double> reports = new ArrayList<>();
        NpzWriter.write(new ByteArrayOutputStream(), dataset(3, 3), (fraction, _) -> reports.add(fraction));
        assertThat(reports).isSorted().last().isEqualTo(1.0);
        for (int end = 0; end < reports.size(); end++) {
            Cancelled.at(end, progress -> NpzWriter.write(new ByteArrayOutputStream(), dataset(3, 3), progress));
        }
    }
}
