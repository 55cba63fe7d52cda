package latentlab.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class WorkersTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 8})
    void eachPartIsDoneOnceAndAllOfThemBeforeTheNextRound(int count) {
        try (Workers workers = new Workers(count)) {
            assertThat(workers.count()).isEqualTo(count);
            AtomicIntegerArray done = new AtomicIntegerArray(20);
            for (int round = 1; round <= 5000; round++) {
                workers.share(20, (worker, part) -> {
                    assertThat(worker).isBetween(0, count - 1);
                    done.incrementAndGet(part);
                });
                if (round % 997 == 0) {
                    // Long enough for the others to fall asleep.
                    LockSupport.parkNanos(300_000);
                }
                for (int i = 0; i < done.length(); i++) {
                    assertThat(done.get(i)).isEqualTo(round);
                }
            }
        }
    }

    @Test
    void allOfThemWorkAtTheSameTime() {
        try (Workers workers = new Workers(4)) {
            for (int round = 0; round < 3; round++) {
                CountDownLatch all = new CountDownLatch(4);
                Set<Integer> seen = ConcurrentHashMap.newKeySet();
                workers.run(worker -> {
                    seen.add(worker);
                    all.countDown();
                    try {
                        all.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                });
                assertThat(seen).containsExactlyInAnyOrder(0, 1, 2, 3);
            }
        }
    }

    @Test
    void theCallerWaitsForTheSlowest() {
        try (Workers workers = new Workers(3)) {
            AtomicInteger done = new AtomicInteger();
            workers.run(worker -> {
                LockSupport.parkNanos(worker * 5_000_000L);
                done.incrementAndGet();
            });
            assertThat(done).hasValue(3);
        }
    }

    @Test
    void whatFailsFailsForTheCallerWhoeverDidIt() {
        try (Workers workers = new Workers(3)) {
            for (int culprit = 0; culprit < 3; culprit++) {
                int bad = culprit;
                assertThatThrownBy(() -> workers.run(worker -> {
                            if (worker == bad) {
                                throw new IllegalStateException("worker " + worker);
                            }
                        }))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("worker " + bad);
            }
        }
    }
}
