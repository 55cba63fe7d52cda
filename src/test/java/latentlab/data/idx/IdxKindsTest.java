package latentlab.data.idx;

import static latentlab.data.idx.IdxSamples.TEST_IMAGES;
import static latentlab.data.idx.IdxSamples.TEST_LABELS;
import static latentlab.data.idx.IdxSamples.TRAIN_IMAGES;
import static latentlab.data.idx.IdxSamples.TRAIN_LABELS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import latentlab.data.DataRequest;
import latentlab.data.Dataset;
import latentlab.data.Datasets;
import latentlab.data.ImageOptions;
import latentlab.data.ImageShape;
import latentlab.data.Said;
import latentlab.text.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** IDX files as EMNIST, QMNIST, KMNIST and others have them. */
class IdxKindsTest {
    private static final int BYTE = 0x08;
    private static final int SHORT = 0x0B;
    private static final int INT = 0x0C;
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    @TempDir
    Path folder;

    private Dataset open() throws Exception {
        return new Datasets().load(folder.toString(), Progress.NONE);
    }

    /** With images of 2x2 pixels. */
    private Dataset open(ImageOptions.Fit fit, ImageOptions.Invert invert, ImageOptions.Channels channels)
            throws Exception {
        ImageOptions options = new ImageOptions(new ImageOptions.Size(2, 2), fit, invert, channels);
        return new Datasets().load(new DataRequest(folder.toString(), null, options), Progress.NONE);
    }

    private void write(String name, int type, int[] shape, double... values) throws Exception {
        int width = type == BYTE || type == 9 ? 1 : type == SHORT ? 2 : type == 14 ? 8 : 4;
        ByteBuffer bytes = ByteBuffer.allocate(width * values.length);
        for (double value : values) {
            switch (type) {
                case BYTE, 9 -> bytes.put((byte) value);
                case SHORT -> bytes.putShort((short) value);
                case INT -> bytes.putInt((int) value);
                case 13 -> bytes.putFloat((float) value);
                default -> bytes.putDouble(value);
            }
        }
        Files.createDirectories(folder.resolve(name).getParent());
        byte[] file = IdxSamples.idx(type, shape, bytes.array());
        Files.write(folder.resolve(name), name.endsWith(".gz") ? IdxSamples.gzip(file) : file);
    }

