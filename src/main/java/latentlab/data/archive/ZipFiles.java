package latentlab.data.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.zip.CRC32;
import latentlab.data.NameBytes;
import latentlab.data.archive.Entry.Obstacle;
import latentlab.files.OrdinaryFile;
import latentlab.text.Problem;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A ZIP archive. */
final class ZipFiles extends Archive {
    /** Bytes of an entry in the archive's directory, with a name of a hundred letters. */
    private static final long ENTRY = 150;

    ZipFiles(Path path, Limits limits) {
        super(path, limits);
    }

    private ZipFile open(WatchedChannel channel) throws IOException {
        // The directory at the end is all in memory: so much of it and no more is read while opening.
        channel.allow(limits().entries() * ENTRY + (1 << 20));
        ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(channel)
                .setCharset(StandardCharsets.ISO_8859_1)
                .setIgnoreLocalFileHeader(true)
                .get();
        channel.allow(Long.MAX_VALUE);
        return zip;
    }

    @Override
    Content list(OrdinaryFile file, Runnable watch) throws IOException, Problem {
        try (WatchedChannel channel = new WatchedChannel(FileChannel.open(file.path()), watch);
                ZipFile zip = open(channel)) {
            List<ZipArchiveEntry> all = Collections.list(zip.getEntries());
            if (all.size() > limits().entries()) {
                throw bomb();
            }
            Charset charset = NameBytes.charset(
                    all.stream()
                            .filter(entry -> !told(entry))
                            .map(ZipArchiveEntry::getRawName)
                            .toList(),
                    NameBytes.DOS);
            List<Entry> entries = new ArrayList<>();
            List<String> folders = new ArrayList<>();
            long packed = 0;
            long unpacked = 0;
            for (int i = 0; i < all.size(); i++) {
                watch.run();
                ZipArchiveEntry entry = all.get(i);
                String name = Entry.plainName(told(entry) ? entry.getName() : new String(entry.getRawName(), charset));
                if (entry.isDirectory() && !name.isEmpty()) {
                    folders.add(name);
                } else if (!name.isEmpty()) {
                    entries.add(new Entry(i, name, obstacle(zip, entry)));
                    packed += Math.max(0, entry.getCompressedSize());
                    unpacked += Math.max(0, entry.getSize());
                }
            }
            // Entries that share their bytes are how a small file unpacks to terabytes.
            if (packed > file.bytes() || unpacked > limits().most(file.bytes())) {
                throw bomb();
            }
            return Content.of(entries, folders, charset, true);
        }
    }

    /** Whether the archive says that the name is in UTF-8. */
    private static boolean told(ZipArchiveEntry entry) {
        return entry.getGeneralPurposeBit().usesUTF8ForNames()
                || entry.getNameSource() == ZipArchiveEntry.NameSource.UNICODE_EXTRA_FIELD;
    }

    private Obstacle obstacle(ZipFile zip, ZipArchiveEntry entry) {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            return Obstacle.ENCRYPTED;
        }
        if (entry.isUnixSymlink()) {
            return Obstacle.LINK;
        }
        if (entry.getSize() > limits().entryBytes()) {
            return Obstacle.LARGE;
        }
        return zip.canReadEntryData(entry) ? null : Obstacle.METHOD;
    }

    @Override
    void unpack(OrdinaryFile file, IntPredicate wanted, Sink sink, Runnable watch)
            throws IOException, Problem, InterruptedException {
        try (WatchedChannel channel = new WatchedChannel(FileChannel.open(file.path()), watch);
                ZipFile zip = open(channel)) {
            List<ZipArchiveEntry> all = Collections.list(zip.getEntries());
            for (int i = 0; i < all.size(); i++) {
                watch.run();
                if (wanted.test(i)) {
                    unpack(zip, all.get(i), i, sink);
                }
            }
        }
    }

    private static void unpack(ZipFile zip, ZipArchiveEntry entry, int number, Sink sink)
            throws Problem, InterruptedException {
        byte[] bytes;
        try (InputStream in = zip.getInputStream(entry)) {
            bytes = exactly(in, entry.getSize());
            CRC32 checksum = new CRC32();
            checksum.update(bytes);
            if (checksum.getValue() != entry.getCrc()) {
                throw new IOException("wrong checksum");
            }
        } catch (IOException | IllegalArgumentException | ArithmeticException e) {
            sink.damaged(number, e instanceof IOException failure ? failure : new IOException(e));
            return;
        }
        sink.take(number, bytes);
    }
}
