package latentlab.run.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class KeptEpochsTest {
    /** @return those still kept of so many epochs, whose differences are from every sixteenth, with 10 bytes each */
    private static Set<Integer> kept(KeptEpochs epochs, int count, int best) {
        Set<Integer> left = new TreeSet<>();
        for (int epoch = 0; epoch < count; epoch++) {
            left.add(epoch);
            left.removeAll(
                    epochs.add(epoch, epoch % 16 == 0 ? -1 : epoch / 16 * 16, 10, epoch == best ? 1 : 2 + epoch));
        }
        return left;
    }

    @Test
    void keepsAllThatThereIsRoomFor() {
        KeptEpochs epochs = new KeptEpochs(1, 500);
        assertThat(kept(epochs, 50, 7)).hasSize(50);
        assertThat(epochs.stride()).isEqualTo(1);
    }

    @Test
    void thenEverySecondFourthAndSoOnAndTheFirstTheBestTheNewestAndWhatTheyDifferFrom() {
        KeptEpochs epochs = new KeptEpochs(1, 120);
        assertThat(kept(epochs, 40, 7)).containsExactly(0, 4, 7, 8, 12, 16, 20, 24, 28, 32, 36, 39);
        assertThat(epochs.stride()).isEqualTo(4);
        epochs = new KeptEpochs(1, 80);
        // 70 is the newest, and a difference from 64; the best from 16.
        assertThat(kept(epochs, 71, 23)).containsExactly(0, 16, 23, 32, 48, 64, 70);
        epochs = new KeptEpochs(1, 60);
        assertThat(kept(epochs, 71, 23)).containsExactly(0, 16, 23, 32, 64, 70);
    }

    @Test
    void keepsWhatItMustWhateverThatTakes() {
        assertThat(kept(new KeptEpochs(1, 5), 34, 20)).containsExactly(0, 16, 20, 32, 33);
        assertThat(kept(new KeptEpochs(1, 0), 1, 0)).containsExactly(0);
    }

    @Test
    void beginsWithWhatIsKeptOfStates() {
        assertThat(kept(new KeptEpochs(50, 10_000), 130, 60)).containsExactly(0, 48, 50, 60, 96, 100, 128, 129);
    }

    @Test
    void goesOnAsItWasWithWhatAFileHas() {
        KeptEpochs epochs = new KeptEpochs(1, 120);
        for (int epoch : new int[] {0, 4, 7, 8, 12, 16, 20, 24, 28, 32, 36, 39}) {
            epochs.found(epoch, epoch % 16 == 0 ? -1 : epoch / 16 * 16, 10, epoch == 7 ? 1 : 50);
        }
        epochs.foundAll();
        assertThat(epochs.stride()).isEqualTo(4);
        assertThat(epochs.add(40, 32, 10, 60)).containsExactly(39);
        assertThat(epochs.add(41, 32, 10, 60)).containsExactly(36, 28, 20, 12, 4);
    }

    /** Of a branch, no state before the one it begins with is kept. */
    @Test
    void goesOnWithoutTheFirst() {
        KeptEpochs epochs = new KeptEpochs(50, 1000);
        epochs.found(13, -1, 10, 1);
        epochs.foundAll();
        assertThat(epochs.stride()).isEqualTo(50);
        assertThat(epochs.add(14, -1, 10, 2)).as("13 is the best").isEmpty();
        assertThat(epochs.add(15, -1, 10, 3)).containsExactly(14);
    }

    /** After a rescue, damaged ones are missing: they say nothing of how often one is kept. */
    @Test
    void singleGapsThinNothing() {
        KeptEpochs epochs = new KeptEpochs(1, 10_000);
        for (int epoch = 0; epoch <= 70; epoch++) {
            if (epoch != 0 && epoch != 33 && epoch != 64) {
                epochs.found(epoch, -1, 10, 100 - epoch);
            }
        }
        epochs.foundAll();
        assertThat(epochs.stride()).isEqualTo(1);
        assertThat(epochs.add(71, -1, 10, 50)).isEmpty();
    }

    /** When a transaction has failed, its epoch comes again. */
    @Test
    void countsAnEpochOnceThatComesTwice() {
        KeptEpochs epochs = new KeptEpochs(1, 30);
        epochs.add(0, -1, 10, 3);
        epochs.add(1, 0, 10, 2);
        epochs.add(1, 0, 10, 2);
        assertThat(epochs.add(2, 0, 10, 1)).isEmpty();
    }
}
