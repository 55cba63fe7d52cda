package latentlab.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DetachedTest {
    private static final Sentence FIRST = Sentence.of("text.first");
    private static final Sentence LAST = Sentence.of("text.last");

    @Test
    void theCallerGetsTheResultAndHearsTheReportsOnItsOwnThread() throws Exception {
        List<Sentence> heard = new ArrayList<>();
        Thread caller = Thread.currentThread();
        String result = Detached.run(
                FIRST,
                progress -> {
                    assertThat(Thread.currentThread()).isNotSameAs(caller);
                    progress.report(1, LAST);
                    return "done";
                },
                (_, what) -> {
                    assertThat(Thread.currentThread()).isSameAs(caller);
                    heard.add(what);
                });
        assertThat(result).isEqualTo("done");
        assertThat(heard).startsWith(FIRST).endsWith(LAST);
    }

    @Test
    void whatTheWorkThrowsIsThrown() {
        assertThatThrownBy(() -> Detached.run(
                        FIRST,
                        _ -> {
                            throw new IOException("broken");
                        },
                        Progress.NONE))
                .isInstanceOf(IOException.class)
                .hasMessage("broken");
    }

    @Test
    void workThatCannotBeStoppedIsLeft() {
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        assertThatThrownBy(() -> Detached.run(
                        FIRST,
                        _ -> {
                            working.countDown();
                            while (true) {
                                try {
                                    never.await();
                                } catch (InterruptedException _) {
                                    // It does not care.
                                }
                            }
                        },
                        (_, _) -> {
                            if (working.getCount() == 0) {
                                throw new CancellationException();
                            }
                        }))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void workThatReportsHearsThatItHasBeenLeft() throws Exception {
        CountDownLatch heard = new CountDownLatch(1);
        assertThatThrownBy(() -> Detached.run(
                        FIRST,
                        progress -> {
                            try {
                                while (true) {
                                    progress.report(0, LAST);
                                }
                            } catch (CancellationException _) {
                                heard.countDown();
                                throw new CancellationException();
                            }
                        },
                        (_, what) -> {
                            if (what.equals(LAST)) {
                                throw new CancellationException();
                            }
                        }))
                .isInstanceOf(CancellationException.class);
        heard.await();
    }
}
