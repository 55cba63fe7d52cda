package latentlab.data.cifar;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import latentlab.data.DataProblems;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.data.Split;
import latentlab.data.archive.Gzip;
import latentlab.data.archive.TarEntries;
import latentlab.files.OrdinaryFile;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * CIFAR-10 in its binary version as it is published: its six files in one gzip tar archive, which is read without being
 * unpacked to the disk.
 */
public final class CifarArchive {
    private static final CifarFiles.Kind KIND = CifarFiles.Kind.CIFAR_10;
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final Progress progress;
    /** By the name of their file: the archive has them in no order. */
    private final Map<String, CifarRecords> batches = new HashMap<>();

    private long accesses;
    private long promised;

    private CifarArchive(Path file, Progress progress) {
        this.file = file;
        this.progress = progress;
    }

    /**
     * Reads all of it: colour images of 32x32 pixels.
     *
     * @param unpacked is given the whole tar archive, byte for byte; or null
     * @throws Problem if it is no such archive, damaged, or too large for the memory there is
     * @throws java.util.concurrent.CancellationException if the progress has been cancelled
     */
    public static Split read(Path file, MessageDigest unpacked, Progress progress) throws Problem {
        return new CifarArchive(file, progress).read(unpacked);
    }

    private Split read(MessageDigest unpacked) throws Problem {
        try {
            unpack(OrdinaryFile.of(file), unpacked);
        } catch (FileSystemException e) {
            throw DataProblems.unreadable(file, e);
        } catch (IOException | IllegalArgumentException | ArithmeticException | StackOverflowError e) {
            // The library has no exception of its own for damage; and Java goes one call deeper for every empty member
            // of a gzip file.
            throw damaged(e);
        }
        ImageSet train = images(KIND.train);
        return Split.of(train, images(List.of(KIND.test)), file);
    }

    private void unpack(OrdinaryFile ordinary, MessageDigest unpacked) throws IOException, Problem {
        try (InputStream packed = ordinary.open(() -> report(ordinary.bytes()));
                InputStream gzip = new GZIPInputStream(packed, BUFFER);
                InputStream tar = unpacked == null ? gzip : new DigestInputStream(gzip, unpacked)) {
            TarEntries entries = new TarEntries(tar, StandardCharsets.UTF_8, ordinary.bytes() * Gzip.MAX_RATIO);
            for (TarArchiveEntry entry = entries.next(); entry != null; entry = entries.next()) {
                if (!entry.isCheckSumOK()) {
                    throw new ZipException("a header of the tar archive is damaged");
                }
                String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                if (isFile(entry) && (KIND.train.contains(name) || KIND.test.equals(name))) {
                    String place = file + "/" + entry.getName();
                    batches.put(name, batch(entries.content(), place, entry.getSize(), ordinary.bytes()));
                }
            }
            entries.end();
        }
    }

    /** With all its bytes: neither a link, nor with holes. */
    private static boolean isFile(TarArchiveEntry entry) {
        byte kind = entry.getLinkFlag();
        return (kind == TarConstants.LF_NORMAL || kind == TarConstants.LF_OLDNORM) && !entry.isSparse();
    }

    /** Before each access to the disk, which brings a buffer. */
    private void report(long bytes) {
        Sentence reading =
                Sentence.of("data.progress.reading", file.getFileName().toString());
        progress.report(Math.min(1, (double) accesses++ * BUFFER / bytes), reading);
    }

    /** @param bytes that a header promises, which is not believed if the packed ones cannot hold them */
    private CifarRecords batch(InputStream in, String place, long bytes, long packed) throws IOException, Problem {
        int record = CifarRecords.bytes(KIND);
        if (bytes == 0 || bytes % record != 0) {
            throw Problem.of("data.cifar.format", place, record);
        }
        promised += bytes;
        if (promised > packed * Gzip.MAX_RATIO) {
            throw new EOFException();
        }
        DataProblems.checkMemory(file, promised);
        CifarRecords batch = new CifarRecords(KIND, (int) (bytes / record));
        batch.read(in, place);
        if (batch.done() < 1) {
            throw new EOFException();
        }
        return batch;
    }

    /** @param names of files; these are let go of, so that no more than one part is there twice */
    private ImageSet images(List<String> names) throws Problem {
        if (!batches.keySet().containsAll(names)) {
            throw damaged(null);
        }
        List<CifarRecords> parts = names.stream().map(batches::remove).toList();
        int count = parts.stream().mapToInt(part -> part.labels().length).sum();
        int[] shape = parts.getFirst().shape();
        byte[] pixels =
                new byte[parts.stream().mapToInt(part -> part.pixels().length).sum()];
        int at = 0;
        for (CifarRecords part : parts) {
            System.arraycopy(part.pixels(), 0, pixels, at, part.pixels().length);
            at += part.pixels().length;
        }
        int[] labels = parts.stream()
                .map(CifarRecords::labels)
                .flatMapToLong(LongStream::of)
                .mapToInt(Math::toIntExact)
                .toArray();
        return new ImageSet(count, ImageShape.colour(shape[2], shape[3]), pixels, labels);
    }

    private Problem damaged(Throwable cause) {
        String names = String.join(
                ", ", Stream.concat(KIND.train.stream(), Stream.of(KIND.test)).toList());
        return new Problem(Sentence.of("data.cifar.archive", file.toString(), names), cause);
    }
}
