package latentlab.data.pictures;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import latentlab.data.Account;
import latentlab.data.DataProblems;
import latentlab.data.ForeignFiles;
import latentlab.files.OrdinaryFile;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * Looks through a folder and all folders in it, links followed, for pictures. A link that leads to a folder it lies in
 * would have no end; one that leads to where another link has led is not followed again, for such links multiply.
 */
final class FolderWalk {
    private final Path folder;
    private final Progress progress;
    private final List<Found> pictures = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private final List<String> archives = new ArrayList<>();
    private final List<String> loops = new ArrayList<>();
    private final List<String> dangling = new ArrayList<>();
    private final List<String> again = new ArrayList<>();
    private final EmptyFolders empty = new EmptyFolders();
    private final List<String> locked = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();
    /** What is the matter with the first one that cannot be opened. */
    private Problem first;
    /** Encodings that had to be guessed. */
    private final Set<Charset> guessed = new TreeSet<>();
    /** Where links have led. */
    private final Set<Path> followed = new HashSet<>();
    /** The folders that are being looked through, one in the other, with no links in their paths. */
    private final Deque<Path> around = new ArrayDeque<>();

    private int seen;
    /** What is said of that many; sorting a hundred thousand names says it two million times. */
    private Sentence said;

    /**
     * A picture by its name.
     *
     * @param name its path within the folder, with slashes
     * @param real the same with no links in it, where one leads to it; otherwise null
     * @param file what was seen of it; null if that was not yet a regular file
     */
    record Found(String name, Path path, Path real, OrdinaryFile file) {}

    /**
     * @param real the folder with no links in its path
     * @throws Problem if it cannot be read, or a part of it, and no pictures are found in the rest
     */
    FolderWalk(Path folder, Path real, Progress progress) throws Problem {
        this.folder = folder;
        this.progress = progress;
        count(0);
        walk(folder, "", real, false);
        if (pictures.isEmpty() && first != null) {
            throw first;
        }
        Comparator<String> order = new PictureOrder();
        pictures.sort((a, b) -> {
            report();
            return order.compare(a.name(), b.name());
        });
    }

    /** In the order of their names. */
    List<Found> pictures() {
        return pictures;
    }

    Account account() {
        Account account = Account.NONE
                .withLeftOut(Sentence.of("data.left.loop"), sorted(loops))
                .withLeftOut(Sentence.of("data.left.dangling"), sorted(dangling))
                .withLeftOut(Sentence.of("data.left.linkedFolder"), sorted(again))
                .withLeftOut(Sentence.of("data.left.locked"), sorted(locked))
                .withLeftOut(Sentence.of("data.left.unreadable"), sorted(unreadable))
                .withLeftOut(Sentence.of("data.left.emptyFolder"), empty.names())
                .withLeftOut(Sentence.of("data.left.archive"), sorted(archives))
                .withLeftOut(Sentence.of("data.left.other"), sorted(others));
        for (Charset charset : guessed) {
            account = account.withWarnings(
                    Sentence.of("data.warning.names", folder.toString(), charset.displayName(Locale.ROOT)));
        }
        return account;
    }

    private static List<String> sorted(List<String> names) {
        return names.stream().sorted(new PictureOrder()).toList();
    }

    /**
     * @param prefix of names in it
     * @param real the folder with no links in its path
     * @param linked whether a link has led here
     */
    private void walk(Path place, String prefix, Path real, boolean linked) {
        around.push(real);
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(place)) {
            for (Path entry : stream) {
                count(seen + 1);
                report();
                entries.add(entry);
            }
            // Of a folder that can be listed in part only, which pictures are there would be chance.
        } catch (DirectoryIteratorException e) {
            entries.clear();
            lock(place, prefix, e.getCause());
        } catch (IOException e) {
            lock(place, prefix, e);
        }
        for (Path entry : entries) {
            report();
            look(entry, prefix, real, linked);
        }
        around.pop();
    }

    private void lock(Path place, String prefix, IOException cause) {
        lost(place, cause);
        locked.add(prefix.substring(0, Math.max(0, prefix.length() - 1)));
        empty.file(prefix);
    }

    private void lost(Path place, IOException cause) {
        first = first == null ? DataProblems.unreadable(place, cause) : first;
    }

    private void look(Path entry, String prefix, Path real, boolean linked) {
        FileName file = FileName.of(entry);
        String name = prefix + file.text();
        if (ForeignFiles.folder(file.text())) {
            return;
        }
        try {
            BasicFileAttributes own = Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            // A junction of Windows is something else than a folder, and yet one.
            boolean link = own.isSymbolicLink() || own.isDirectory() && own.isOther();
            if (link) {
                empty.file(name);
            }
            if (link && !Files.exists(entry)) {
                dangling.add(name);
                return;
            }
            boolean isFolder = link ? Files.isDirectory(entry) : own.isDirectory();
            if (isFolder) {
                Path target = target(entry, link, real);
                if (!link) {
                    enter(entry, file, name, target, linked);
                } else if (around.stream().anyMatch(outer -> outer.startsWith(target))) {
                    loops.add(name);
                } else if (!followed.add(target)) {
                    again.add(name);
                } else {
                    enter(entry, file, name, target, true);
                }
            } else if (!ForeignFiles.file(file.text())) {
                OrdinaryFile seen = own.isRegularFile() ? new OrdinaryFile(entry, own.size()) : null;
                add(file, new Found(name, entry, link || linked ? target(entry, link, real) : null, seen));
            }
        } catch (IOException e) {
            lost(entry, e);
            unreadable.add(name);
            empty.file(name);
        }
    }

    /** @param real the folder it lies in with no links in its path */
    private static Path target(Path entry, boolean link, Path real) throws IOException {
        return link ? entry.toRealPath() : real.resolve(entry.getFileName());
    }

    private void enter(Path entry, FileName file, String name, Path real, boolean linked) {
        if (file.guessed() != null) {
            guessed.add(file.guessed());
        }
        empty.folder(name);
        walk(entry, name + "/", real, linked);
    }

    private void add(FileName file, Found found) {
        empty.file(found.name());
        if (PictureName.picture(file.text())) {
            pictures.add(found);
        } else if (PictureName.archive(file.text())) {
            archives.add(found.name());
        } else {
            others.add(found.name());
        }
    }

    private void count(int now) {
        seen = now;
        said = Sentence.of("data.progress.listing", folder.toString(), seen);
    }

    private void report() {
        progress.report(-1, said);
    }
}
