package latentlab.view.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import latentlab.engine.settings.Preset;
import latentlab.engine.training.EpochResult;
import org.junit.jupiter.api.Test;

class SightTest {
    @Test
    void isCertainOfLossesAlone() {
        List<EpochResult> history = List.of(loss(0, 0.2), loss(1, 0.11), loss(2, 0.099));
        assertThat(Sight.HALVED.certain(history.subList(0, 2))).isFalse();
        assertThat(Sight.HALVED.certain(history)).isTrue();
        assertThat(Sight.SETTLED.certain(history)).isFalse();
        List<EpochResult> flat = IntStream.range(0, 9)
                .mapToObj(epoch -> loss(epoch, epoch < 2 ? 0.2 : 0.1))
                .toList();
        assertThat(Sight.SETTLED.certain(flat)).isTrue();
        assertThat(Sight.SETTLED.certain(flat.subList(0, 7))).isFalse();
        assertThat(Sight.READABLE.certain(flat)).as("for a person to see").isFalse();
        for (Preset preset : Preset.values()) {
            assertThat(Sight.of(preset)).hasSize(3);
        }
    }

    private static EpochResult loss(int epoch, double valid) {
        return new EpochResult(epoch, valid, valid, 1, 0.01);
    }
}
