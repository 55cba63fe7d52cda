package latentlab.data.download;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Part files that only one download knows, where no lock keeps others away from a common one. Nobody goes on with them.
 */
final class OwnPart {
    private static final Logger LOG = System.getLogger(OwnPart.class.getName());
    /** A download that has written nothing for so long has been killed. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    private OwnPart() {}

    /**
     * Takes away what killed downloads of that file have left, and makes up a name.
     *
     * @param name of the file to be downloaded
     */
    static Path of(Path folder, String name) {
        Instant oldest = Instant.now().minus(ABANDONED);
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, name + ".*-*" + Download.PART)) {
            for (Path part : parts) {
                if (Files.getLastModifiedTime(part).toInstant().isBefore(oldest)) {
                    Files.deleteIfExists(part);
                }
            }
        } catch (IOException e) {
            LOG.log(Level.INFO, "leftovers in " + folder, e);
        }
        return folder.resolve(name + "." + UUID.randomUUID() + Download.PART);
    }

    /** Nothing happens if it has got its proper name by now. */
    static void delete(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            LOG.log(Level.INFO, "part file of a download", e);
        }
    }
}
