package latentlab.run.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ScratchStoreTest {
    private static final int NUMBERS = 1000;

    @TempDir
    private Path folder;

    private static float[] parameters(int epoch) {
        float[] parameters = new float[NUMBERS];
        for (int i = 0; i < NUMBERS; i++) {
            parameters[i] = epoch + i / (float) NUMBERS;
        }
        return parameters;
    }

    @Test
    void givesEveryEpochBackBitForBit() throws IOException {
        try (ScratchStore store = new ScratchStore(new Scratch(folder), NUMBERS)) {
            for (int epoch = 0; epoch < 100; epoch++) {
                store.append(parameters(epoch), Double.NaN);
                assertThat(store.count()).isEqualTo(epoch + 1);
            }
            for (int epoch : new int[] {99, 0, 50, 50}) {
                assertThat(store.read(epoch)).isEqualTo(parameters(epoch));
            }
        }
    }

    @Test
    void epochsThatAreNotThereAreRefused() throws IOException {
        try (ScratchStore store = new ScratchStore(new Scratch(folder), NUMBERS)) {
            store.append(parameters(0), Double.NaN);
            assertThatThrownBy(() -> store.read(1)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> store.read(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void canBeReadByManyWhileItGrows() throws Exception {
        try (ScratchStore store = new ScratchStore(new Scratch(folder), NUMBERS);
                ExecutorService readers = Executors.newFixedThreadPool(3)) {
            store.append(parameters(0), Double.NaN);
            Future<?>[] reading = new Future<?>[3];
            for (int r = 0; r < reading.length; r++) {
                int seed = r;
                reading[r] = readers.submit(() -> {
                    var random = new java.util.Random(seed);
                    while (store.count() < 2000) {
                        int epoch = random.nextInt(store.count());
                        assertThat(java.util.Arrays.equals(store.read(epoch), parameters(epoch)))
                                .isTrue();
                    }
                });
            }
            for (int epoch = 1; epoch < 2000; epoch++) {
                store.append(parameters(epoch), Double.NaN);
            }
            for (Future<?> each : reading) {
                each.get();
            }
        }
    }

    /** A cancelled computation must not take the whole run with it. */
    @Test
    void anInterruptedReaderHarmsNobody() throws Exception {
        try (ScratchStore store = new ScratchStore(new Scratch(folder), NUMBERS)) {
            store.append(parameters(0), Double.NaN);
            AtomicReference<Throwable> thrown = new AtomicReference<>();
            Thread reader = Thread.ofPlatform().start(() -> {
                Thread.currentThread().interrupt();
                try {
                    assertThat(store.read(0)).isEqualTo(parameters(0));
                } catch (Throwable e) {
                    thrown.set(e);
                }
            });
            reader.join();
            assertThat(thrown).hasValue(null);
            store.append(parameters(1), Double.NaN);
            assertThat(store.read(1)).isEqualTo(parameters(1));
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "an open file keeps its name there")
    void theFileHasNoNameWhileItIsInUse() throws IOException {
        try (ScratchStore store = new ScratchStore(new Scratch(folder), NUMBERS)) {
            store.append(parameters(0), Double.NaN);
            assertThat(folder).isEmptyDirectory();
            assertThat(store.read(0)).isEqualTo(parameters(0));
        }
    }

    @Test
    void nothingIsLeftAfterClosing() throws IOException {
        ScratchStore store = new ScratchStore(new Scratch(folder), NUMBERS);
        store.append(parameters(0), Double.NaN);
        store.close();
        store.close();
        assertThat(folder).isEmptyDirectory();
        assertThatThrownBy(() -> store.read(0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> store.append(parameters(1), Double.NaN)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aMissingFolderIsMade() throws IOException {
        try (ScratchStore store = new ScratchStore(new Scratch(folder.resolve("a/b")), NUMBERS)) {
            store.append(parameters(0), Double.NaN);
        }
        assertThat(folder.resolve("a/b")).isEmptyDirectory();
    }

    @Test
    void leftoversOfACrashAreRemovedAndNothingElse() throws IOException {
        Path leftover = Files.createFile(folder.resolve("latent-lab-123.epochs"));
        Path other = Files.createFile(folder.resolve("latent-lab.gif"));
        ScratchStore.removeLeftovers(folder);
        assertThat(leftover).doesNotExist();
        assertThat(other).exists();
        ScratchStore.removeLeftovers(folder.resolve("missing"));
    }

    // ---- where there is no room

    private static final long EPOCH = NUMBERS * Float.BYTES;

    private static List<Integer> keptIn(ScratchStore store) {
        return IntStream.range(0, store.count()).filter(store::keeps).boxed().toList();
    }

    private static void assertReadable(ScratchStore store) {
        for (int epoch : keptIn(store)) {
            assertThat(store.read(epoch)).as("epoch " + epoch).isEqualTo(parameters(epoch));
        }
    }

    @Test
    void withoutRoomItKeepsTheFirstTheBestTheNewestAndOneInSomeOfTheOthers() throws IOException {
        Scratch scratch = new Scratch(folder, 10 * EPOCH);
        try (ScratchStore store = new ScratchStore(scratch, NUMBERS)) {
            for (int epoch = 0; epoch < 100; epoch++) {
                store.append(parameters(epoch), Math.abs(epoch - 37));
                assertThat(scratch.used()).isLessThanOrEqualTo(10 * EPOCH);
                assertThat(store.count()).isEqualTo(epoch + 1);
                assertThat(keptIn(store)).contains(0, Math.min(epoch, 37), epoch);
                assertReadable(store);
            }
            assertThat(store.stride()).isEqualTo(16);
            assertThat(keptIn(store)).containsExactly(0, 16, 32, 37, 48, 64, 80, 96, 99);
            assertThatThrownBy(() -> store.read(33)).isInstanceOf(EpochStore.Dropped.class);
            assertThat(store.kept(33)).isEqualTo(32);
            assertThat(store.kept(32)).isEqualTo(32);
            assertThat(store.keptFrom(33)).isEqualTo(37);
            assertThat(store.keptFrom(100)).isEqualTo(99);
        }
    }

    @Test
    void anotherRunTakesItsRoomFromTheLargest() throws IOException {
        Scratch scratch = new Scratch(folder, 20 * EPOCH);
        try (ScratchStore before = new ScratchStore(scratch, NUMBERS);
                ScratchStore now = new ScratchStore(scratch, NUMBERS)) {
            for (int epoch = 0; epoch < 20; epoch++) {
                before.append(parameters(epoch), -epoch);
            }
            for (int epoch = 0; epoch < 9; epoch++) {
                now.append(parameters(epoch), -epoch);
                assertThat(scratch.used()).isLessThanOrEqualTo(20 * EPOCH);
            }
            assertThat(now.stride()).isEqualTo(1);
            assertThat(before.stride()).isEqualTo(2);
            assertThat(before.bytes()).as("given back").isEqualTo(11 * EPOCH);
            assertThat(keptIn(before)).containsExactly(0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 19);
            assertReadable(before);
            assertReadable(now);
            assertThat(scratch.othersThinned()).isEqualTo(1);
        }
    }

    @Test
    void aClosedRunGivesItsRoomBack() throws IOException {
        Scratch scratch = new Scratch(folder, 10 * EPOCH);
        try (ScratchStore before = new ScratchStore(scratch, NUMBERS)) {
            before.append(parameters(0), 1);
            assertThat(scratch.used()).isEqualTo(EPOCH);
        }
        assertThat(scratch.used()).isZero();
    }

    @Test
    void whatIsHeldStaysAndGoesOnceItIsLetGo() throws IOException {
        try (ScratchStore store = new ScratchStore(new Scratch(folder, 8 * EPOCH), NUMBERS)) {
            for (int epoch = 0; epoch < 10; epoch++) {
                store.append(parameters(epoch), -epoch);
            }
            List<Integer> held = keptIn(store);
            store.hold();
            for (int epoch = 10; epoch < 40; epoch++) {
                store.append(parameters(epoch), -epoch);
            }
            assertThat(store.thin()).isFalse();
            assertThat(keptIn(store)).containsAll(held);
            store.release();
            store.append(parameters(40), -40);
            assertThat(keptIn(store)).hasSizeLessThan(9).contains(0, 40);
            assertReadable(store);
        }
    }

    @Test
    void evenWithNoRoomAtAllFirstBestAndNewestAreKept() throws IOException {
        try (ScratchStore store = new ScratchStore(new Scratch(folder, 1), NUMBERS)) {
            for (int epoch = 0; epoch < 50; epoch++) {
                store.append(parameters(epoch), Math.abs(epoch - 20));
            }
            assertThat(keptIn(store)).contains(0, 20, 49).hasSizeLessThan(5);
            assertThat(store.bytes()).isLessThanOrEqualTo(4 * EPOCH);
            assertReadable(store);
        }
    }

    @Test
    void readersOfARunThatIsThinnedGetTheRightNumbersOrAreTold() throws Exception {
        Scratch scratch = new Scratch(folder, 30 * EPOCH);
        try (ScratchStore store = new ScratchStore(scratch, NUMBERS);
                ScratchStore other = new ScratchStore(scratch, NUMBERS);
                ExecutorService readers = Executors.newFixedThreadPool(2)) {
            store.append(parameters(0), 0);
            other.append(parameters(0), 0);
            Future<?>[] reading = new Future<?>[2];
            for (int r = 0; r < reading.length; r++) {
                ScratchStore mine = r == 0 ? store : other;
                reading[r] = readers.submit(() -> {
                    var random = new java.util.Random(1);
                    while (store.count() < 1000) {
                        int epoch = random.nextInt(mine.count());
                        try {
                            assertThat(java.util.Arrays.equals(mine.read(epoch), parameters(epoch)))
                                    .isTrue();
                        } catch (EpochStore.Dropped dropped) {
                            assertThat(mine.keeps(epoch)).isFalse();
                        }
                    }
                });
            }
            for (int epoch = 1; epoch < 1000; epoch++) {
                store.append(parameters(epoch), -epoch);
                if (epoch % 3 == 0) {
                    other.append(parameters(other.count()), -epoch);
                }
            }
            for (Future<?> each : reading) {
                each.get();
            }
        }
    }
}
