package latentlab.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    private static List<Integer> unusual(String... values) {
        Difference difference = new Difference("lr", List.of(values));
        return IntStream.range(0, values.length)
                .filter(difference::isUnusual)
                .boxed()
                .toList();
    }

    @Test
    void whatMostHaveIsUsual() {
        assertThat(unusual("0.01", "0.003", "0.01")).containsExactly(1);
        assertThat(unusual("0.01", "0.003")).containsExactly(0, 1);
        assertThat(unusual("0.01", "0.003", "0.01", "0.03")).containsExactly(0, 1, 2, 3);
    }
}