    private static List<Integer> pixels(Dataset dataset) {
        byte[] pixels = dataset.train().pixels();
        return IntStream.range(0, pixels.length).mapToObj(i -> pixels[i] & 0xFF).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "8, 0, 3, 255, 0, 3, 255, ",
        "8, 0, 1, 1, 0, 255, 255, data.array.unit",
        "8, 0, 3, 60, 0, 3, 60, ",
        "9, 0, 64, 127, 0, 64, 127, ",
        "9, -128, 0, 127, 0, 128, 255, data.array.range",
        "11, 0, 3, 255, 0, 3, 255, ",
        "11, 0, 128, 256, 0, 128, 255, data.array.range",
        "12, 0, 1000, 4000, 0, 64, 255, data.array.range",
        "12, 0, 8, 16, 0, 128, 255, data.array.dim",
        "13, 0, 0.5, 1, 0, 128, 255, data.array.unit",
        "13, -1, 0, 1, 0, 128, 255, data.array.signed",
        "13, 0, 2.5, 255, 0, 3, 255, data.array.rounded",
        "14, 0, 0.25, 0.75, 0, 64, 191, data.array.unit",
        "14, -2, 1, 2, 0, 191, 255, data.array.range",
        "14, 0, 255, 255, 0, 255, 255, ",
        "14, 0, 0, 0, 0, 0, 0, ",
        "14, 300, 300, 300, 0, 0, 0, data.array.range",
        "14, 0, NaN, 1, 0, 0, 255, data.array.unit"
    })
    void numbersOfEveryTypeBecomeIntensities(
            int type, double a, double b, double c, int first, int second, int third, String said) throws Exception {
        write(TRAIN_IMAGES, type, new int[] {2, 1, 3}, a, b, c, c, b, a);
        write(TEST_IMAGES, type, new int[] {1, 1, 3}, a, a, a);
        Dataset dataset = open();
        assertThat(pixels(dataset)).containsExactly(first, second, third, third, second, first);
        assertThat(Said.changed(dataset)).isEqualTo(said == null ? List.of() : List.of(said));
        assertThat(Said.warnings(dataset)).isEqualTo(Double.isNaN(b) ? List.of("data.array.broken") : List.of());
    }

    @Test
    void testImagesGetTheIntensitiesOfTrainingImages() throws Exception {
        write(TRAIN_IMAGES, 13, new int[] {2, 1, 2}, -1, 0, 1, 1);
        write(TEST_IMAGES, 13, new int[] {1, 1, 2}, 0, 0.5);
        assertThat(open().test().pixels()).containsExactly(128, 191);
    }

    @ParameterizedTest
    @CsvSource({"letters, 1", "byclass, 0"})
    void emnistStandsUprightWithTheNamesOfItsMapping(String set, int firstLabel) throws Exception {
        int count = LETTERS.length();
        double[] images = new double[count * 6];
        double[] labels = new double[count];
        for (int i = 0; i < count; i++) {
            images[6 * i + 1] = 255; // column by column of two rows: the lower left corner
            labels[i] = firstLabel + i;
        }
        for (String part : List.of("train", "test")) {
            write("emnist-" + set + "-" + part + "-images-idx3-ubyte.gz", BYTE, new int[] {count, 3, 2}, images);
            write("emnist-" + set + "-" + part + "-labels-idx1-ubyte.gz", BYTE, new int[] {count}, labels);
        }
        StringBuilder mapping = new StringBuilder();
        for (int i = 0; i < count; i++) {
            mapping.append(firstLabel + i).append(' ').append((int) LETTERS.charAt(i));
            mapping.append(firstLabel == 1 ? " " + (LETTERS.charAt(i) + 32) : "")
                    .append("\n");
        }
        Files.writeString(folder.resolve("emnist-" + set + "-mapping.txt"), mapping);
        Dataset dataset = open();
        assertThat(dataset.shape()).isEqualTo(ImageShape.grey(2, 3));
        assertThat(pixels(dataset).subList(0, 6)).containsExactly(0, 0, 0, 255, 0, 0);
        assertThat(dataset.classNames())
                .isEqualTo(LETTERS.chars().mapToObj(Character::toString).toList());
        assertThat(dataset.train().label(25)).isEqualTo(25);
        assertThat(Said.changed(dataset)).contains("data.idx.upright");
        assertThat(Said.warnings(dataset)).containsExactly("data.array.sorted");
    }

    @Test
    void qmnistHasTheClassInTheFirstOfEightColumns() throws Exception {
        for (String part : List.of("train", "test")) {
            double[] labels = new double[8 * 12];
            for (int i = 0; i < labels.length; i++) {
                labels[i] = i % 8 == 0 ? i / 8 % 10 : 70_000 + i;
            }
            write("qmnist-" + part + "-images-idx3-ubyte.gz", BYTE, new int[] {12, 1, 2}, new double[24]);
            write("qmnist-" + part + "-labels-idx2-int.gz", INT, new int[] {12, 8}, labels);
        }
        Dataset dataset = open();
        assertThat(dataset.classNames()).hasSize(10);
        assertThat(dataset.train().labels()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1);
        assertThat(dataset.test().labelled()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "train-PART.idxN-ubyte",
                "train_PART.idxN",
                "Train-PART-idxN-ubyte.gz",
                "mine.train-PART-idxN-ubyte",
                "training_PART_idxN_ubyte",
                "trainPART-idxN-int"
            })
    void namesThatPeopleUse(String pattern) throws Exception {
        write(pattern.replace("PART", "images").replace("N", "3"), BYTE, new int[] {4, 1, 2}, new double[8]);
        write(pattern.replace("PART", "labels").replace("N", "1"), BYTE, new int[] {4}, 0, 1, 1, 0);
        assertThat(open().classNames()).containsExactly("0", "1");
        write("._" + pattern.replace("PART", "images").replace("N", "3"), BYTE, new int[] {0}, new double[0]);
        assertThat(open().classNames()).as("what a system left behind is none").hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FashionMNIST/raw", "raw", "KMNIST", "日本/raw"})
    void aFolderThatALibraryDownloadsInto(String place) throws Exception {
        assumeTrue(place.equals(new String(place.getBytes(filesystem()), filesystem())), "has names in ASCII alone");
        Files.createDirectories(folder.resolve(place));
        IdxSamples.writeFour(folder.resolve(place));
        assertThat(open().train().count()).isEqualTo(30);
    }

    private static Charset filesystem() {
        return Charset.forName(System.getProperty("sun.jnu.encoding"));
    }

    @Test
    void aFileInAFolderOfItsName() throws Exception {
        IdxSamples.writeFour(folder);
        Files.move(folder.resolve(TRAIN_IMAGES), folder.resolve("train-images.idx3-ubyte"));
        Files.createDirectories(folder.resolve(TRAIN_IMAGES));
        assertThat(open().train().count()).as("beside an empty folder").isEqualTo(30);
        Files.move(
                folder.resolve("train-images.idx3-ubyte"),
                folder.resolve(TRAIN_IMAGES).resolve(TRAIN_IMAGES));
        assertThat(open().train().count()).as("within it alone").isEqualTo(30);
    }

    @Test
    void labelsOfAnySizeAreClassesInTheirOrder() throws Exception {
        write(TRAIN_IMAGES, BYTE, new int[] {4, 1, 1}, 0, 1, 2, 3);
        write(TRAIN_LABELS, INT, new int[] {4}, 70_000, -1, 5, -1);
        write(TEST_IMAGES, BYTE, new int[] {2, 1, 1}, 0, 1);
        write(TEST_LABELS, BYTE, new int[] {2}, 6, 5);
        Dataset dataset = open();
        assertThat(dataset.classNames()).containsExactly("-1", "5", "6", "70000");
        assertThat(dataset.train().labels()).containsExactly(3, 0, 1, 0);
        assertThat(dataset.test().labels()).containsExactly(2, 1);
        assertThat(Said.changed(dataset)).containsExactly("data.labels.numbers");
    }

    @Test
    void labelsMayBeRowsWithASingleOne() throws Exception {
        write(TRAIN_IMAGES, BYTE, new int[] {3, 1, 1}, 0, 1, 255);
        write(TRAIN_LABELS, BYTE, new int[] {3, 3}, 0, 0, 1, 1, 0, 0, 0, 1, 0);
        write(TEST_IMAGES, BYTE, new int[] {1, 1, 1}, 0);
        write(TEST_LABELS, BYTE, new int[] {1, 1}, 2);
        Dataset dataset = open();
        assertThat(dataset.train().labels()).containsExactly(2, 0, 1);
        assertThat(Said.changed(dataset)).containsExactly("data.labels.oneHot");
    }

    @Test
    void testImagesWithoutLabelsAreOfNoUseWhereTrainingImagesHaveSome() throws Exception {
        IdxSamples.writeFour(folder);
        Files.delete(folder.resolve(TEST_LABELS));
        Dataset dataset = open();
        assertThat(dataset.train().count()).isEqualTo(25);
        assertThat(dataset.test().count()).isEqualTo(5);
        assertThat(Said.leftOut(dataset)).containsExactly("data.array.unlabelledTest");
        assertThat(dataset.account().leftOut().getFirst().count()).isEqualTo(12);
        assertThat(Said.parts(dataset)).containsExactly("data.parts.heldOfClasses");
    }

    @ParameterizedTest
    @CsvSource({"2 2 3", "3 2 2"})
    void coloursLieBeforeOrAfterThePixels(String shape) throws Exception {
        int[] sizes = Stream.concat(Stream.of("2"), Stream.of(shape.split(" ")))
                .mapToInt(Integer::parseInt)
                .toArray();
        double[] values =
                IntStream.range(0, 24).asDoubleStream().map(value -> 10 * value).toArray();
        write(TRAIN_IMAGES, BYTE, sizes, values);
        write(TEST_IMAGES, BYTE, new int[] {1, sizes[1], sizes[2], sizes[3]}, new double[12]);
        Dataset dataset = open();
        assertThat(dataset.shape()).isEqualTo(ImageShape.colour(2, 2));
        boolean first = sizes[1] == 3;
        assertThat(pixels(dataset).subList(0, 12))
                .containsExactly(
                        first
                                ? new Integer[] {0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110}
                                : new Integer[] {0, 30, 60, 90, 10, 40, 70, 100, 20, 50, 80, 110});
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "classes.txt;o|ki|su; ",
                "labels.txt;\uFEFFo|ki|su|; ",
                "Class_Names.txt;0 o|2 su|1 ki; ",
                "kmnist_classmap.csv;index,codepoint,char|0,U+304A,o|1,U+304D,ki|2,U+3059,su; ",
                "classes.txt;o|ki|su|tsu;data.names.unused"
            })
    void aFileBesideThemNamesTheClasses(String name, String lines, String warning) throws Exception {
        writeThreeClasses();
        Files.writeString(folder.resolve(name), lines.replace("|", "\n"));
        Dataset dataset = open();
        assertThat(dataset.classNames()).containsExactly("o", "ki", "su");
        assertThat(Said.warnings(dataset)).isEqualTo(warning == null ? List.of() : List.of(warning));
    }

    @Test
    void namesInOtherScripts() throws Exception {
        writeThreeClasses();
        Files.writeString(folder.resolve("classes.txt"), "お\nき\nす\n");
        assertThat(open().classNames()).containsExactly("お", "き", "す");
        Files.write(folder.resolve("classes.txt"), "\uFEFFお\r\nき\r\nす".getBytes(StandardCharsets.UTF_16LE));
        assertThat(open().classNames()).containsExactly("お", "き", "す");
    }

    @Test
    void namesThatAreNotForTheseClassesAreAWarning() throws Exception {
        writeThreeClasses();
        Files.writeString(folder.resolve("classes.txt"), "o\nki");
        assertThat(Said.warnings(open())).containsExactly("data.names.count");
        Files.writeString(folder.resolve("classes.txt"), "0\n1\n2\n1\n0\n2");
        assertThat(Said.warnings(open())).as("a label a line").containsExactly("data.names.count");
        assertThat(open().classNames()).containsExactly("0", "1", "2");
        Files.write(folder.resolve("classes.txt"), new byte[] {(byte) 0x82, (byte) 0xA8, '\n'});
        assertThat(Said.warnings(open())).containsExactly("data.names.unreadable");
    }

    private void writeThreeClasses() throws Exception {
        write(TRAIN_IMAGES, BYTE, new int[] {4, 1, 1}, 0, 1, 2, 3);
        write(TRAIN_LABELS, BYTE, new int[] {4}, 2, 1, 0, 1);
        write(TEST_IMAGES, BYTE, new int[] {1, 1, 1}, 0);
        write(TEST_LABELS, BYTE, new int[] {1}, 1);
    }

    @Test
    void imagesAreAsSomebodyChose() throws Exception {
        write(TRAIN_IMAGES, BYTE, new int[] {2, 2, 4}, 0, 100, 0, 100, 0, 100, 0, 100, 8, 8, 8, 8, 8, 8, 8, 8);
        write(TEST_IMAGES, BYTE, new int[] {1, 2, 4}, new double[8]);
        Dataset dataset = open(ImageOptions.Fit.PAD, ImageOptions.Invert.YES, ImageOptions.Channels.COLOUR);
        assertThat(dataset.shape()).isEqualTo(ImageShape.colour(2, 2));
        assertThat(pixels(dataset).subList(0, 8)).containsExactly(205, 205, 0, 0, 205, 205, 0, 0);
        assertThat(Said.changed(dataset))
                .containsExactly("data.array.resized", "data.array.colour", "data.array.inverted");
    }

    @Test
    void imagesAreCroppedAtBothEndsAndColoursBecomeGrey() throws Exception {
        write(
                TRAIN_IMAGES,
                BYTE,
                new int[] {2, 3, 2, 5},
                IntStream.range(0, 60).mapToDouble(i -> i % 30 * 3).toArray());
        write(TEST_IMAGES, BYTE, new int[] {1, 3, 2, 5}, new double[30]);
        Dataset dataset = open(ImageOptions.Fit.CROP, ImageOptions.Invert.AUTO, ImageOptions.Channels.GREY);
        assertThat(dataset.shape()).isEqualTo(ImageShape.grey(2, 2));
        // Pixels go up by 3 a column and 15 a row, red, green and blue by 30 each: from halves of columns 1 and 2 on.
        double first = 0.299 * 4.5 + 0.587 * 34.5 + 0.114 * 64.5;
        assertThat(pixels(dataset).subList(0, 4))
                .usingElementComparator((a, b) -> Math.abs(a - b) <= 1 ? 0 : Integer.compare(a, b))
                .containsExactly(
                        (int) Math.round(first), (int) Math.round(first + 3), (int) Math.round(first + 15), (int)
                                Math.round(first + 18));
    }
}
