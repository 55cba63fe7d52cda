package latentlab.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import latentlab.data.download.PublicDataset;
import latentlab.data.download.RemoteFile;
import latentlab.data.idx.IdxContent;
import latentlab.data.idx.IdxFile;
import latentlab.data.idx.IdxFiles;
import latentlab.data.pictures.ImageFolder;
import latentlab.data.pictures.PictureMemory;
import latentlab.text.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whatever loading is at, it asks often enough whether anybody waits for it. */
class CancelledLoadingTest {
    private static final int FILES = 1_000;

    @TempDir
    Path folder;

    @Test
    void aHugeFolderIsAbandonedAtAnyEntryAndWhileItIsSorted() throws Exception {
        for (int i = 0; i < FILES; i++) {
            Files.createFile(folder.resolve(i + ".png"));
        }
        int looked = FILES / 2;
        Cancelled.at(looked, progress -> ImageFolder.find(folder, progress));
        int[] reports = {0};
        ImageFolder.find(folder, (_, _) -> reports[0]++);
        assertThat(reports[0]).as("once an entry, and more for sorting").isGreaterThan(3 * FILES);
        Cancelled.at(FILES + looked, progress -> ImageFolder.find(folder, progress));
        Cancelled.at(looked, progress -> IdxFiles.find(folder, null, progress));
    }

    @Test
    void aHugeSubfolderToo() throws Exception {
        Path deep = Files.createDirectories(folder.resolve("class/deep"));
        for (int i = 0; i < FILES; i++) {
            Files.createFile(deep.resolve(i + ".png"));
        }
        Cancelled.at(FILES / 2, progress -> ImageFolder.find(folder, progress));
    }

    @Test
    void aLargeFileIsNotHashedToItsEnd() throws Exception {
        Path file = Files.write(folder.resolve("a.gz"), new byte[1 << 20]);
        RemoteFile<?> remote =
                new RemoteFile<>("a.gz", PublicDataset.idx(IdxContent.IMAGES), 1 << 20, RemoteFile.Hashed.PACKED, "0");
        Cancelled.at(3, progress -> remote.read(file, progress));
    }

    /** A gzip file that says its name for a megabyte before anything else. */
    @Test
    void anIdxFileThatNeverComesToItsHeader() throws Exception {
        byte[] gzip = new byte[1 << 20];
        Arrays.fill(gzip, (byte) 'x');
        System.arraycopy(new byte[] {0x1F, (byte) 0x8B, 8, 8, 0, 0, 0, 0, 0, 0}, 0, gzip, 0, 10);
        Path file = Files.write(folder.resolve("a.gz"), gzip);
        Cancelled.at(3, progress -> IdxFile.read(file, IdxContent.IMAGES, progress));
    }

    @Test
    void imagesThatHaveAllBeenReadButNotBroughtToOneSize() throws Exception {
        for (int i = 0; i < 50; i++) {
            SpecialFiles.png(folder.resolve(i + ".png"), 10 + i % 2, 10, 8, 0);
        }
        Cancelled.at(
                75,
                progress -> ImageFolder.find(folder, Progress.NONE)
                        .read(ImageOptions.DEFAULT, PictureMemory.ofHeap(), (fraction, what) -> {
                            if (fraction == 1) {
                                progress.report(fraction, what);
                            }
                        }));
    }

    /** As on a disk that has gone silent: neither a question nor an interrupt reaches whoever waits for a pipe. */
    @Test
    @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no pipes in folders")
    void whatCannotBeStoppedIsLeftToItself() throws Exception {
        Path pipe = SpecialFiles.pipe(folder.resolve("pipe"));
        CountDownLatch stuck = new CountDownLatch(1);
        Datasets datasets = new Datasets(_ -> {
            stuck.countDown();
            try {
                Files.newInputStream(pipe).close();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            return null;
        });
        assertThatThrownBy(() -> datasets.load("digits", (_, _) -> {
                    if (stuck.getCount() == 0) {
                        throw new CancellationException();
                    }
                }))
                .isInstanceOf(CancellationException.class);
    }
}
