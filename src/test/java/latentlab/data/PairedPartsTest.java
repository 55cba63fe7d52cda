package latentlab.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import latentlab.text.Problem;
import latentlab.text.Sentence;
import org.junit.jupiter.api.Test;

class PairedPartsTest {
    private static final DataRequest REQUEST = new DataRequest("a", "b", ImageOptions.DEFAULT);

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
