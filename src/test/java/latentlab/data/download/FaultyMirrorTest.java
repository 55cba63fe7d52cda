package latentlab.data.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import latentlab.data.Dataset;
import latentlab.data.Problems;
import latentlab.data.download.RemoteFile.Hashed;
import latentlab.text.Progress;
import org.junit.jupiter.api.Test;

/** What mirrors do wrong. */
class FaultyMirrorTest extends TwoMirrors {
    private static final Duration SHORT = Duration.ofMillis(200);

    @Test
    void aBrokenTransferIsTakenUpWhereItBroke() throws Exception {
        first.answer(first.brokenOnceAfter(HALF, Mirror.GOOD));
        assertLoads();
        assertThat(first.requests.getFirst()).isEqualTo(IMAGES);
        // The last bytes on the way may have been lost with the connection.
        assertThat(first.requests.get(1)).startsWith(IMAGES + " bytes=");
        assertThat(second.requests).isEmpty();
    }

    @Test
    void aMirrorThatKnowsNoRangesStartsOver() throws Exception {
        first.answer(first.brokenOnceAfter(HALF, Mirror.WHOLE));
        assertLoads();
        assertThat(second.requests).isEmpty();
    }

    @Test
    void aMirrorWithoutTheFilesIsPassedOver() throws Exception {
        first.answer(Mirror.NOT_FOUND);
        assertLoads();
        assertThat(first.requests)
                .as("asked once, for the other three files the one that works comes first")
                .hasSize(1);
        assertThat(second.requests).hasSize(4);
    }

    @Test
    void wrongBytesAreNoticedAndTheOtherMirrorHelps() throws Exception {
        first.answer(Mirror.WRONG_BYTES);
        assertLoads();
        assertThat(second.requests).hasSize(4);
    }

    @Test
    void wrongBytesOnBothMirrorsAreNotKept() throws Exception {
        first.answer(Mirror.WRONG_BYTES);
        second.answer(Mirror.WRONG_BYTES);
        Problems.of(this::load, "data.download.failed", "Mini");
        assertThat(kept()).isEmpty();
    }

    @Test
    void moreBytesThanTheFileCanHaveAreNotTaken() throws Exception {
        first.answer(Mirror.TOO_MUCH);
        assertLoads();
        assertThat(second.requests).hasSize(4);
    }

    @Test
    void aTransferThatBreaksAndNeverGetsFurtherIsGivenUp() throws Exception {
        for (Mirror mirror : List.of(first, second)) {
            mirror.answer((exchange, file) -> exchange.sendResponseHeaders(200, file.length));
        }
        Problems.of(this::load, "data.download.failed", "Mini");
    }

    @Test
    void aMirrorThatStallsIsGivenUp() throws Exception {
        first.answer(first.stallingAfter(HALF));
        assertThat(datasets(Hashed.PACKED, SHORT)
                        .load("mini", Progress.NONE)
                        .train()
                        .count())
                .isEqualTo(200);
        assertThat(second.requests.getFirst()).startsWith(IMAGES + " bytes=");
    }

    @Test
    void aMirrorThatDoesNotAnswerIsGivenUp() throws Exception {
        first.answer(first.silent());
        assertThat(datasets(Hashed.PACKED, SHORT)
                        .load("mini", Progress.NONE)
                        .train()
                        .count())
                .isEqualTo(200);
        assertThat(second.requests).hasSize(4);
    }

    @Test
    void aSlowMirrorIsWaitedFor() throws Exception {
        // It sends the next piece only when progress has been reported once more, so progress must not depend on
        // arrivals.
        Semaphore reported = new Semaphore(0);
        first.answer((exchange, file) -> {
            exchange.sendResponseHeaders(200, file.length);
            for (int at = 0; at < file.length; at += 16_384) {
                reported.acquire();
                exchange.getResponseBody().write(file, at, Math.min(16_384, file.length - at));
                exchange.getResponseBody().flush();
            }
        });
        Dataset dataset = datasets(Hashed.PACKED, LONG).load("mini", (fraction, what) -> reported.release());
        assertThat(dataset.train().count()).isEqualTo(200);
        assertThat(second.requests).isEmpty();
    }

    @Test
    void aStalledDownloadCanBeCancelledAndKeepsWhatItHas() throws Exception {
        first.answer(first.stallingAfter(HALF));
        Path part = cache.resolve("mini").resolve(IMAGES + ".part");
        assertThatThrownBy(() -> datasets(Hashed.PACKED, LONG).load("mini", (fraction, what) -> {
                    if (first.hasStalled() && HttpFetch.size(part) == HALF) {
                        throw new CancellationException();
                    }
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(kept()).containsExactly(IMAGES + ".part");
        first.answer(Mirror.GOOD);
        assertLoads();
        assertThat(first.requests.get(1)).isEqualTo(IMAGES + " bytes=" + HALF + "-");
    }

    @Test
    void aDownloadThatGetsNoAnswerCanBeCancelled() {
        first.answer(first.silent());
        assertThatThrownBy(() -> datasets(Hashed.PACKED, LONG).load("mini", (fraction, what) -> {
                    if (first.hasStalled()) {
                        throw new CancellationException();
                    }
                }))
                .isInstanceOf(CancellationException.class);
    }
}
