package latentlab.run.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import latentlab.text.Messages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the scratch files are when the temporary folder lies in memory, as Linux's /dev/shm does. */
class ScratchTest {
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long MOST = 1 << 20;

    @TempDir
    private Path folder;

    @BeforeEach
    void hasSuchAFolder() throws IOException {
        assumeTrue(
                Files.isDirectory(MEMORY) && Files.getFileStore(MEMORY).type().equals("tmpfs"));
        assumeTrue(!Files.getFileStore(folder).type().equals("tmpfs"));
    }

    @Test
    void theAppsOwnFolderTakesThePlaceOfMemory() {
        Scratch scratch = new Scratch(MEMORY, folder.resolve("cache/epochs"), MOST);
        assertThat(scratch.folder()).isEqualTo(folder.resolve("cache/epochs")).isDirectory();
        assertThat(scratch.remark()).isNull();
    }

    @Test
    void aTemporaryFolderOnDiskIsTaken() {
        Scratch scratch = new Scratch(folder, folder.resolve("cache"), MOST);
        assertThat(scratch.folder()).isEqualTo(folder);
        assertThat(folder.resolve("cache")).doesNotExist();
        assertThat(scratch.remark()).isNull();
    }

    @Test
    void whereTheAppsFolderCannotBeUsedMemoryIsAndThatIsSaidOnce() throws IOException {
        Path inTheWay = Files.createFile(folder.resolve("file"));
        Scratch scratch = new Scratch(MEMORY, inTheWay.resolve("cache"), MOST);
        assertThat(scratch.folder()).isEqualTo(MEMORY);
        assertThat(new Messages(Locale.ENGLISH).text(scratch.remark()))
                .contains("/dev/shm", "in memory", inTheWay.toString());
        assertThat(scratch.remark()).isNull();
    }
}
