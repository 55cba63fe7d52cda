package latentlab.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Folders for a while, and what stays of them when their process is killed. */
class ScratchFolderTest {
    @TempDir
    Path parent;

    @Test
    void isGoneWhenItIsClosed() throws Exception {
        try (ScratchFolder scratch = ScratchFolder.create(parent, "test")) {
            Files.createDirectories(scratch.path().resolve("a/b"));
            Files.createSymbolicLink(scratch.path().resolve("link"), parent);
        }

        assertThat(parent).isEmptyDirectory();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no POSIX permissions")
    void isItsOwnersAlone() throws Exception {
        try (ScratchFolder scratch = ScratchFolder.create(parent, "test")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(scratch.path())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void theNextRemovesWhatAKilledProcessHasLeft() throws Exception {
        Process child = ChildWithFolder.start(parent);
        Path left;
        try (BufferedReader out = child.inputReader()) {
            left = Path.of(out.readLine());
        } finally {
            child.destroyForcibly().waitFor();
        }
        assertThat(left.resolve("inside/work")).exists();

        try (ScratchFolder scratch = ScratchFolder.create(parent, "test")) {
            assertThat(parent.toFile().list())
                    .containsExactly(scratch.path().getFileName().toString());
        }
    }

    @Test
    void whatIsInUseOrNotOursStays() throws Exception {
        Path foreign = Files.createDirectories(parent.resolve("latent-lab-test-1"));
        Process child = ChildWithFolder.start(parent);
        try (BufferedReader out = child.inputReader()) {
            Path used = Path.of(out.readLine());

            try (ScratchFolder mine = ScratchFolder.create(parent, "test");
                    ScratchFolder other = ScratchFolder.create(parent, "test")) {
                assertThat(used.resolve("inside/work")).exists();
                assertThat(mine.path()).exists();
                assertThat(other.path()).exists();
            }
            assertThat(used.resolve("inside/work")).exists();
            child.getOutputStream().close();

            assertThat(out.readLine()).isEqualTo("gone");
            assertThat(used).doesNotExist();
        } finally {
            child.destroyForcibly().waitFor();
        }
        assertThat(foreign).exists();
    }
}
