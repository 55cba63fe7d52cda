package latentlab.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import latentlab.text.Progress;
import latentlab.text.Sentence;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever loading is at, it asks often enough whether anybody waits for it. */
class CancelledLoadingTest {
    @TempDir
    Path folder;

    private int reports;
    private int most;
    private final Progress impatient = this::report;

    private void report(double fraction, Sentence what) {
        if (++reports > most) {
            throw new CancellationException();
        }
    }

    @BeforeEach
    void forgetReports() {
        reports = 0;
        most = Integer.MAX_VALUE;
    }

    private void assertCancelledAfter(int some, ThrowingCallable loading) {
        most = some;
        assertThatThrownBy(loading).isInstanceOf(CancellationException.class);
        assertThat(reports).isEqualTo(some + 1);
    }

    @Test
    void aLargeFileIsNotHashedToItsEnd() throws Exception {
        Path file = Files.write(folder.resolve("a.gz"), new byte[1 << 20]);
        RemoteFile remote = new RemoteFile("a.gz", IdxContent.IMAGES, 1 << 20, RemoteFile.Hashed.PACKED, "0");
        assertCancelledAfter(3, () -> remote.read(file, impatient));
    }

    /** A gzip file that says its name for a megabyte before anything else. */
    @Test
    void anIdxFileThatNeverComesToItsHeader() throws Exception {
        byte[] gzip = new byte[1 << 20];
        Arrays.fill(gzip, (byte) 'x');
        System.arraycopy(new byte[] {0x1F, (byte) 0x8B, 8, 8, 0, 0, 0, 0, 0, 0}, 0, gzip, 0, 10);
        Path file = Files.write(folder.resolve("a.gz"), gzip);
        assertCancelledAfter(3, () -> IdxFile.read(file, IdxContent.IMAGES, impatient));
    }
}
