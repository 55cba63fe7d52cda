package latentlab.data.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import latentlab.data.NameBytes;
import latentlab.data.archive.Entry.Obstacle;
import latentlab.files.OrdinaryFile;
import latentlab.text.Problem;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;

/** A tar archive, packed with gzip or not, which is told by its first bytes. */
final class TarFiles extends Archive {
    private static final int BUFFER = 1 << 16;

    TarFiles(Path path, Limits limits) {
        super(path, limits);
    }

    private interface Visit {
        void file(int number, TarArchiveEntry entry, InputStream content)
                throws IOException, Problem, InterruptedException;
    }

    /** @return whether the archive says that it ends where it does */
    private boolean walk(OrdinaryFile file, Visit visit, Runnable watch)
            throws IOException, Problem, InterruptedException {
        try (BufferedInputStream raw = new BufferedInputStream(file.open(watch), BUFFER)) {
            InputStream unpacked = Gzip.unpacked(raw, BUFFER);
            TarEntries entries = new TarEntries(unpacked, StandardCharsets.ISO_8859_1, limits().most(file.bytes()));
            TarArchiveEntry entry = entries.next();
            if (entry == null) {
                throw new IOException("no tar archive");
            }
            for (int number = 0; entry != null; number++) {
                watch.run();
                if (number >= limits().entries()) {
                    throw bomb();
                }
                visit.file(number, entry, entries.content());
                entry = entries.next();
            }
            return entries.ended();
        } catch (TarEntries.TooMuch e) {
            throw bomb();
        }
    }

    @Override
    Content list(OrdinaryFile file, Runnable watch) throws IOException, Problem {
        List<Entry> raw = new ArrayList<>();
        Set<Integer> directories = new HashSet<>();
        boolean ended;
        try {
            ended = walk(
                    file,
                    (number, entry, _) -> {
                        if (entry.isDirectory()) {
                            directories.add(number);
                        }
                        if (entry.isDirectory() || entry.isFile() || entry.isLink() || entry.isSymbolicLink()) {
                            raw.add(new Entry(number, entry.getName(), obstacle(entry)));
                        }
                    },
                    watch);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        // Names are bytes here unless the archive says otherwise; and then those beyond bytes are already letters.
        List<byte[]> names = raw.stream()
                .map(Entry::name)
                .filter(TarFiles::bytes)
                .map(name -> name.getBytes(StandardCharsets.ISO_8859_1))
                .toList();
        Charset charset = NameBytes.charset(names, StandardCharsets.ISO_8859_1.name());
        List<Entry> entries = new ArrayList<>();
        List<String> folders = new ArrayList<>();
        for (Entry entry : raw) {
            String name = bytes(entry.name())
                    ? new String(entry.name().getBytes(StandardCharsets.ISO_8859_1), charset)
                    : entry.name();
            String plain = Entry.plainName(name);
            if (directories.contains(entry.number()) && !plain.isEmpty()) {
                folders.add(plain);
            } else if (!plain.isEmpty()) {
                entries.add(new Entry(entry.number(), plain, entry.obstacle()));
            }
        }
        return Content.of(entries, folders, charset, ended);
    }

    private static boolean bytes(String name) {
        return name.chars().allMatch(letter -> letter <= 0xFF);
    }

    private Obstacle obstacle(TarArchiveEntry entry) {
        if (entry.isLink() || entry.isSymbolicLink()) {
            return Obstacle.LINK;
        }
        if (entry.isSparse()) {
            return Obstacle.METHOD;
        }
        return entry.getSize() > limits().entryBytes() ? Obstacle.LARGE : null;
    }

    @Override
    void unpack(OrdinaryFile file, IntPredicate wanted, Sink sink, Runnable watch)
            throws IOException, Problem, InterruptedException {
        walk(
                file,
                (number, entry, content) -> {
                    if (wanted.test(number)) {
                        sink.take(number, exactly(content, entry.getSize()));
                    }
                },
                watch);
    }
}
