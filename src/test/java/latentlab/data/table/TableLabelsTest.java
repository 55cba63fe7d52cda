package latentlab.data.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import latentlab.data.Dataset;
import latentlab.data.Datasets;
import latentlab.data.Said;
import latentlab.text.Progress;
import latentlab.text.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What labels of a table are called as classes. */
class TableLabelsTest {
    private static final int PIXELS = 16;

    @TempDir
    Path folder;

    /** One image for each label, none like another. */
    private Dataset open(String... labels) throws Exception {
        String names = IntStream.range(0, PIXELS).mapToObj(i -> ",pixel" + i).collect(Collectors.joining());
        String rows = IntStream.range(0, labels.length)
                .mapToObj(row -> labels[row] + "," + row + String.join("", Collections.nCopies(PIXELS - 1, ",255")))
                .collect(Collectors.joining("\n"));
        Path file = Files.writeString(folder.resolve("a.csv"), "label" + names + "\n" + rows + "\n");
        return new Datasets().load(file.toString(), Progress.NONE);
    }

    @Test
    void wholeNumbersWithAnExponentAreTheNumbers() throws Exception {
        String nothing = ".000000000000000000e+00";
        Dataset dataset = open("0" + nothing, "1" + nothing, "2" + nothing, "1.0E+01", "0" + nothing, "2" + nothing);
        assertThat(dataset.classNames()).containsExactly("0", "1", "2", "10");
        assertThat(open("1.5e+00", "1.0e+00", "1.5e+00", "1.0e+00", "1.5e+00", "1.0e+00")
                        .classNames())
                .containsExactly("1.0e+00", "1.5e+00");
    }

    @Test
    void labelsThatLookEqualAreOneClass() throws Exception {
        Dataset dataset = open("\u00e9", "z", "e\u0301", "z", "\u00e9", "e\u0301", "a b", "a\u00a0b");
        assertThat(dataset.classNames()).containsExactly("a b", "z", "\u00e9");
        assertThat(Said.changed(dataset)).containsExactly("data.changed.merged", "data.changed.merged");
        assertThat(dataset.account().changed())
                .containsExactly(
                        Sentence.of("data.changed.merged", "a b", 2), Sentence.of("data.changed.merged", "\u00e9", 2));
    }
}
