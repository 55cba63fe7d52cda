package latentlab.run.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CoarseFirstTest {
    private static List<Integer> order(int epochs, int selected, Integer... passedOver) {
        Set<Integer> gone = new TreeSet<>(List.of(passedOver));
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < epochs; i++) {
            int next = CoarseFirst.next(epochs, selected, epoch -> !gone.contains(epoch));
            if (next >= 0) {
                gone.add(next);
                order.add(next);
            }
        }
        assertThat(CoarseFirst.next(epochs, selected, epoch -> !gone.contains(epoch)))
                .isEqualTo(-1);
        return order;
    }

    @Test
    void goesFromTheOneThatIsSeenAndTheNewestToEachOne() {
        assertThat(order(9, 5)).containsExactly(5, 8, 0, 4, 2, 6, 1, 3, 7);
        assertThat(order(1, 0)).containsExactly(0);
        assertThat(order(0, 0)).isEmpty();
    }

    @Test
    void passesOverThoseThatAreNotOpenOrNotThere() {
        assertThat(order(9, 5, 8, 4)).containsExactly(5, 0, 2, 6, 1, 3, 7);
        assertThat(order(3, 7)).as("one that is not there yet").containsExactly(2, 0, 1);
    }
}
