package latentlab.data.pictures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import latentlab.data.DataProblems;
import latentlab.data.ForeignFiles;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/** Looks through one folder, which may hold millions of files: each entry is a moment at which it can be cancelled. */
public final class Listing {
    private final Path folder;
    private final Progress progress;
    private int seen;

    /**
     * What is kept of an entry.
     *
     * @param name its path within the folder, the same on every system
     */
    private record Entry(String name, Path path) {}

    private Listing(Path folder, Progress progress) {
        this.folder = folder;
        this.progress = progress;
    }

    /**
     * @return what lies right in the folder, sorted by name, without {@link ForeignFiles}
     * @throws Problem if it cannot be read
     */
    public static List<Path> of(Path folder, Predicate<Path> wanted, Progress progress) throws Problem {
        return new Listing(folder, progress).sorted(wanted);
    }

    private List<Path> sorted(Predicate<Path> wanted) throws Problem {
        List<Entry> found = new ArrayList<>();
        try (Stream<Path> paths = Files.list(folder)) {
            paths.forEach(path -> {
                seen++;
                report();
                if (wanted.test(path) && !foreign(path)) {
                    found.add(new Entry(folder.relativize(path).toString().replace('\\', '/'), path));
                }
            });
        } catch (IOException e) {
            throw DataProblems.unreadable(folder, e);
        } catch (UncheckedIOException e) {
            throw DataProblems.unreadable(folder, e.getCause());
        }
        Comparator<Entry> byName = Comparator.comparing(Entry::name);
        found.sort((a, b) -> {
            report();
            return byName.compare(a, b);
        });
        return found.stream().map(Entry::path).toList();
    }

    private static boolean foreign(Path path) {
        String name = path.getFileName().toString();
        return ForeignFiles.folder(name) || ForeignFiles.file(name) && !Files.isDirectory(path);
    }

    private void report() {
        progress.report(-1, Sentence.of("data.progress.listing", folder.toString(), seen));
    }
}
