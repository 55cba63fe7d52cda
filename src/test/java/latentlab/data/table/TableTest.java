package latentlab.data.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import latentlab.data.Cancelled;
import latentlab.data.DataRequest;
import latentlab.data.Dataset;
import latentlab.data.Datasets;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.data.Said;
import latentlab.data.SpecialFiles;
import latentlab.data.idx.IdxSamples;
import latentlab.text.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {
    private static final int SIDE = 4;
    private static final int PIXELS = SIDE * SIDE;

    @TempDir
    Path folder;

    private static Dataset open(Path path) throws Exception {
        return new Datasets().load(path.toString(), Progress.NONE);
    }

    private Path write(String name, List<String> lines) throws Exception {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    private static String pixels(int row, String separator) {
        return IntStream.range(0, PIXELS)
                .mapToObj(i -> Integer.toString(value(row, i)))
                .collect(Collectors.joining(separator));
    }

    /** The first pixel is always 0, the last one 255. */
    private static int value(int row, int pixel) {
        return pixel == 0 ? 0 : pixel == PIXELS - 1 ? 255 : (37 * row + 11 * pixel) % 256;
    }

    private static String names(String separator) {
        return IntStream.range(0, PIXELS).mapToObj(i -> "pixel" + i).collect(Collectors.joining(separator));
    }

    private static List<String> kaggle(int rows) {
        List<String> lines = new ArrayList<>(List.of("label," + names(",")));
        for (int row = 0; row < rows; row++) {
            lines.add(row % 3 + "," + pixels(row, ","));
        }
        return lines;
    }

    /** Images 0, 1, … in their order, some of them for the test. */
    private static void assertImages(Dataset dataset, int rows) {
        assertThat(dataset.shape()).isEqualTo(ImageShape.grey(SIDE, SIDE));
        assertThat(dataset.train().count() + dataset.test().count()).isEqualTo(rows);
        assertThat(dataset.test().count()).isEqualTo((rows + 5) / 6);
        int trained = 0;
        for (int row = 0; row < rows; row++) {
            if (trained < dataset.train().count() && shows(dataset.train(), trained, row)) {
                trained++;
            } else {
                assertThat(shows(dataset.test(), row - trained, row))
                        .as("row %d", row)
                        .isTrue();
            }
        }
    }

    private static boolean shows(ImageSet images, int index, int row) {
        return IntStream.range(0, PIXELS)
                .allMatch(pixel -> (images.pixels()[index * PIXELS + pixel] & 0xFF) == value(row, pixel));
    }

    @Test
    void kagglesTableOfDigits() throws Exception {
        write("train.csv", kaggle(12));
        write("sample_submission.csv", List.of("ImageId,Label", "1,0", "2,0"));
        for (Path path : List.of(folder, folder.resolve("train.csv"))) {
            Dataset dataset = open(path);
            assertImages(dataset, 12);
            assertThat(dataset.classNames()).containsExactly("0", "1", "2");
            assertThat(dataset.train().labels()).containsExactly(0, 1, 2, 0, 1, 2, 0, 1, 2, 2);
            assertThat(Said.changed(dataset)).isEmpty();
            assertThat(Said.warnings(dataset)).isEmpty();
            assertThat(Said.parts(dataset)).containsExactly("data.parts.heldOfClasses");
        }
    }

    @Test
    void kagglesTestImagesWithoutLabelsAreOfNoUse() throws Exception {
        write("train.csv", kaggle(12));
        write("test.csv", List.of(names(","), pixels(1, ","), pixels(2, ",")));
        Dataset dataset = open(folder);
        assertImages(dataset, 12);
        assertThat(Said.leftOut(dataset)).containsExactly("data.array.unlabelledTest");
        assertThat(dataset.account().leftOut().getFirst().count()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"fashion-mnist_train.csv, fashion-mnist_test.csv", "Train.CSV, Test.CSV", "train.csv, valid.csv"})
    void filesOfBothParts(String train, String test) throws Exception {
        write(train, kaggle(12));
        write(test, kaggle(4));
        for (Path path : List.of(folder, folder.resolve(train))) {
            Dataset dataset = open(path);
            assertThat(dataset.train().count()).isEqualTo(12);
            assertThat(dataset.test().count()).isEqualTo(4);
            assertThat(dataset.test().labels()).containsExactly(0, 1, 2, 0);
            assertThat(Said.parts(dataset).contains("data.parts.standsIn")).isEqualTo(test.startsWith("valid"));
        }
        assertThat(open(folder.resolve(test)).train().count()).as("alone").isEqualTo(3);
    }

    @Test
    void validationRowsAreTrainingImages() throws Exception {
        write("train.csv", kaggle(12));
        write("val.csv", kaggle(5));
        write("test.csv", kaggle(4));
        Dataset dataset = open(folder);
        assertThat(dataset.train().count()).isEqualTo(17);
        assertThat(Said.parts(dataset)).containsExactly("data.npy.validation", "data.array.parts");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "LABEL,NAMES#COMMA#",
                "NAMES,LABEL#COMMA#",
                "#COMMA#data.table.label",
                "#SEMICOLON#data.table.label",
                "LABEL,NAMES#TAB#",
                "\"LABEL\",NAMES#COMMA#",
                "digit,NAMES#SEMICOLON#",
                "number,NAMES#COMMA#data.table.label",
                "Class,NAMES#COMMA#"
            })
    void whereTheLabelIs(String names, String name, String said) throws Exception {
        String separator = name.equals("TAB") ? "\t" : name.equals("COMMA") ? "," : ";";
        String header = names == null ? null : names.replace(",", separator);
        boolean last = header != null && header.endsWith("LABEL");
        List<String> lines = new ArrayList<>();
        if (header != null) {
            lines.add(header.replace("NAMES", names(separator)).replace("LABEL", "label"));
        }
        for (int row = 0; row < 12; row++) {
            String pixels = pixels(row, separator);
            lines.add(last ? pixels + separator + row % 3 : row % 3 + separator + pixels);
        }
        Dataset dataset = open(write("a.csv", lines));
        assertImages(dataset, 12);
        assertThat(dataset.train().labels()).containsExactly(0, 1, 2, 0, 1, 2, 0, 1, 2, 2);
        assertThat(Said.changed(dataset)).isEqualTo(said == null ? List.of() : List.of(said));
    }

    @Test
    void aLastColumnWithoutANameIsFoundByItsNumbers() throws Exception {
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < 12; row++) {
            lines.add(pixels(row, ",") + "," + (row % 3 + 4));
        }
        Dataset dataset = open(write("a.csv", lines));
        assertImages(dataset, 12);
        assertThat(dataset.classNames()).containsExactly("4", "5", "6");
        assertThat(Said.changed(dataset)).containsExactly("data.table.label", "data.labels.numbers");
    }

    @Test
    void whereNothingTellsWhichColumnIsTheLabelsItIsAWarning() throws Exception {
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < 12; row++) {
            lines.add("7," + pixels(row, ","));
        }
        Dataset dataset = open(write("a.csv", lines));
        assertImages(dataset, 12);
        assertThat(Said.warnings(dataset)).containsExactly("data.table.label");
    }

    @Test
    void withoutLabels() throws Exception {
        Dataset dataset = open(write("a.csv", List.of(pixels(0, ","), pixels(1, ","), pixels(2, ","), pixels(3, ","))));
        assertImages(dataset, 4);
        assertThat(dataset.train().labelled()).isFalse();
    }

    @Test
    void textsAreClassNames() throws Exception {
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < 12; row++) {
            lines.add(pixels(row, "\t") + "\t"
                    + List.of("cat 10", "cat 9", "\"a\"\"b\"\"\"").get(row % 3));
        }
        Dataset dataset = open(write("a.tsv", lines));
        assertImages(dataset, 12);
        assertThat(dataset.classNames()).containsExactly("a\"b\"", "cat 9", "cat 10");
        assertThat(dataset.train().labels()).startsWith(2, 1, 0);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, false", "UTF-16LE, false", "UTF-16BE, true"})
    void byteOrderMarksAndGzip(String charset, boolean gzip) throws Exception {
        String text = "\uFEFF" + String.join("\r\n", kaggle(12)).replaceFirst("label", "ラベル");
        byte[] bytes = text.getBytes(Charset.forName(charset));
        Path file = folder.resolve(gzip ? "a.csv.gz" : "a.csv");
        Files.write(file, gzip ? IdxSamples.gzip(bytes) : bytes);
        Dataset dataset = open(file);
        assertImages(dataset, 12);
        assertThat(dataset.classNames()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "0.5 1.0 ., data.array.unit, 128",
        "'0,5 1 ,', data.array.unit, 128",
        "8 16 ., data.array.dim, 128",
        "127.6 255 ., data.array.rounded, 128"
    })
    void fractionsAndSmallNumbers(String numbers, String said, int half) throws Exception {
        String[] values = numbers.split(" ");
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < 6; row++) {
            lines.add("cat;" + (values[0] + ";" + values[1] + ";").repeat(7) + "0;" + "1e-3".replace(".", values[2]));
        }
        Dataset dataset = open(write("a.csv", lines));
        assertThat(dataset.train().pixels()).startsWith((byte) half, (byte) 255, (byte) half);
        assertThat(Said.changed(dataset)).containsExactly(said);
    }

    @Test
    void columnsThatAreForNothing() throws Exception {
        List<String> lines = new ArrayList<>(List.of(",label,split," + names(",")));
        for (int row = 0; row < 6; row++) {
            lines.add(row + "," + row % 2 + ",a," + pixels(row, ","));
        }
        Dataset dataset = open(write("a.csv", lines));
        assertImages(dataset, 6);
        assertThat(Said.leftOut(dataset)).containsExactly("data.table.unused");
        assertThat(dataset.account().leftOut().getFirst().names()).containsExactly("#1", "split");
    }

    @Test
    void namesOfColumnsThatAreNumbersOrPlaces() throws Exception {
        List<String> counted = new ArrayList<>(List.of(
                "," + IntStream.range(0, PIXELS).mapToObj(Integer::toString).collect(Collectors.joining(","))));
        List<String> places = new ArrayList<>(List.of("label,"
                + IntStream.range(0, PIXELS)
                        .mapToObj(i -> (i / 8 + 1) + "x" + (i % 8 + 1))
                        .collect(Collectors.joining(","))));
        List<String> repeated = new ArrayList<>(List.of("7,"
                + IntStream.range(0, PIXELS)
                        .mapToObj(i -> i == 0 ? "0" : "0." + i)
                        .collect(Collectors.joining(","))));
        for (int row = 0; row < 6; row++) {
            counted.add(row + "," + pixels(row, ","));
            places.add(row % 2 + "," + pixels(row, ","));
            repeated.add(row % 2 + "," + pixels(row, ","));
        }
        assertImages(open(write("counted.csv", counted)), 6);
        assertThat(open(write("places.csv", places)).shape()).isEqualTo(ImageShape.grey(2, 8));
        assertImages(open(write("repeated.csv", repeated)), 6);
    }

    @Test
    void emnistIsStoredColumnByColumnHereToo() throws Exception {
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < 6; row++) {
            lines.add((1 + row % 2) + "," + pixels(row, ","));
        }
        write("emnist-letters-train.csv", lines);
        Files.writeString(folder.resolve("emnist-letters-mapping.txt"), "1 65 97\n2 66 98\n");
        Dataset dataset = open(folder);
        assertThat(dataset.train().pixels()[1]).isEqualTo((byte) value(0, SIDE));
        assertThat(dataset.classNames()).containsExactly("A", "B");
        assertThat(Said.changed(dataset)).contains("data.idx.upright");
    }

    @Test
    void colours() throws Exception {
        List<String> lines = new ArrayList<>(List.of("label," + names(",") + "," + names(",") + "," + names(",")));
        for (int row = 0; row < 6; row++) {
            String flat = ("," + 80 * (row % 2)).repeat(PIXELS);
            lines.add("1" + flat + ",255".repeat(PIXELS) + ",7".repeat(PIXELS));
        }
        Dataset dataset = open(write("a.csv", lines));
        assertThat(dataset.shape()).isEqualTo(ImageShape.colour(SIDE, SIDE));
        assertThat(dataset.train().pixels()).startsWith(new byte[PIXELS]).containsSequence(-1, -1, 7, 7);
        assertThat(Said.changed(dataset)).contains("data.array.planar");
    }

    @Test
    void rowsThatCannotBeReadAreLeftOutByTheirLines() throws Exception {
        List<String> lines = kaggle(50);
        lines.set(4, "");
        lines.set(11, lines.get(11) + ",3");
        lines.set(12, "1,2,3");
        lines.set(21, lines.get(21).replaceFirst("255", "x"));
        lines.set(31, lines.get(31).replaceFirst("^[0-9]", ""));
        Dataset dataset = open(write("a.csv", lines));
        assertThat(dataset.train().count() + dataset.test().count()).isEqualTo(45);
        assertThat(Said.leftOut(dataset))
                .containsExactly("data.table.blank", "data.table.ragged", "data.table.noNumbers");
        assertThat(dataset.account().leftOut().stream().map(each -> String.join(" ", each.names())))
                .containsExactly("5", "12 13", "22 32");
    }

    @Test
    void aTableInAFolderOfImagesIsNoDataset() throws Exception {
        write("labels.csv", kaggle(12));
        Files.write(folder.resolve("train.csv"), new byte[] {0, 1, 'j', 'u', 'n', 'k'});
        for (int i = 0; i < 6; i++) {
            SpecialFiles.png(folder.resolve(i % 2 + "/" + i + ".png"), 2, 2, 8, 0);
        }
        assertThat(open(folder).shape()).isEqualTo(ImageShape.grey(2, 2));
        write("train.csv", List.of("file,label", "0/0.png,0", "1/1.png,1"));
        assertThat(open(folder).shape()).isEqualTo(ImageShape.grey(2, 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-12",
                "+7",
                "3.25",
                ".5",
                "2.",
                "1e3",
                "-1.5E-2",
                " 42 ",
                "0000123456789",
                "12345678901234567890",
                "0.0000000000000000000123",
                "1e400",
                "5e-400"
            })
    void numbersAreThoseOfJava(String number) {
        double expected = Double.parseDouble(number);
        double read = new DecimalText('.').parse(number);
        assertThat((float) read).isEqualTo((float) expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "-", ".", "e5", "1e", "1e+", "1,5", "0x10", "1f", "NaN", "Infinity", "١", "1 2", "--1"})
    void everythingElseIsNone(String text) {
        assertThat(new DecimalText('.').parse(text)).isNaN();
    }

    @Test
    void canBeCancelledAnywhere() throws Exception {
        Path file = Files.write(
                folder.resolve("train.csv"), String.join("\n", kaggle(3_000)).getBytes(StandardCharsets.UTF_8));
        int[] reports = {0};
        Datasets.Source source = new TableFormat()
                .match(DataRequest.of("a"), file, Progress.NONE)
                .read();
        source.load((_, _) -> reports[0]++);
        assertThat(reports[0]).isGreaterThan(3_000);
        for (int end = 0; end < reports[0]; end += 97) {
            Cancelled.at(end, source::load);
        }
    }
}
