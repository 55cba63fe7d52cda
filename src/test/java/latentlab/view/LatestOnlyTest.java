package latentlab.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class LatestOnlyTest {
    /** Work for the background, done when the test says so; the test's own thread is the user interface's. */
    private final Deque<Runnable> background = new ArrayDeque<>();

    private boolean closed;
    private final LatestOnly latest = new LatestOnly(background::add, Runnable::run, () -> closed);
    private final List<String> computed = new ArrayList<>();
    private final List<String> shown = new ArrayList<>();

    private String compute(String what) {
        computed.add(what);
        return what;
    }

    @Test
    void takesOneThreadAtATimeAndThenOnlyTheNewest() {
        latest.request(
                () -> {
                    latest.request(() -> compute("second"), shown::add);
                    latest.request(() -> compute("third"), shown::add);
                    assertThat(background).isEmpty();
                    return compute("first");
                },
                shown::add);
        assertThat(background).hasSize(1);
        background.poll().run();
        assertThat(shown).isEmpty();
        assertThat(background).hasSize(1);
        background.poll().run();
        assertThat(computed).containsExactly("first", "third");
        assertThat(shown).containsExactly("third");
        assertThat(background).isEmpty();
    }

    @Test
    void isPendingUntilTheNewestIsShownGivenUpOrForgotten() {
        assertThat(latest.pending()).isFalse();
        latest.request(() -> compute("first"), shown::add);
        latest.request(() -> compute("second"), shown::add);
        assertThat(latest.pending()).isTrue();
        background.poll().run();
        assertThat(latest.pending()).isFalse();

        latest.<String>request(
                () -> {
                    throw new CancellationException();
                },
                shown::add);
        assertThat(latest.pending()).isTrue();
        background.poll().run();
        assertThat(latest.pending()).as("given up").isFalse();

        latest.request(() -> compute("third"), shown::add);
        latest.forget();
        assertThat(latest.pending()).as("forgotten").isFalse();
        latest.request(() -> compute("fourth"), what -> latest.request(() -> compute(what + " again"), shown::add));
        background.removeFirst().run();
        while (!background.isEmpty() && !shown.contains("fourth again")) {
            assertThat(latest.pending()).as("what is shown asks for more").isTrue();
            background.poll().run();
        }
        assertThat(latest.pending()).isFalse();
    }

    @Test
    void saysNothingOfAComputationThatWasGivenUpAndTakesTheNext() {
        latest.<String>request(
                () -> {
                    throw new CancellationException();
                },
                shown::add);
        background.poll().run();
        latest.request(() -> compute("next"), shown::add);
        background.poll().run();
        assertThat(shown).containsExactly("next");
    }

    @Test
    void endsWhatIsUnderWayAndBeginsNothingOnceNobodyWillSeeIt() {
        latest.request(
                wanted -> {
                    assertThat(wanted.getAsBoolean()).isTrue();
                    closed = true;
                    if (!wanted.getAsBoolean()) {
                        throw new CancellationException();
                    }
                    return compute("planes");
                },
                shown::add);
        background.poll().run();
        latest.request(() -> compute("units"), shown::add);
        background.poll().run();
        assertThat(computed).isEmpty();
        assertThat(shown).isEmpty();
    }

    @Test
    void tellsALongComputationAsSoonAsSomethingElseIsWanted() {
        latest.request(
                wanted -> {
                    assertThat(wanted.getAsBoolean()).isTrue();
                    latest.request(() -> compute("units"), shown::add);
                    if (!wanted.getAsBoolean()) {
                        throw new CancellationException();
                    }
                    return compute("planes");
                },
                shown::add);
        background.poll().run();
        background.poll().run();
        assertThat(computed).containsExactly("units");
        assertThat(shown).containsExactly("units");
    }

    @Test
    void tellsOfMemoryThatRunsOutAndComputesTheNext() {
        List<Throwable> told = new ArrayList<>();
        Thread.currentThread().setUncaughtExceptionHandler((_, failure) -> told.add(failure));
        try {
            latest.request(() -> String.valueOf(new long[Integer.MAX_VALUE - 8].length), shown::add);
            background.poll().run();
        } finally {
            Thread.currentThread().setUncaughtExceptionHandler(null);
        }
        assertThat(told).hasSize(1).first().isInstanceOf(OutOfMemoryError.class);
        latest.request(() -> compute("next"), shown::add);
        background.poll().run();
        assertThat(shown).containsExactly("next");
    }
}
