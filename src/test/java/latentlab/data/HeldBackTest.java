package latentlab.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeldBackTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6, 7, 12, 61, 600})
    void isASixthOfAllAndAtLeastOne(int count) {
        assertThat(HeldBack.of(Collections.nCopies(count, "")).cardinality()).isEqualTo((count + 5) / 6);
    }

    @Test
    void isEverySixthWithoutClasses() {
        assertThat(HeldBack.of(Collections.nCopies(18, "")))
                .isEqualTo(BitSet.valueOf(new long[] {0b100000100000100000}));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 6, 7, 10, 12})
    void hasItsShareOfEachOfClassesThatComeInTurn(int classes) {
        List<Integer> inTurn =
                IntStream.range(0, 30 * classes).mapToObj(i -> i % classes).toList();
        int[] held = new int[classes];
        HeldBack.of(inTurn).stream().forEach(i -> held[inTurn.get(i)]++);
        assertThat(held).containsOnly(5);
    }

    @Test
    void hasItsShareOfEachOfClassesThatComeOneAfterTheOther() {
        List<Integer> sorted = IntStream.range(0, 120).mapToObj(i -> i / 60).toList();
        BitSet held = HeldBack.of(sorted);
        assertThat(held.stream().filter(i -> sorted.get(i) == 0).count()).isEqualTo(10);
        assertThat(held.stream().max().orElseThrow())
                .as("spread, since images of a class may be sorted, too")
                .isEqualTo(119);
        assertThat(held.stream().min().orElseThrow()).isEqualTo(5);
    }

    @Test
    void givesSmallClassesTheirTurnByWhatIsLeftOfTheirShare() {
        List<String> few = List.of("a", "a", "a", "a", "a", "b", "b", "b");
        assertThat(HeldBack.of(few).stream().mapToObj(few::get)).containsExactly("a", "b");
    }
}
