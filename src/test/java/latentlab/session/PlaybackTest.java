package latentlab.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import latentlab.preferences.Repeat;
import latentlab.session.Playback.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaybackTest {
    private record Some(TreeSet<Integer> all) implements Playback.Epochs {
        @Override
        public int last() {
            return all.last();
        }

        @Override
        public int kept(int epoch) {
            return all.floor(epoch);
        }

        @Override
        public int keptFrom(int epoch) {
            Integer from = all.ceiling(epoch);
            return from == null ? all.last() : from;
        }
    }

    private static Some every(int stride, int last) {
        TreeSet<Integer> all = new TreeSet<>(List.of(0, last));
        for (int epoch = 0; epoch <= last; epoch += stride) {
            all.add(epoch);
        }
        return new Some(all);
    }

    /** @return the epochs played, as many as are asked for at most */
    private static List<Integer> played(
            Repeat repeat, EpochRange range, Some epochs, int from, boolean backward, int most) {
        Playback playback = new Playback(repeat, range);
        List<Integer> played = new ArrayList<>();
        Frame frame = playback.begin(from, backward, epochs);
        while (frame != null && played.size() < most) {
            played.add(frame.epoch());
            frame = playback.next(frame, epochs);
        }
        return played;
    }

    @Test
    void onceGoesToEitherEndAndFromThereBeginsAtTheOther() {
        assertThat(played(Repeat.ONCE, null, every(1, 4), 2, false, 9)).containsExactly(2, 3, 4);
        assertThat(played(Repeat.ONCE, null, every(1, 4), 2, true, 9)).containsExactly(2, 1, 0);
        assertThat(played(Repeat.ONCE, null, every(1, 4), 4, false, 9)).containsExactly(0, 1, 2, 3, 4);
        assertThat(played(Repeat.ONCE, null, every(1, 4), 0, true, 9)).containsExactly(4, 3, 2, 1, 0);
    }

    @Test
    void loopsAndBounces() {
        assertThat(played(Repeat.LOOP, null, every(1, 2), 1, false, 6)).containsExactly(1, 2, 0, 1, 2, 0);
        assertThat(played(Repeat.LOOP, null, every(1, 2), 1, true, 6)).containsExactly(1, 0, 2, 1, 0, 2);
        assertThat(played(Repeat.BOUNCE, null, every(1, 2), 1, false, 7)).containsExactly(1, 2, 1, 0, 1, 2, 1);
        assertThat(played(Repeat.BOUNCE, null, every(1, 1), 0, false, 4)).containsExactly(0, 1, 0, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ONCE", "LOOP", "BOUNCE"})
    void oneEpochIsAnEnd(Repeat repeat) {
        assertThat(played(repeat, null, every(1, 0), 0, false, 9)).containsExactly(0);
        assertThat(played(repeat, new EpochRange(3, 3), every(1, 5), 1, true, 9))
                .containsExactly(3);
    }

    @Test
    void aRangeIsPlayedOverAndOverAlsoFromOutside() {
        EpochRange range = new EpochRange(2, 4);
        assertThat(played(Repeat.ONCE, range, every(1, 9), 0, false, 5)).containsExactly(2, 3, 4, 2, 3);
        assertThat(played(Repeat.ONCE, range, every(1, 9), 8, true, 5)).containsExactly(4, 3, 2, 4, 3);
        assertThat(played(Repeat.BOUNCE, range, every(1, 9), 3, false, 5)).containsExactly(3, 4, 3, 2, 3);
        assertThat(played(Repeat.LOOP, EpochRange.from(8, null), every(1, 9), 9, false, 4))
                .containsExactly(8, 9, 8, 9);
        assertThat(played(Repeat.LOOP, new EpochRange(20, 30), every(1, 9), 3, false, 4))
                .as("not trained yet")
                .containsExactly(9);
    }

    @Test
    void onlyKeptEpochsArePlayedEachOfThem() {
        assertThat(played(Repeat.ONCE, null, every(4, 10), 0, false, 9)).containsExactly(0, 4, 8, 10);
        assertThat(played(Repeat.ONCE, null, every(4, 10), 10, true, 9)).containsExactly(10, 8, 4, 0);
        assertThat(played(Repeat.LOOP, new EpochRange(3, 9), every(4, 10), 0, false, 4))
                .containsExactly(4, 8, 4, 8);
        assertThat(played(Repeat.LOOP, new EpochRange(5, 7), every(4, 10), 0, false, 4))
                .as("none in the range")
                .containsExactly(4);
        assertThat(played(Repeat.ONCE, null, every(1, 5000), 0, false, 9000))
                .isEqualTo(IntStream.rangeClosed(0, 5000).boxed().toList());
    }

    @Test
    void endsOfARangeThatCrossMoveTheOther() {
        assertThat(EpochRange.from(3, null)).isEqualTo(new EpochRange(3, EpochRange.OPEN));
        assertThat(EpochRange.to(3, null)).isEqualTo(new EpochRange(0, 3));
        assertThat(EpochRange.from(3, new EpochRange(1, 3))).isEqualTo(new EpochRange(3, 3));
        assertThat(EpochRange.from(4, new EpochRange(1, 3))).isEqualTo(new EpochRange(4, EpochRange.OPEN));
        assertThat(EpochRange.to(1, new EpochRange(1, 3))).isEqualTo(new EpochRange(1, 1));
        assertThat(EpochRange.to(0, new EpochRange(1, 3))).isEqualTo(new EpochRange(0, 0));
        assertThat(EpochRange.between(5, 2)).isEqualTo(new EpochRange(2, 5));
        assertThatThrownBy(() -> new EpochRange(2, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
