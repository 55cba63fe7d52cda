package latentlab.data.archive;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.zip.GZIPInputStream;
import latentlab.data.NameBytes;
import latentlab.data.archive.Entry.Obstacle;
import latentlab.files.OrdinaryFile;
import latentlab.text.Problem;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** A tar archive, packed with gzip or not, which is told by its first bytes. */
final class TarFiles extends Archive {
    private static final int BUFFER = 1 << 16;
    private static final int GZIP = 0x1F8B;
    /** Between two files there are names and dates: no more than that. */
    private static final int HEADERS = 1 << 20;

    TarFiles(Path path, Limits limits) {
        super(path, limits);
    }

    /** Bytes as they come out of the packing, of which there may be so many and no more. */
    private static final class Counted extends FilterInputStream {
        private long left;

        Counted(InputStream in, long most) {
            super(in);
            left = most;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = in.read(bytes, offset, length);
            left -= Math.max(0, read);
            if (left < 0) {
                throw new TooMuch();
            }
            return read;
        }

        @Override
        public long skip(long wish) throws IOException {
            return Math.max(0, read(new byte[(int) Math.clamp(wish, 0, BUFFER)]));
        }
    }

    private static final class TooMuch extends IOException {}

    private interface Visit {
        void file(int number, TarArchiveEntry entry, TarArchiveInputStream tar)
                throws IOException, Problem, InterruptedException;
    }

    private void walk(OrdinaryFile file, Visit visit, Runnable watch)
            throws IOException, Problem, InterruptedException {
        try (BufferedInputStream raw = new BufferedInputStream(file.open(watch), BUFFER)) {
            raw.mark(2);
            boolean packed = (raw.read() << 8 | raw.read()) == GZIP;
            raw.reset();
            InputStream unpacked = packed ? new GZIPInputStream(raw, BUFFER) : raw;
            Counted counted = new Counted(unpacked, limits().most(file.bytes()));
            TarArchiveInputStream tar = new TarArchiveInputStream(counted, StandardCharsets.ISO_8859_1.name());
            TarArchiveEntry entry = next(tar, counted);
            if (entry == null) {
                throw new IOException("no tar archive");
            }
            for (int number = 0; entry != null; number++) {
                watch.run();
                if (number >= limits().entries()) {
                    throw bomb();
                }
                visit.file(number, entry, tar);
                if (entry.isSparse()) {
                    // Its holes would be read as zeros without end.
                    entry = tar.getNextEntry();
                } else {
                    tar.transferTo(OutputStream.nullOutputStream());
                    entry = next(tar, counted);
                }
            }
        } catch (TooMuch e) {
            throw bomb();
        }
    }

    /** The next header, at the end of an entry: a name without end would be in memory. */
    private static TarArchiveEntry next(TarArchiveInputStream tar, Counted counted) throws IOException {
        long left = counted.left;
        long allowed = Math.min(left, HEADERS);
        counted.left = allowed;
        TarArchiveEntry entry = tar.getNextEntry();
        counted.left += left - allowed;
        return entry;
    }

    @Override
    Content list(OrdinaryFile file, Runnable watch) throws IOException, Problem {
        List<Entry> raw = new ArrayList<>();
        try {
            walk(
                    file,
                    (number, entry, _) -> {
                        if (entry.isFile() || entry.isLink() || entry.isSymbolicLink()) {
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
        for (Entry entry : raw) {
            String name = bytes(entry.name())
                    ? new String(entry.name().getBytes(StandardCharsets.ISO_8859_1), charset)
                    : entry.name();
            String plain = Entry.plainName(name);
            if (!plain.isEmpty()) {
                entries.add(new Entry(entry.number(), plain, entry.obstacle()));
            }
        }
        return Content.of(entries, charset);
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
                (number, entry, tar) -> {
                    if (wanted.test(number)) {
                        sink.take(number, exactly(tar, entry.getSize()));
                    }
                },
                watch);
    }
}
