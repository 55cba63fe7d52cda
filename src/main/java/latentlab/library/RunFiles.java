package latentlab.library;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/** The run files of a folder and of those in it, which sweeps have. They are looked at, not opened. */
final class RunFiles {
    /** Of the names of run files. */
    static final String ENDING = ".latentlab";

    private static final Logger LOG = System.getLogger(RunFiles.class.getName());

    private final Path folder;
    private final List<Found> found = new ArrayList<>();
    private final List<Sentence> unread = new ArrayList<>();

    /** A run file, as it was when it was looked at. */
    record Found(Path file, long bytes, FileTime changed) {}

    private RunFiles(Path folder) {
        this.folder = folder;
    }

    /** Whether a file's name is that of a run file. */
    static boolean isNamed(String name) {
        return name.length() > ENDING.length()
                && name.toLowerCase(Locale.ROOT).endsWith(ENDING)
                && !name.startsWith(".");
    }

    /**
     * @param folder that need not be there
     * @throws Problem if it is there, and cannot be read
     */
    static RunFiles in(Path folder) throws Problem {
        RunFiles files = new RunFiles(folder);
        if (Files.exists(folder)) {
            try {
                files.look(folder, 1);
            } catch (IOException e) {
                throw new Problem(Sentence.of("library.folder", folder.toString()), e);
            }
        }
        return files;
    }

    /** @return a file as it is now; null if there is none, or no run in it yet */
    static Found look(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.isRegularFile() && attributes.size() > 0
                    ? new Found(file, attributes.size(), attributes.lastModifiedTime())
                    : null;
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "gone since the folder was read", e);
            return null;
        }
    }

    private void look(Path in, int deeper) throws IOException {
        List<Path> folders = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(in)) {
            for (Path each : all) {
                String name = each.getFileName().toString();
                if (isNamed(name)) {
                    Found file = look(each);
                    if (file != null) {
                        found.add(file);
                        continue;
                    }
                }
                if (deeper > 0 && !name.startsWith(".") && !each.equals(folder.resolve(Bin.NAME))) {
                    folders.add(each);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        for (Path each : folders) {
            lookInto(each, deeper - 1);
        }
    }

    /** One folder that may not be read does not keep the others from being read. */
    private void lookInto(Path each, int deeper) {
        if (Files.isDirectory(each)) {
            try {
                look(each, deeper);
            } catch (IOException e) {
                LOG.log(Level.INFO, "a folder of runs cannot be read", e);
                unread.add(Sentence.of("library.folder", each.toString()));
            }
        }
    }

    List<Found> found() {
        return List.copyOf(found);
    }

    /** A sentence for each folder in it that could not be read. */
    List<Sentence> unread() {
        return List.copyOf(unread);
    }
}
