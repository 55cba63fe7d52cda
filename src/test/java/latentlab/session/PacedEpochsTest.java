package latentlab.session;

import static latentlab.run.Recorder.epoch;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import latentlab.engine.settings.TrainingConfig;
import latentlab.run.RunEvent;
import latentlab.run.RunState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Epochs that come faster than anybody looks at them, by a clock that the tests turn. */
class PacedEpochsTest extends ModelWithService {
    private static final TrainingConfig LONG = CONFIG.withEpochs(TrainingConfig.MAX_EPOCHS);

    private final Clock clock = new Clock();
    private final List<Integer> looks = new ArrayList<>();
    private CountDownLatch held = new CountDownLatch(1);

    /** Its time stands still until it is turned on. */
    private final class Clock implements Schedule {
        private record Task(Runnable what, long due) {}

        private final List<Task> tasks = new ArrayList<>();
        private long now;

        @Override
        public void execute(Runnable task, long nanos) {
            if (nanos == 0) {
                ui.execute(task);
            } else {
                synchronized (this) {
                    tasks.add(new Task(task, now + nanos));
                }
            }
        }

        @Override
        public synchronized long now() {
            return now;
        }

        synchronized int waiting() {
            return tasks.size();
        }

        synchronized void turn(long nanos) {
            now += nanos;
            tasks.stream().filter(task -> task.due <= now).forEach(task -> ui.execute(task.what));
            tasks.removeIf(task -> task.due <= now);
        }
    }

    @Override
    Schedule schedule() {
        return clock;
    }

    @BeforeEach
    void look() {
        ui.run(() -> model.selectedEpochProperty().subscribe(epoch -> looks.add(epoch.intValue())));
    }

    /** The training waits after that epoch, until the next call or {@link #letGo}. */
    private void trainUpTo(int epoch) {
        CountDownLatch before = held;
        CountDownLatch next = new CountDownLatch(1);
        held = next;
        events.at(epoch(epoch), () -> awaitUninterrupted(next));
        before.countDown();
        ui.run(model::train);
        events.await(epoch(epoch), RunEvent.EpochDone.class);
    }

    @AfterEach
    void letGo() {
        held.countDown();
    }

    @Test
    void fastEpochsEnterTheHistoryAllTogetherAndLiveGoesToTheLast() {
        open(LONG);
        trainUpTo(1);
        ui.await(() -> model.history().size() == 2);
        trainUpTo(20);
        clock.turn(EventInbox.PACE - 1);
        ui.run(() -> assertThat(epochs()).isEqualTo(upTo(1)));
        assertThat(clock.waiting()).as("one for all of them").isEqualTo(1);
        clock.turn(1);
        ui.run(() -> {
            assertThat(epochs()).isEqualTo(upTo(20));
            assertThat(looks).containsExactly(0, 1, 20);
        });
    }

    @Test
    void anEpochThatTakesItsTimeComesAtOnce() {
        open(LONG);
        for (int epoch = 1; epoch <= 3; epoch++) {
            clock.turn(EventInbox.PACE);
            ui.run(model::trainOneEpoch);
            int size = epoch + 1;
            ui.await(() -> model.history().size() == size && state() == RunState.PAUSED);
        }
        ui.run(() -> assertThat(looks).containsExactly(0, 1, 2, 3));
        assertThat(clock.waiting()).isZero();
    }

    @Test
    void aPauseShowsTheLastEpochAtOnce() {
        open(LONG);
        trainUpTo(30);
        ui.run(model::pause);
        letGo();
        ui.await(() -> state() == RunState.PAUSED);
        assertLastIsShown();
    }

    @Test
    void aStopShowsTheLastEpochAtOnce() {
        open(LONG);
        trainUpTo(30);
        ui.run(model::stop);
        letGo();
        ui.await(() -> state() == RunState.STOPPED);
        assertLastIsShown();
    }

    @Test
    void theEndOfARunShowsItsLastEpochAtOnce() {
        open(CONFIG.withEpochs(30));
        ui.run(model::train);
        ui.await(() -> state() == RunState.FINISHED);
        ui.run(() -> assertThat(epochs()).isEqualTo(upTo(30)));
        assertLastIsShown();
    }

    private void assertLastIsShown() {
        ui.run(() -> {
            int last = run().epochs().count() - 1;
            assertThat(last).isGreaterThanOrEqualTo(30);
            assertThat(epochs()).isEqualTo(upTo(last));
            assertThat(looks).endsWith(last).hasSizeLessThan(5);
        });
    }
}
