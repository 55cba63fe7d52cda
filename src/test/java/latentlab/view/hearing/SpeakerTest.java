package latentlab.view.hearing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sound.sampled.LineUnavailableException;
import org.junit.jupiter.api.Test;

/** Tones are played beside everything else. */
class SpeakerTest {
    @Test
    void keepsNobodyWaitingAndPlaysTheNewestNext() throws Exception {
        CountDownLatch playing = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(2);
        List<byte[]> played = Collections.synchronizedList(new ArrayList<>());
        Speaker speaker = new Speaker(
                samples -> {
                    played.add(samples);
                    playing.countDown();
                    await(free);
                    done.countDown();
                },
                () -> {});
        speaker.play(880);
        assertThat(playing.await(60, TimeUnit.SECONDS)).isTrue();
        for (int hertz = 200; hertz <= 400; hertz += 50) {
            speaker.play(hertz);
        }
        free.countDown();
        assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(played).containsExactly(LossTone.samples(880), LossTone.samples(400));
    }

    @Test
    void tellsThatNothingCanBePlayed() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        Speaker speaker = new Speaker(
                _ -> {
                    throw new LineUnavailableException("none");
                },
                told::countDown);
        speaker.play(440);
        assertThat(told.await(60, TimeUnit.SECONDS)).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
