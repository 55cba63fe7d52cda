package latentlab.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Sentence;
import org.junit.jupiter.api.Test;

class LongTasksTest {
    private final List<Runnable> background = new ArrayList<>();
    private final Notices notices = new Notices();
    private final LongTasks tasks = new LongTasks(background::add, Runnable::run, notices);
    private final List<String> delivered = new ArrayList<>();

    @Test
    void deliversWhatItsWorkCameTo() {
        tasks.start(Sentence.of("view.data.loading", "x"), _ -> "data", delivered::add);
        assertThat(tasks.running()).hasSize(1);
        background.getFirst().run();
        assertThat(delivered).containsExactly("data");
        assertThat(tasks.running()).isEmpty();
    }

    @Test
    void deliversNothingOnceCancelledEvenIfItsWorkRanToTheEnd() {
        var task = tasks.start(Sentence.of("view.data.loading", "x"), _ -> "data", delivered::add);
        task.cancel();
        background.getFirst().run();
        assertThat(delivered).isEmpty();
        assertThat(tasks.running()).isEmpty();
    }

    @Test
    void closesWhatNobodyWantsAnyMore() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        var task = tasks.<AutoCloseable>start(
                Sentence.of("view.data.loading", "x"), _ -> closed::countDown, _ -> delivered.add("file"));
        task.cancel();
        background.getFirst().run();
        assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(delivered).isEmpty();
    }

    @Test
    void complainsAboutNothingOnceCancelled() {
        var task = tasks.<String>start(
                Sentence.of("view.data.loading", "x"),
                _ -> {
                    throw Problem.of("data.empty", "x");
                },
                delivered::add);
        task.cancel();
        background.getFirst().run();
        assertThat(notices.currentProperty().get()).isNull();
    }

    @Test
    void saysThatTheHeapIsFull() {
        tasks.start(Sentence.of("view.data.loading", "x"), _ -> new long[Integer.MAX_VALUE - 8], _ -> {});
        background.getFirst().run();
        String words = new Messages(Locale.ENGLISH)
                .text(notices.currentProperty().get().text());
        assertThat(words).contains("Java heap", "-Xmx", "Your run is kept");
    }
}
