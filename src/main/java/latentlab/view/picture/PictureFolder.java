package latentlab.view.picture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/**
 * Where files lie that are dragged out, for as long as the window is open. Each in a folder of its own, so that two
 * pictures may have the same good name, and none is changed while another program copies it.
 */
final class PictureFolder implements AutoCloseable {
    private static final Logger LOG = System.getLogger(PictureFolder.class.getName());

    /** Null before the first picture. */
    private Path folder;

    private int pictures;

    /**
     * @return a new folder
     * @throws Problem if there can be none
     */
    Path next() throws Problem {
        try {
            if (folder == null) {
                folder = Files.createTempDirectory("latent-lab-pictures-");
            }
            return Files.createDirectory(folder.resolve(Integer.toString(++pictures)));
        } catch (IOException e) {
            throw new Problem(Sentence.of("view.picture.noFolder", System.getProperty("java.io.tmpdir")), e);
        }
    }

    /** Removes all of them. */
    @Override
    public void close() {
        if (folder == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.log(Level.INFO, "pictures stay in " + folder, e);
        }
    }
}
