package latentlab.library;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Set;
import latentlab.engine.settings.Setting;
import latentlab.text.Sentence;

/**
 * One file of the library: the run in it, or why it cannot be read. A file that is being written at the moment has the
 * run as it was read last.
 *
 * @param file where it is
 * @param bytes it has
 * @param changed when it was written last
 * @param run what is in it; null if it cannot be read
 * @param fault why it cannot be read; null if it can
 */
public record Entry(Path file, long bytes, FileTime changed, RunSummary run, Sentence fault) {
    public Entry {
        if ((run == null) == (fault == null)) {
            throw new IllegalArgumentException(file + " is either read or not");
        }
    }

    /** Whether the run in it could be read. */
    public boolean readable() {
        return run != null;
    }

    /** Whether neither the run nor its file has a name that a person chose. */
    public boolean nameless() {
        return readable() && run.about().name().isBlank() && LibraryKeeper.isOwn(fileName());
    }

    /** @return the name the user gave the run; else that of the file, without its ending */
    public String name() {
        return readable() && !run.about().name().isBlank() ? run.about().name() : fileName();
    }

    /** @return settings of a nameless run that its {@link #name} says */
    public Set<Setting<?>> saidInName() {
        return LibraryKeeper.saidIn(fileName(), run.config());
    }

    private String fileName() {
        String name = file.getFileName().toString();
        return RunFiles.isNamed(name) ? name.substring(0, name.length() - RunFiles.ENDING.length()) : name;
    }
}
