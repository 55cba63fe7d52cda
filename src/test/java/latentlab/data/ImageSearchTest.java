package latentlab.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Locale;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Sentence;
import org.junit.jupiter.api.Test;

/** What people type is found, or they learn what to type instead. */
class ImageSearchTest {
    private static final Dataset CLOTHES = dataset(new int[] {9, 0, 3, 0, 9}, "T-shirt/top", "Trouser", "", "Dress");

    private static Dataset dataset(int[] labels, String... names) {
        ImageSet images = new ImageSet(5, ImageShape.grey(2, 2), new byte[20], labels);
        return new Dataset(Sentence.of("view.data.digits"), "digits", images, images, List.of(names));
    }

    private static String refusal(ImageSearch search, String typed, Dataset dataset) {
        Problem problem = catchThrowableOfType(Problem.class, () -> search.find(typed, dataset));
        return new Messages(Locale.ENGLISH).text(problem.sentence());
    }

    @Test
    void findsIndicesAndRangesInTheOrderTypedEachOnce() throws Exception {
        assertThat(ImageSearch.INDEX.find(" 3 ", CLOTHES)).containsExactly(3);
        assertThat(ImageSearch.INDEX.find("4, 1-3,2 0", CLOTHES)).containsExactly(4, 1, 2, 3, 0);
        assertThat(ImageSearch.INDEX.find("3-1", CLOTHES)).containsExactly(1, 2, 3);
        assertThat(ImageSearch.INDEX.find("２、４", CLOTHES))
                .as("as typed in Japanese")
                .containsExactly(2, 4);
    }

    @Test
    void findsClassesByNameOrNumber() throws Exception {
        assertThat(ImageSearch.CLASS.find("t-shirt/TOP", CLOTHES)).containsExactly(1, 3);
        assertThat(ImageSearch.CLASS.find("9", CLOTHES)).containsExactly(0, 4);
        assertThat(ImageSearch.CLASS.find("3, T-shirt/top", CLOTHES)).containsExactly(1, 2, 3);
    }

    @Test
    void saysWhatIsWrongAndWhatToType() {
        assertThat(refusal(ImageSearch.INDEX, "", CLOTHES)).isEqualTo("Type the index of a test image: 0 to 4.");
        assertThat(refusal(ImageSearch.INDEX, "1, seven", CLOTHES))
                .isEqualTo("“seven” is no index: type a number from 0 to 4, or a range such as 10-20.");
        assertThat(refusal(ImageSearch.INDEX, "-1", CLOTHES)).startsWith("“-1” is no index");
        assertThat(refusal(ImageSearch.INDEX, "5", CLOTHES))
                .isEqualTo("There is no test image 5: type a number from 0 to 4.");
        assertThat(refusal(ImageSearch.INDEX, "0-99999999999", CLOTHES)).contains("no test image 99999999999");
        assertThat(refusal(ImageSearch.CLASS, "Trouser", CLOTHES))
                .as("a class no test image is of")
                .isEqualTo("No test image is of class “Trouser”: type one of T-shirt/top, Dress, 9.");
        assertThat(refusal(ImageSearch.CLASS, "7", dataset(null))).contains("no labels", "by index");
    }
}
