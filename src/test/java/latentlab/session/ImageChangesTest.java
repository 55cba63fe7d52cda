package latentlab.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import latentlab.session.ImageChanges.Change;
import org.junit.jupiter.api.Test;

/** Which epochs stand out by how much images change. */
class ImageChangesTest {
    /** @param amounts the first is of epoch 1 */
    private static List<Integer> standingOut(double... amounts) {
        return ImageChanges.standingOut(IntStream.range(0, amounts.length)
                .mapToObj(i -> new Change(i + 1, amounts[i]))
                .toList());
    }

    @Test
    void ofNoneOrOneEpochNoneOrThatOne() {
        assertThat(standingOut()).isEmpty();
        assertThat(standingOut(0.2)).containsExactly(1);
        assertThat(standingOut(0)).isEmpty();
        assertThat(standingOut(0.0019)).as("not to be seen").isEmpty();
        assertThat(standingOut(0.002)).containsExactly(1);
    }

    @Test
    void aSteadyDeclineHasItsBeginningOnly() {
        assertThat(standingOut(0.5, 0.3, 0.2, 0.1, 0.05, 0.02)).containsExactly(1);
    }

    @Test
    void whatFollowsAPlateauStandsOut() {
        assertThat(standingOut(0.5, 0.01, 0.01, 0.011, 0.01, 0.2, 0.1, 0.01)).containsExactly(1, 6);
        assertThat(standingOut(0.5, 0.01, 0.01, 0.011, 0.01, 0.019, 0.01)).containsExactly(1);
        assertThat(standingOut(0.01, 0.01, 0.01, 0.01, 0.02)).containsExactly(5);
    }

    @Test
    void lossesThatAreNoNumbersStandOutNowhere() {
        assertThat(standingOut(0.5, Double.NaN, Double.NaN)).isEmpty();
        assertThat(standingOut(0.01, 0.01, Double.NaN, 0.01, 0.5)).containsExactly(5);
    }

    @Test
    void ofThousandsTheTwelveLargestInOrder() {
        List<Change> changes = new ArrayList<>();
        for (int epoch = 1; epoch <= 6000; epoch++) {
            changes.add(new Change(epoch, epoch % 100 == 0 ? 0.1 + epoch * 1e-5 : 0.01));
        }
        assertThat(ImageChanges.standingOut(changes))
                .isEqualTo(
                        IntStream.rangeClosed(49, 60).map(i -> i * 100).boxed().toList());
    }
}
