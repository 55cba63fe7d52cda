package latentlab.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import latentlab.text.Problem;
import latentlab.text.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairedPartsTest {
    private static final DataRequest REQUEST = new DataRequest("a", "b", ImageOptions.DEFAULT);

    @TempDir
    Path folder;

    /** Of two files beside one another. */
    private DataRequest request(String train, String test) throws IOException {
        Path one = Files.createFile(folder.resolve(train));
        Path other = Files.createFile(folder.resolve(test));
        return new DataRequest(one.toString(), other.toString(), ImageOptions.DEFAULT);
    }

    /** Images of one pixel, whose value is given. */
    private static ImageSet images(int[] labels, int... values) {
        byte[] pixels = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            pixels[i] = (byte) values[i];
        }
        return new ImageSet(values.length, ImageShape.grey(1, 1), pixels, labels);
    }

    private static Dataset data(String origin, ImageSet train, ImageSet test, String... names) {
        return new Dataset(Sentence.of("data.name", origin), origin, train, test, List.of(names));
    }

    @Test
    void allOfOneIsForTrainingAllOfTheOtherForTesting() throws Problem {
        Dataset both = PairedParts.of(
                REQUEST,
                data("a", images(new int[] {0, 1}, 1, 2), images(new int[] {1}, 3), "x", "y"),
                data("b", images(new int[] {1}, 4), images(new int[] {0}, 5), "x", "y"));
        assertThat(both.train().pixels()).containsExactly(1, 2, 3);
        assertThat(both.train().labels()).containsExactly(0, 1, 1);
        assertThat(both.test().pixels()).containsExactly(4, 5);
        assertThat(both.test().labels()).containsExactly(1, 0);
        assertThat(both.account().parts()).containsExactly(Sentence.of("data.pair.parts", "a", "b"));
        assertThat(both.origin()).isEqualTo("a");
    }

    @Test
    void twoFilesOfOneDatasetAreItsParts() throws Exception {
        Dataset one = data("a", images(new int[] {0, 1}, 1, 2), images(new int[] {1}, 3), "x", "y");
        Dataset both = PairedParts.of(request("train.csv", "test.csv"), one, one);
        assertThat(both.train().pixels()).containsExactly(1, 2);
        assertThat(both.test().pixels()).containsExactly(3);
        assertThat(both.account().parts())
                .containsExactly(Sentence.of(
                        "data.pair.one",
                        folder.resolve("train.csv").toString(),
                        folder.resolve("test.csv").toString(),
                        2,
                        1));
    }

    @Test
    void whoeverNamesTheTestFileFirstTrainsOnIt() throws Exception {
        Dataset one = data("a", images(new int[] {0, 1}, 1, 2), images(new int[] {1, 0, 1}, 3, 4, 5), "x", "y");
        Dataset both = PairedParts.of(request("my test.npy", "train.npy"), one, one);
        assertThat(both.train().pixels()).containsExactly(3, 4, 5);
        assertThat(both.test().pixels()).containsExactly(1, 2);
    }

    /** The file to train on brings the other as its own test part; the other, by itself, is split anew. */
    @Test
    void whatAFileBringsWithItIsNotItsOwn() throws Exception {
        Dataset train = data("a", images(new int[] {0, 1, 0}, 1, 2, 3), images(new int[] {0, 1}, 8, 9), "x", "y");
        Dataset test = data("b", images(new int[] {1}, 9), images(new int[] {0}, 8), "x", "y");
        DataRequest files = request("a", "b");
        Dataset both = PairedParts.of(files, train, test);
        assertThat(both.train().pixels()).containsExactly(1, 2, 3);
        assertThat(both.test().pixels()).containsExactly(9, 8);
        assertThat(PairedParts.of(REQUEST, train, test).train().count())
                .as("of other places nothing is known")
                .isEqualTo(5);
        Dataset turned =
                PairedParts.of(new DataRequest(files.test(), files.origin(), ImageOptions.DEFAULT), test, train);
        assertThat(turned.train().pixels()).containsExactly(9, 8);
        assertThat(turned.test().pixels()).containsExactly(1, 2, 3);
    }

    @Test
    void testImagesThatAreGivenAreNotLeftOutAnyMore() throws Problem {
        Dataset train = data("a", images(new int[] {0, 1, 0}, 1, 2, 3), images(new int[] {0, 1}, 4, 5), "x", "y")
                .withAccount(Account.NONE.withLeftOut(Sentence.of("data.array.unlabelledTest"), List.of("b[0]")));
        Dataset both = PairedParts.of(REQUEST, train, data("b", images(null, 8), images(null, 9)));
        assertThat(both.account().leftOut()).isEmpty();
    }

    @Test
    void classesAreTheSameWhereTheirNamesAre() throws Problem {
        Dataset both = PairedParts.of(
                REQUEST,
                data("a", images(new int[] {0, 1}, 1, 2), images(new int[0]), "0", "180"),
                data("b", images(new int[] {0, 1}, 4, 5), images(new int[0]), "90", "180"));
        assertThat(both.classNames()).containsExactly("0", "90", "180");
        assertThat(both.train().labels()).containsExactly(0, 2);
        assertThat(both.test().labels()).containsExactly(1, 2);
    }

    @Test
    void onePartMayHaveNoLabels() throws Problem {
        Dataset both = PairedParts.of(
                REQUEST,
                data("a", images(new int[] {0, 1}, 1, 2), images(new int[] {0}, 3), "x", "y"),
                data("b", images(null, 4), images(null, 5)));
        assertThat(both.train().labelled()).isTrue();
        assertThat(both.test().labelled()).isFalse();
    }

    @Test
    void otherSizesOrTonesAreRefused() {
        Dataset grey = data("a", images(null, 1, 2), images(null, 3));
        ImageSet colours = new ImageSet(2, ImageShape.colour(1, 1), new byte[6], null);
        Dataset colour = data("b", colours, colours);
        Problems.of(() -> PairedParts.of(REQUEST, grey, colour), "data.pair.shape", "a", "1 × 1", "b", "--channels");
    }
}
