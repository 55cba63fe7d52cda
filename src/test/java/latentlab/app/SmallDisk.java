package latentlab.app;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A disk of a few megabytes that can be filled: one in memory, mounted for the test. Where that is not allowed, the
 * test is skipped.
 */
public final class SmallDisk implements AutoCloseable {
    private final Path folder;

    /** @param folder made for it */
    public SmallDisk(Path folder, int megabytes) throws IOException, InterruptedException {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "needs a mount of Linux");
        this.folder = Files.createDirectories(folder);
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString()),
                "is not root");
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    public Path folder() {
        return folder;
    }

    /** Leaves so many bytes free. */
    public void fill(long free) throws IOException {
        Files.write(
                folder.resolve("filling"),
                new byte[(int) (Files.getFileStore(folder).getUsableSpace() - free)]);
    }

    public void empty() throws IOException {
        Files.delete(folder.resolve("filling"));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("umount", folder.toString());
    }
}
