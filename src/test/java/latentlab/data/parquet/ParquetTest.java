package latentlab.data.parquet;

import static latentlab.data.parquet.ParquetSamples.GZIP;
import static latentlab.data.parquet.ParquetSamples.PLAIN;
import static latentlab.data.parquet.ParquetSamples.SNAPPY;
import static latentlab.data.parquet.ParquetSamples.ZSTD;
import static latentlab.data.parquet.ParquetSamples.parquet;
import static latentlab.data.parquet.ParquetSamples.png;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import latentlab.data.Cancelled;
import latentlab.data.DataRequest;
import latentlab.data.Dataset;
import latentlab.data.Datasets;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.data.Problems;
import latentlab.data.Said;
import latentlab.data.SpecialFiles;
import latentlab.data.parquet.ParquetSamples.Column;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParquetTest {
    private static final Map<String, String> NAMES = Map.of(
            "huggingface",
            "{\"info\": {\"features\": {\"image\": {\"_type\": \"Image\"}, \"label\": {\"names\": "
                    + "[\"cat\", \"dog\", \"e\\u0301\"], \"_type\": \"ClassLabel\"}}}}");

    @TempDir
    Path folder;

    private static Dataset open(Path path) throws Exception {
        return new Datasets().load(path.toString(), Progress.NONE);
    }

    private Path write(String name, byte[] content) throws Exception {
        Files.createDirectories(folder.resolve(name).getParent());
        return Files.write(folder.resolve(name), content);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private static Column pictures(int start, int count) throws Exception {
        List<byte[]> pictures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pictures.add(png(start + i));
        }
        return new Column("image", true, pictures);
    }

    private static Column labels(int count) {
        return new Column(
                "label", false, LongStream.range(0, count).mapToObj(i -> i % 3).toList());
    }

    private static List<Integer> lights(ImageSet images) {
        return IntStream.range(0, images.count())
                .mapToObj(i -> images.pixels()[i * 16 + 9] & 0xFF)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {PLAIN, SNAPPY, GZIP})
    void asHubsHaveThem(int codec) throws Exception {
        write("data/train-00000-of-00002.parquet", parquet(codec, NAMES, pictures(100, 6), labels(6)));
        write("data/train-00001-of-00002.parquet", parquet(codec, NAMES, pictures(106, 6), labels(6)));
        Path test = write("data/test-00000-of-00001.parquet", parquet(codec, NAMES, pictures(200, 3), labels(3)));
        for (Path path : List.of(folder, folder.resolve("data"), test)) {
            Dataset dataset = open(path);
            assertThat(dataset.shape()).isEqualTo(ImageShape.grey(4, 4));
            assertThat(lights(dataset.train()))
                    .isEqualTo(IntStream.range(100, 112).boxed().toList());
            assertThat(lights(dataset.test())).containsExactly(200, 201, 202);
            assertThat(dataset.train().labels()).containsExactly(0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2);
            assertThat(dataset.classNames()).containsExactly("cat", "dog", "\u00e9");
            assertThat(Said.parts(dataset)).containsExactly("data.array.parts");
            assertThat(Said.warnings(dataset)).isEmpty();
        }
    }

    @Test
    void filesThatTheNamesOfOthersCountAreMissed() throws Exception {
        byte[] six = parquet(SNAPPY, NAMES, pictures(100, 6), labels(6));
        Path first = write("data/train-00000-of-00003-0a1b.parquet", six);
        write("data/train-00002-of-00003-2c3d.parquet", six);
        write("data/test-00000-of-00001.parquet", six);
        for (Path path : List.of(folder, folder.resolve("data"), first)) {
            Dataset dataset = open(path);
            assertThat(dataset.train().count()).as("what is there is read").isEqualTo(12);
            assertThat(dataset.account().warnings())
                    .contains(Sentence.of(
                            "data.parquet.missing", folder.resolve("data").toString(), "train-00001-of-00003.parquet"));
        }
        write("data/train-00001-of-00003-4e5f.parquet", six);
        assertThat(open(folder).train().count()).isEqualTo(18);
        assertThat(Said.warnings(open(folder))).doesNotContain("data.parquet.missing");
        write("data/test-00001-of-00009.parquet", six);
        assertThat(open(folder).account().warnings().toString())
                .contains("test-00000-of-00009.parquet", "test-00005-of-00009.parquet")
                .doesNotContain("test-00001-of", "test-00006");
        write("ones/train-1-of-2.parquet", six);
        write("ones/train-2-of-2.parquet", six);
        assertThat(open(folder.resolve("ones")).train().count()).isEqualTo(10);
    }

    @Test
    void validationPicturesAreForTheTestWhereThereAreNoOthers() throws Exception {
        write("train.parquet", parquet(SNAPPY, Map.of(), pictures(100, 6), labels(6)));
        write("validation.parquet", parquet(SNAPPY, Map.of(), pictures(200, 3), labels(3)));
        assertThat(open(folder).test().count()).isEqualTo(3);
        assertThat(Said.parts(open(folder))).containsExactly("data.parts.standsIn", "data.array.parts");
        assertThat(open(folder).account().parts().getLast().values())
                .containsExactly(6, path("train.parquet"), 3, path("validation.parquet"));
        write(
                "test.parquet",
                parquet(SNAPPY, Map.of(), pictures(90, 2), new Column("label", false, List.of(-1L, -1L))));
        Dataset dataset = open(folder);
        assertThat(dataset.train().count() + dataset.test().count()).isEqualTo(9);
        assertThat(Said.leftOut(dataset)).containsExactly("data.array.unlabelledTest");
        assertThat(Said.parts(dataset)).containsExactly("data.npy.validation", "data.parts.heldOfClasses");
        assertThat(dataset.account().parts().getFirst().values()).containsExactly(3L, path("validation.parquet"));
    }

    @Test
    void oneFileOfBytesWithTextsForLabels() throws Exception {
        List<byte[]> bytes = List.of(png(1), png(2), png(3), png(4), png(5), png(6));
        Path file = write(
                "mine/all.parquet",
                parquet(
                        SNAPPY,
                        Map.of("huggingface", "{broken"),
                        new Column("id", false, List.of(1L, 2L, 3L, 4L, 5L, 6L)),
                        new Column("img", false, bytes),
                        new Column("label", false, List.of("b 10", "b 9", "a", "a", "b 9", "a"))));
        for (Path path : List.of(file, file.getParent(), folder)) {
            Dataset dataset = open(path);
            assertThat(lights(dataset.train())).containsExactly(1, 2, 3, 4, 5);
            assertThat(dataset.classNames()).containsExactly("a", "b 9", "b 10");
            assertThat(dataset.train().labels()).containsExactly(2, 1, 0, 0, 1);
        }
    }

    @Test
    void rowsThatHaveNoLabelWhileOthersHaveAreLeftOut() throws Exception {
        List<Long> few = Arrays.asList(0L, 1L, -1L, 2L, null, 1L, 0L, 2L);
        write("train.parquet", parquet(SNAPPY, NAMES, pictures(100, 8), new Column("label", false, few)));
        write(
                "validation.parquet",
                parquet(SNAPPY, NAMES, pictures(120, 2), new Column("label", false, List.of(-1L, 1L))));
        write("test.parquet", parquet(SNAPPY, NAMES, pictures(200, 8), new Column("label", false, few)));
        Dataset dataset = open(folder);
        assertThat(dataset.classNames()).containsExactly("cat", "dog", "\u00e9");
        assertThat(lights(dataset.train())).containsExactly(100, 101, 103, 105, 106, 107, 121);
        assertThat(dataset.train().labels()).containsExactly(0, 1, 2, 1, 0, 2, 1);
        assertThat(lights(dataset.test())).containsExactly(200, 201, 203, 205, 206, 207);
        assertThat(Said.leftOut(dataset)).containsExactly("data.parquet.unlabelled");
        assertThat(dataset.account().leftOut().getFirst().names())
                .containsExactly(
                        "train.parquet[2]",
                        "train.parquet[4]",
                        "validation.parquet[0]",
                        "test.parquet[2]",
                        "test.parquet[4]");
        assertThat(dataset.account().parts().getFirst().values()).startsWith(1L);
        assertThat(Said.warnings(dataset)).isEmpty();
    }

    @Test
    void minusOneIsAClassWhereNoneIsZeroAndATextMayBeMissing() throws Exception {
        Column signs = new Column("label", false, List.of(-1L, 1L, -1L, 1L, -1L, 1L));
        assertThat(open(write("a.parquet", parquet(SNAPPY, Map.of(), pictures(100, 6), signs)))
                        .classNames())
                .containsExactly("-1", "1");
        Column texts = new Column("label", false, Arrays.asList("a", null, "b", "a", " ", "b"));
        Dataset dataset = open(write("a.parquet", parquet(SNAPPY, Map.of(), pictures(100, 6), texts)));
        assertThat(dataset.classNames()).containsExactly("a", "b");
        assertThat(dataset.account().leftOut().getFirst().count()).isEqualTo(2);
    }

    @Test
    void picturesThatCannotBeReadAreLeftOut() throws Exception {
        List<byte[]> bytes = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            bytes.add(i == 3 ? "no picture".getBytes("US-ASCII") : i == 7 ? null : png(100 + i));
        }
        Path file = write("a.parquet", parquet(PLAIN, Map.of(), new Column("image", true, bytes), labels(21)));
        Dataset dataset = open(file);
        assertThat(dataset.train().count() + dataset.test().count()).isEqualTo(19);
        assertThat(dataset.account().leftOut().getFirst().names()).containsExactly("a.parquet[3]", "a.parquet[7]");
        assertThat(lights(dataset.train())).startsWith(100, 101, 102, 104, 105, 106, 108);
        assertThat(dataset.train().labels()).startsWith(0, 1, 2, 1, 2, 0, 2);
        bytes.set(9, new byte[3]);
        write("a.parquet", parquet(PLAIN, Map.of(), new Column("image", true, bytes), labels(21)));
        Problems.of(() -> open(file), "data.images.broken", file + "[3]");
    }

    @Test
    void whatIsNoTableOfPictures() throws Exception {
        Path file = write("a.parquet", parquet(PLAIN, Map.of(), labels(6), new Column("x", false, List.of("a"))));
        Problems.of(() -> open(file), "data.parquet.columns", file, "label, x");
        write("a.parquet", parquet(ZSTD, Map.of(), pictures(1, 6), labels(6)));
        Problems.of(() -> open(file), "data.parquet.codec", file, "Zstandard");
        byte[] good = parquet(SNAPPY, Map.of(), pictures(1, 6), labels(6));
        write("a.parquet", Arrays.copyOf(good, good.length - 9));
        Problems.of(() -> open(file), "data.parquet.broken", file);
        write("a.parquet", new byte[0]);
        Problems.of(() -> open(file), "data.parquet.broken", file);
        write("train.parquet", good);
        write("test.parquet", parquet(SNAPPY, Map.of(), pictures(1, 6)));
        Problems.of(() -> open(folder), "data.parquet.unlike", folder.resolve("test.parquet"));
    }

    /** Whatever byte is changed: a dataset or a sentence, and neither waits for ever. */
    @Test
    void anyDamageEndsInADatasetOrASentence() throws Exception {
        byte[] good = parquet(SNAPPY, NAMES, pictures(1, 6), labels(6));
        Path file = folder.resolve("a.parquet");
        for (int at = 0; at < good.length; at += 3) {
            byte[] bad = good.clone();
            bad[at] ^= (byte) 0xD5;
            Files.write(file, bad);
            try {
                assertThat(open(file).train().count()).isPositive();
            } catch (Problem problem) {
                assertThat(problem.sentence().key()).startsWith("data.");
            }
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aPipe() throws Exception {
        SpecialFiles.pipe(folder.resolve("train.parquet"));
        Problems.of(() -> open(folder), "data.notAFile", folder.resolve("train.parquet"));
    }

    @Test
    void canBeCancelledAnywhere() throws Exception {
        Path file = write("a.parquet", parquet(SNAPPY, NAMES, pictures(1, 60), labels(60)));
        Datasets.Source source = new ParquetFormat()
                .match(DataRequest.of("a"), file, Progress.NONE)
                .read();
        for (int end : new int[] {0, 1, 30, 59, 60, 61, 90}) {
            Cancelled.at(end, source::load);
        }
    }
}
