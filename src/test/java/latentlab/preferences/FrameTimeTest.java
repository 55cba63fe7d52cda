package latentlab.preferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FrameTimeTest {
    @Test
    void theSliderGoesFromTheShortestToTheLongestInEqualRatios() {
        assertThat(FrameTime.at(0)).isEqualTo(20);
        assertThat(FrameTime.at(0.5)).isEqualTo(200);
        assertThat(FrameTime.at(1)).isEqualTo(2000);
        assertThat(FrameTime.at(-1)).isEqualTo(20);
        assertThat(FrameTime.at(2)).isEqualTo(2000);
        for (int millis : new int[] {20, 21, 99, 100, 150, 990, 1000, 2000}) {
            assertThat(FrameTime.at(FrameTime.place(millis))).isEqualTo(millis);
        }
        assertThat(FrameTime.place(150)).isCloseTo(0.4375, within(0.001));
    }

    @Test
    void keysStopAtEitherEnd() {
        assertThat(FrameTime.faster(150)).isEqualTo(100);
        assertThat(FrameTime.slower(150)).isEqualTo(200);
        assertThat(FrameTime.faster(137)).isEqualTo(100);
        assertThat(FrameTime.slower(137)).isEqualTo(150);
        assertThat(FrameTime.faster(20)).isEqualTo(20);
        assertThat(FrameTime.slower(2000)).isEqualTo(2000);
    }
}
