package latentlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class EpochStoreTest {
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
        try (EpochStore store = new EpochStore(folder, NUMBERS)) {
            for (int epoch = 0; epoch < 100; epoch++) {
                store.append(parameters(epoch));
                assertThat(store.count()).isEqualTo(epoch + 1);
            }
            for (int epoch : new int[] {99, 0, 50, 50}) {
                assertThat(store.read(epoch)).isEqualTo(parameters(epoch));
            }
        }
    }

    @Test
    void epochsThatAreNotThereAreRefused() throws IOException {
        try (EpochStore store = new EpochStore(folder, NUMBERS)) {
            store.append(parameters(0));
            assertThatThrownBy(() -> store.read(1)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> store.read(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void canBeReadByManyWhileItGrows() throws Exception {
        try (EpochStore store = new EpochStore(folder, NUMBERS);
                ExecutorService readers = Executors.newFixedThreadPool(3)) {
            store.append(parameters(0));
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
                store.append(parameters(epoch));
            }
            for (Future<?> each : reading) {
                each.get();
            }
        }
    }

    /** A cancelled computation must not take the whole run with it. */
    @Test
    void anInterruptedReaderHarmsNobody() throws Exception {
        try (EpochStore store = new EpochStore(folder, NUMBERS)) {
            store.append(parameters(0));
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
            store.append(parameters(1));
            assertThat(store.read(1)).isEqualTo(parameters(1));
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "an open file keeps its name there")
    void theFileHasNoNameWhileItIsInUse() throws IOException {
        try (EpochStore store = new EpochStore(folder, NUMBERS)) {
            store.append(parameters(0));
            assertThat(folder).isEmptyDirectory();
            assertThat(store.read(0)).isEqualTo(parameters(0));
        }
    }

    @Test
    void nothingIsLeftAfterClosing() throws IOException {
        EpochStore store = new EpochStore(folder, NUMBERS);
        store.append(parameters(0));
        store.close();
        store.close();
        assertThat(folder).isEmptyDirectory();
        assertThatThrownBy(() -> store.read(0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> store.append(parameters(1))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aMissingFolderIsMade() throws IOException {
        try (EpochStore store = new EpochStore(folder.resolve("a/b"), NUMBERS)) {
            store.append(parameters(0));
        }
        assertThat(folder.resolve("a/b")).isEmptyDirectory();
    }

    @Test
    void leftoversOfACrashAreRemovedAndNothingElse() throws IOException {
        Path leftover = Files.createFile(folder.resolve("latent-lab-123.epochs"));
        Path other = Files.createFile(folder.resolve("latent-lab.gif"));
        EpochStore.removeLeftovers(folder);
        assertThat(leftover).doesNotExist();
        assertThat(other).exists();
        EpochStore.removeLeftovers(folder.resolve("missing"));
    }
}
