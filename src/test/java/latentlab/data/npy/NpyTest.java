package latentlab.data.npy;

import static latentlab.data.npy.NpySamples.npy;
import static latentlab.data.npy.NpySamples.npz;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import latentlab.data.Cancelled;
import latentlab.data.DataRequest;
import latentlab.data.Dataset;
import latentlab.data.Datasets;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.data.Said;
import latentlab.text.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpyTest {
    @TempDir
    Path folder;

    private static Dataset open(Path path) throws Exception {
        return new Datasets().load(path.toString(), Progress.NONE);
    }

    private Dataset open(byte[] npy) throws Exception {
        return open(Files.write(folder.resolve("a.npy"), npy));
    }

    private Path archive(String name, boolean deflated, Object... arrays) throws Exception {
        Map<String, byte[]> named = new LinkedHashMap<>();
        for (int i = 0; i < arrays.length; i += 2) {
            named.put((String) arrays[i], (byte[]) arrays[i + 1]);
        }
        return Files.write(folder.resolve(name), npz(deflated, named));
    }

    private static double[] rising(int count) {
        return IntStream.range(0, count).asDoubleStream().toArray();
    }

    private static byte[] images(int count) {
        return npy(
                "|u1",
                "(" + count + ", 2, 3)",
                DoubleStream.of(rising(6 * count)).map(x -> x % 256).toArray());
    }

    private static List<Integer> pixels(ImageSet images) {
        byte[] pixels = images.pixels();
        return IntStream.range(0, pixels.length).mapToObj(i -> pixels[i] & 0xFF).toList();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void kerasNamesMakeADataset(boolean deflated) throws Exception {
        Path file = archive(
                "mnist.npz",
                deflated,
                "x_test",
                images(2),
                "x_train",
                images(4),
                "y_train",
                npy("|u1", "(4,)", 2, 0, 1, 2),
                "y_test",
                npy("<i8", "(2, 1)", 1, 0));
        for (Path opened : List.of(file, folder)) {
            Dataset dataset = open(opened);
            assertThat(pixels(dataset.train()))
                    .isEqualTo(IntStream.range(0, 24).boxed().toList());
            assertThat(dataset.train().labels()).containsExactly(2, 0, 1, 2);
            assertThat(dataset.test().labels()).containsExactly(1, 0);
            assertThat(dataset.classNames()).containsExactly("0", "1", "2");
            assertThat(dataset.shape()).isEqualTo(ImageShape.grey(2, 3));
            assertThat(Said.parts(dataset)).containsExactly("data.array.parts");
            assertThat(Said.changed(dataset)).isEmpty();
            assertThat(Said.warnings(dataset)).isEmpty();
            assertThat(dataset.origin()).isEqualTo(opened.toString());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "train_images, train_labels, test_images, test_labels",
        "X_train, y_train, X_test, y_test",
        "xtrain, ytrain, xtest, ytest",
        "train_x, train_y, test_x, test_y",
        "mnist-train-data, mnist-train-target, mnist-test-data, mnist-test-target",
        "Images Train, Labels Train, Images Test, Labels Test",
        "arr_0, arr_1, arr_2, arr_3",
        "train, train labels, test, test labels"
    })
    void otherNamesThatPeopleUse(String x, String y, String testX, String testY) throws Exception {
        byte[] labels = npy("|u1", "(4,)", 1, 0, 1, 0);
        Path file = archive("a.npz", true, x, images(4), y, labels, testX, images(2), testY, npy("|u1", "(2,)", 0, 1));
        Dataset dataset = open(file);
        assertThat(dataset.train().labels()).containsExactly(1, 0, 1, 0);
        assertThat(dataset.test().labels()).containsExactly(0, 1);
    }

    @ParameterizedTest
    @CsvSource({"X, y", "images, labels", "data, target", "arr_0, arr_1", "pictures, kinds"})
    void withoutATestPartSomeAreHeldBack(String x, String y) throws Exception {
        Dataset dataset = open(archive("a.npz", false, y, npy("|u1", "(12,)", new double[12]), x, images(12)));
        assertThat(dataset.train().count()).isEqualTo(10);
        assertThat(dataset.test().count()).isEqualTo(2);
        assertThat(dataset.train().labelled()).isTrue();
        assertThat(Said.parts(dataset)).containsExactly("data.parts.heldOfClasses");
    }

    @Test
    void validationImagesAreTrainingImagesAndWhatIsUnknownIsLeftOut() throws Exception {
        byte[] labels = npy("|u1", "(4, 1)", 1, 0, 1, 0);
        Dataset dataset = open(archive(
                "a.npz",
                true,
                "train_images",
                images(4),
                "train_labels",
                labels,
                "val_images",
                images(4),
                "val_labels",
                labels,
                "test_images",
                images(4),
                "test_labels",
                labels,
                "weights",
                labels));
        assertThat(dataset.train().count()).isEqualTo(8);
        assertThat(dataset.train().labels()).containsExactly(1, 0, 1, 0, 1, 0, 1, 0);
        assertThat(dataset.test().count()).isEqualTo(4);
        assertThat(Said.parts(dataset)).containsExactly("data.npy.validation", "data.array.parts");
        assertThat(dataset.account().leftOut().getFirst().names()).containsExactly("weights (4, 1)");
    }

    @Test
    void itIsSaidThatValidationImagesAreTestedWith() throws Exception {
        Dataset dataset = open(archive("a.npz", true, "x_train", images(6), "x_val", images(3)));
        assertThat(dataset.test().count()).isEqualTo(3);
        assertThat(Said.parts(dataset)).containsExactly("data.parts.standsIn", "data.array.parts");
    }

    @ParameterizedTest
    @CsvSource({"x, y", "images, labels", "arr_0, arr_1"})
    void archivesWhoseNamesSayWhichPartTheirArraysAre(String x, String y) throws Exception {
        Path train = archive("train.npz", true, x, images(6), y, npy("|u1", "(6,)", 2, 0, 1, 0, 1, 2));
        archive("val.npz", true, x, images(2), y, npy("|u1", "(2,)", 0, 1));
        Path test = archive("test.npz", true, x, images(3), y, npy("|u1", "(3,)", 2, 1, 0));
        for (Path path : List.of(folder, train, test)) {
            Dataset dataset = open(path);
            assertThat(dataset.train().labels()).containsExactly(2, 0, 1, 0, 1, 2, 0, 1);
            assertThat(dataset.test().labels()).containsExactly(2, 1, 0);
            assertThat(Said.parts(dataset)).containsExactly("data.npy.validation", "data.array.parts");
        }
    }

    @Test
    void filesBesideOneAnotherGoTogether() throws Exception {
        Files.write(folder.resolve("x.npy"), images(6));
        Files.write(folder.resolve("y.npy"), npy("|b1", "(6,)", 1, 0, 1, 0, 1, 0));
        assertThat(open(folder).train().labels()).containsExactly(1, 0, 1, 0, 0);
        assertThat(open(folder.resolve("x.npy")).classNames()).containsExactly("0", "1");
        Files.write(folder.resolve("k49-train-imgs.npz"), npz(true, Map.of("arr_0", images(6))));
        Files.write(folder.resolve("k49-train-labels.npz"), npz(true, Map.of("arr_0", npy("|u1", "(6,)", rising(6)))));
        Files.writeString(
                folder.resolve("k49_classmap.csv"),
                "index,codepoint,char\n0,U+3042,a\n1,U+3044,i\n" + "2,U+3046,u\n3,U+3048,e\n4,U+304A,o\n5,U+304B,ka\n");
        Dataset dataset = open(folder.resolve("k49-train-labels.npz"));
        assertThat(dataset.classNames()).containsExactly("a", "i", "u", "e", "o", "ka");
        assertThat(dataset.train().count()).isEqualTo(5);
    }

    @Test
    void labelsAndClassNamesMayBeTexts() throws Exception {
        byte[] cat = "cat\0\0\0\0\0dog\0\0\0\0\0cat\0\0\0\0\0".getBytes(Charset.forName("UTF-32LE"));
        Dataset dataset = open(archive("a.npz", true, "x", images(3), "y", npy(3, "'<U8'", false, "(3,)", cat)));
        assertThat(dataset.classNames()).containsExactly("cat", "dog");
        assertThat(dataset.train().labels()).containsExactly(0, 1);
        byte[] names = "ka\0ki\0".getBytes(StandardCharsets.US_ASCII);
        dataset = open(archive(
                "a.npz",
                true,
                "x",
                images(3),
                "y",
                npy("|u1", "(3,)", 1, 0, 1),
                "class_names",
                npy(1, "'|S3'", false, "(2,)", names)));
        assertThat(dataset.classNames()).containsExactly("ka", "ki");
        assertThat(Said.leftOut(dataset)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "|u1", "|i1", "<u2", ">u2", "<i2", ">i2", "<u4", ">u4", "<i4", ">i4", "<u8", ">u8", "<i8", ">i8", "<f2",
                ">f2", "<f4", ">f4", "<f8", ">f8"
            })
    void everyTypeInBothOrdersOfBytes(String type) throws Exception {
        double[] values =
                IntStream.range(0, 18).asDoubleStream().map(x -> 7 * x).toArray();
        Dataset dataset = open(npy(type, "(3, 2, 3)", values));
        List<Integer> expected =
                DoubleStream.of(values).limit(12).mapToObj(x -> (int) x).toList();
        assertThat(pixels(dataset.train())).isEqualTo(expected);
        assertThat(Said.changed(dataset)).isEmpty();
    }

    @Test
    void boolsAndSmallAndHugeNumbersSpreadOverAllIntensities() throws Exception {
        assertThat(pixels(open(npy("|b1", "(3, 1, 2)", 0, 1, 1, 0, 0, 0)).train()))
                .containsExactly(0, 255, 255, 0);
        Dataset dataset = open(npy("<f4", "(3, 1, 2)", -1e30, 0, 1e30, 0, 0, 0));
        assertThat(pixels(dataset.train())).containsExactly(0, 128, 255, 128);
        assertThat(Said.changed(dataset)).containsExactly("data.array.range");
        assertThat(pixels(open(npy("<i8", "(3, 1, 2)", 0, 16, 8, 0, 0, 0)).train()))
                .containsExactly(0, 255, 128, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void fortranOrderInEveryVersion(int version) throws Exception {
        // Element [i, y, x, c] is 100 i + 10 y + x, and c in the sign of it: [3, 2, 5, 1] and then colours.
        double[] values = new double[3 * 2 * 5 * 3];
        for (int i = 0; i < 3; i++) {
            for (int y = 0; y < 2; y++) {
                for (int x = 0; x < 5; x++) {
                    for (int c = 0; c < 3; c++) {
                        values[i + 3 * (y + 2 * (x + 5 * c))] = 80 * c + 40 * i % 80 + 10 * y + x;
                    }
                }
            }
        }
        Dataset dataset = open(npy(version, "<i2", true, "(3, 2, 5, 3)", values));
        assertThat(dataset.shape()).isEqualTo(ImageShape.colour(2, 5));
        assertThat(pixels(dataset.train()).subList(30, 60))
                .startsWith(40, 41, 42, 43, 44, 50, 51, 52, 53, 54, 120, 121)
                .endsWith(213, 214);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "(3, 4);1 2 2",
                "(3, 6, 2);1 6 2",
                "(3, 2, 5, 1);1 2 5",
                "(3, 1, 2, 5);1 2 5",
                "(3, 2, 5, 3);3 2 5",
                "(3, 3, 2, 5);3 2 5",
                "(3, 5, 6, 4);3 5 6",
                "(3, 12);3 2 2",
                "(3L, 9L);1 3 3"
            })
    void shapesThatAreImages(String shape, String expected) throws Exception {
        Dataset dataset = open(npy(
                "|u1",
                shape,
                DoubleStream.of(rising(NpySamples.count(shape)))
                        .map(x -> x % 256)
                        .toArray()));
        int[] sizes =
                Arrays.stream(expected.split(" ")).mapToInt(Integer::parseInt).toArray();
        assertThat(dataset.shape()).isEqualTo(new ImageShape(sizes[0], sizes[1], sizes[2]));
    }

    /** A ramp of red from left to right, of green from top to bottom, and no blue. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void flatColoursAreTakenInTheOrderThatMakesNeighboursAlike(boolean interleaved) throws Exception {
        int side = 8;
        double[] planes = new double[3 * 3 * side * side];
        double[] values = new double[planes.length];
        for (int i = 0; i < planes.length; i++) {
            int channel = i / side / side % 3;
            int pixel = i % (side * side);
            planes[i] = channel == 0 ? 30 * (pixel % side) : channel == 1 ? 30 * (pixel / side) : 0;
            int image = i / 3 / side / side;
            values[image * 3 * side * side + pixel * 3 + channel] = planes[i];
        }
        Dataset dataset = open(npy("|u1", "(3, 192)", interleaved ? values : planes));
        assertThat(dataset.shape()).isEqualTo(ImageShape.colour(side, side));
        assertThat(pixels(dataset.train()).subList(0, 192))
                .isEqualTo(DoubleStream.of(planes)
                        .limit(192)
                        .mapToObj(x -> (int) x)
                        .toList());
        assertThat(Said.changed(dataset)).containsExactly(interleaved ? "data.array.interleaved" : "data.array.planar");
    }

    @Test
    void canBeCancelledAnywhere() throws Exception {
        Path file = archive("a.npz", true, "x", images(12), "y", npy("|u1", "(12,)", new double[12]));
        List<Double> reports = new ArrayList<>();
        Datasets.Source source =
                new NpyFormat().match(DataRequest.of("a"), file, Progress.NONE).read();
        source.load((f, _) -> reports.add(f));
        assertThat(reports).hasSizeGreaterThan(12).allMatch(fraction -> fraction <= 1);
        for (int end = 0; end < reports.size(); end++) {
            Cancelled.at(end, source::load);
        }
    }
}
