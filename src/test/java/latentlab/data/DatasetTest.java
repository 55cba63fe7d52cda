package latentlab.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import latentlab.text.Sentence;
import org.junit.jupiter.api.Test;

class DatasetTest {
    @Test
    void someImagesOfManyAreSpreadOverAllOfThem() {
        assertThat(ImageSet.spread(10, 4)).containsExactly(0, 2, 5, 7);
        assertThat(ImageSet.spread(3, 4)).containsExactly(0, 1, 2);
        assertThat(ImageSet.spread(2_000_000_000, 2)).containsExactly(0, 1_000_000_000);
    }

    @Test
    void samplesAreTheFirstZeroAndFromThereOnTheNextOfEachDigit() {
        // The 1 before the first 0 is passed over, as is the 3 before the 2.
        assertThat(samples(1, 0, 3, 0, 1, 3, 2, 4, 3, 4, 5, 6, 7, 8, 9, 9))
                .containsExactly(1, 4, 6, 8, 9, 10, 11, 12, 13, 14);
    }

    @Test
    void aDigitThatDoesNotComeAnyMoreIsTakenFromBefore() {
        assertThat(samples(9, 0, 1, 2, 3, 4, 5, 6, 7, 8)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 0);
    }

    @Test
    void withFewerClassesTheWalkGoesRoundAgain() {
        assertThat(samples(0, 0, 1, 1, 0, 0, 1, 1, 0, 1, 0, 1)).containsExactly(0, 2, 4, 6, 8, 9, 10, 11, 1, 3);
    }

    @Test
    void withOneClassTheFirstTenAreTaken() {
        assertThat(samples(new int[12])).containsExactly(IntStream.range(0, 10).toArray());
    }

    @Test
    void aRareClassLeavesNoGap() {
        assertThat(samples(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1))
                .hasSize(10)
                .doesNotHaveDuplicates()
                .contains(11);
    }

    @Test
    void fewerThanTenTestImagesAreAllShown() {
        assertThat(samples(2, 0, 1)).containsExactlyInAnyOrder(0, 1, 2);
    }

    @Test
    void withMoreThanTenClassesTenAreShownEvenlySpread() {
        assertThat(samples(IntStream.range(0, 26).toArray())).containsExactly(0, 2, 5, 7, 10, 13, 15, 18, 20, 23);
        assertThat(samples(IntStream.range(0, 11).toArray())).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void withoutLabelsTheFirstTenAreTaken() {
        ImageSet images = new ImageSet(12, ImageShape.grey(1, 1), new byte[12], null);
        assertThat(dataset(images).samples())
                .containsExactly(IntStream.range(0, 10).toArray());
    }

    private static int[] samples(int... labels) {
        return dataset(new ImageSet(labels.length, ImageShape.grey(1, 1), new byte[labels.length], labels))
                .samples();
    }

    private static Dataset dataset(ImageSet test) {
        return new Dataset(Sentence.of("data.name", "test"), "test", test, test, List.of());
    }
}
