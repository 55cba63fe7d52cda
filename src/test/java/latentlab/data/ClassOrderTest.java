package latentlab.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClassOrderTest {
    @Test
    void numbersCountByTheirValueAndComeBeforeLetters() {
        List<String> ordered = List.of(
                "0", "2", "007", "7", "10", "123456789012345678901", "apple", "class 9", "class 10", "class 10b", "や");
        List<String> mixed = new ArrayList<>(ordered);
        Collections.shuffle(mixed, new Random(3));
        mixed.sort(new ClassOrder());
        assertThat(mixed).isEqualTo(ordered);
    }

    @Test
    void digitsOfAllScriptsAreNumbers() {
        assertThat(List.of("١٠", "2", "１０", "９", "٣", "class １１", "class 9").stream()
                        .sorted(new ClassOrder()))
                .containsExactly("2", "٣", "９", "١٠", "１０", "class 9", "class １１");
    }
}
