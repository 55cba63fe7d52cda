package latentlab.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class WorkersTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void eachItemIsDoneOnceAndAllOfThemBeforeTheNextRound(int count) {
        try (Workers workers = new Workers(count)) {
            AtomicIntegerArray done = new AtomicIntegerArray(20);
            Workers.Work work = (item, worker) -> {
                assertThat(worker).isBetween(0, count - 1);
                done.incrementAndGet(item);
            };
            int expected = 0;
            for (int round = 1; round <= 20_000; round++) {
                int items = round % 21;
                workers.run(work, items);
                expected += items;
                if (round % 997 == 0) {
                    // Long enough for the others to fall asleep.
                    LockSupport.parkNanos(300_000);
                }
                int sum = 0;
                for (int i = 0; i < done.length(); i++) {
                    sum += done.get(i);
                }
                assertThat(sum).as("after round %d", round).isEqualTo(expected);
            }
        }
    }

    @Test
    void allOfThemWorkAtTheSameTime() {
        try (Workers workers = new Workers(4)) {
            for (int round = 0; round < 3; round++) {
                assertThat(meeting(workers, 4)).containsExactlyInAnyOrder(0, 1, 2, 3);
            }
        }
    }

    @Test
    void aSmallerTeamLeavesTheOthersOut() {
        try (Workers workers = new Workers(3)) {
            for (int round = 0; round < 1000; round++) {
                workers.team(3);
                Set<Integer> all = meeting(workers, 3);
                workers.team(2);
                // At once: the third is still looking for something to do.
                Set<Integer> two = meeting(workers, 2);
                assertThat(all).containsExactlyInAnyOrder(0, 1, 2);
                assertThat(two).containsExactlyInAnyOrder(0, 1);
            }
            workers.team(1);
            Set<Integer> alone = ConcurrentHashMap.newKeySet();
            workers.run((_, worker) -> alone.add(worker), 100);
            assertThat(alone).containsExactly(0);
            workers.team(3);
            assertThat(meeting(workers, 3)).containsExactlyInAnyOrder(0, 1, 2);
        }
    }

    /** @return who has been at work on as many items as can only be done by all at the same time */
    private static Set<Integer> meeting(Workers workers, int items) {
        CountDownLatch all = new CountDownLatch(items);
        Set<Integer> seen = ConcurrentHashMap.newKeySet();
        workers.run(
                (_, worker) -> {
                    seen.add(worker);
                    all.countDown();
                    await(all);
                },
                items);
        return seen;
    }

    /** After the other items are done, and whoever's item it was. */
    @Test
    void whatFailsFailsForTheCaller() {
        try (Workers workers = new Workers(2)) {
            for (int culprit = 0; culprit < 20; culprit++) {
                int bad = culprit;
                AtomicIntegerArray done = new AtomicIntegerArray(20);
                assertThatThrownBy(() -> workers.run(
                                (item, _) -> {
                                    done.incrementAndGet(item);
                                    if (item == bad) {
                                        throw new IllegalArgumentException("item " + item);
                                    }
                                },
                                20))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("item " + bad);
                for (int i = 0; i < done.length(); i++) {
                    assertThat(done.get(i)).isEqualTo(1);
                }
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
