package latentlab.data.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import latentlab.data.Dataset;
import latentlab.data.Datasets;
import latentlab.data.ImageSet;
import latentlab.data.Said;
import latentlab.text.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables whose columns of pixels are not in the order of the pixels. */
class ShuffledColumnsTest {
    private static final int PIXELS = 16;
    private static final List<Integer> PLAIN =
            IntStream.range(0, PIXELS).boxed().toList();
    /** As texts are sorted: 0, 1, 10, 11, …, 2, 3, … */
    private static final List<Integer> AS_TEXTS = PLAIN.stream()
            .sorted((a, b) -> Integer.toString(a).compareTo(Integer.toString(b)))
            .toList();

    @TempDir
    Path folder;

    private static String joined(List<Integer> order, IntFunction<Object> field) {
        return order.stream().map(i -> field.apply(i).toString()).collect(Collectors.joining(","));
    }

    /** Six rows, where a pixel is ten times its place, and the row more. */
    private Path write(String file, List<Integer> order, boolean labelLast, IntFunction<Object> name) throws Exception {
        String text = row("label", joined(order, name), labelLast);
        for (int i = 0; i < 6; i++) {
            int row = i;
            text += row(Integer.toString(row % 2), joined(order, pixel -> 10 * pixel + row), labelLast);
        }
        return Files.writeString(folder.resolve(file), text);
    }

    private static String row(String label, String pixels, boolean labelLast) {
        return (labelLast ? pixels + "," + label : label + "," + pixels) + "\n";
    }

    private static Dataset open(Path path) throws Exception {
        return new Datasets().load(path.toString(), Progress.NONE);
    }

    private static void assertInOrder(ImageSet images) {
        for (int i = 0; i < PIXELS; i++) {
            assertThat(images.pixels()[i] & 0xFF).as("pixel %d", i).isEqualTo(10 * i);
        }
    }

    @Test
    void numbersInNamesSayWhichPixelIsWhich() throws Exception {
        for (List<Integer> order : List.of(AS_TEXTS, PLAIN.reversed())) {
            Dataset dataset = open(write("train.csv", order, false, i -> "pixel" + i));
            assertThat(dataset.train().label(1)).isEqualTo(1);
            assertInOrder(dataset.train());
            assertThat(Said.changed(dataset)).contains("data.table.shuffled");
        }
    }

    @Test
    void eachOfTwoFilesHasAnOrderOfItsOwn() throws Exception {
        write("train.csv", PLAIN, false, i -> "px_" + (i + 1));
        write("test.csv", AS_TEXTS, true, i -> "px_" + (i + 1));
        Dataset dataset = open(folder);
        assertInOrder(dataset.train());
        assertInOrder(dataset.test());
        assertThat(dataset.test().labels()).containsExactly(0, 1, 0, 1, 0, 1);
    }

    @Test
    void otherNamesSayNothingOfOrder() throws Exception {
        assertThat(Said.changed(open(write("train.csv", PLAIN, false, i -> (i % 2 == 0 ? "a" : "b") + (99 - i)))))
                .doesNotContain("data.table.shuffled");
        assertThat(Said.changed(open(write("train.csv", PLAIN, false, i -> "p" + i))))
                .doesNotContain("data.table.shuffled");
        assertThat(Said.changed(open(write("train.csv", PLAIN, false, i -> "p" + i / 2))))
                .doesNotContain("data.table.shuffled");
    }
}
