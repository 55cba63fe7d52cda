package latentlab.data.idx;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import latentlab.data.DataProblems;
import latentlab.files.OrdinaryFile;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * Reads one IDX file of unsigned bytes, plain or gzip (told by its content, not by its name).
 *
 * <p>The format is the one MNIST came in: two zero bytes, the element type, the number of dimensions, the size of each
 * as a big-endian int, then the elements. Nothing a header says is believed before the length of the file bears it out.
 */
public final class IdxFile {
    /** Images may be this high and wide. */
    static final int MAX_SIDE = 512;

    private static final int CHUNK = 1 << 20;
    private static final int UNSIGNED_BYTE = 0x08;
    private static final Map<Integer, String> TYPES = Map.of(
            UNSIGNED_BYTE, "uint8", 0x09, "int8", 0x0B, "int16", 0x0C, "int32", 0x0D, "float32", 0x0E, "float64");
    /** Deflate makes at most this many bytes of one. */
    private static final long MAX_DEFLATE_RATIO = 1032;

    private final Path file;
    private final IdxContent expected;
    /** Of the values, 0 to 1. */
    private double done;

    private IdxFile(Path file, IdxContent expected) {
        this.file = file;
        this.expected = expected;
    }

    /** @throws Problem if the file is not what it should be, in one sentence that names it */
    public static IdxArray read(Path file, IdxContent expected, Progress progress) throws Problem {
        return new IdxFile(file, expected).read(null, progress);
    }

    /** @param digest is given the whole file as it is when unpacked, header included */
    public static IdxArray read(Path file, IdxContent expected, MessageDigest digest, Progress progress)
            throws Problem {
        return new IdxFile(file, expected).read(digest, progress);
    }

    private IdxArray read(MessageDigest digest, Progress progress) throws Problem {
        try {
            return read(OrdinaryFile.of(file), digest, progress);
        } catch (EOFException e) {
            throw new Problem(sentence("truncated"), e);
        } catch (ZipException | StackOverflowError e) {
            // Java goes one call deeper for every empty member of a gzip file.
            throw new Problem(sentence("gzip"), e);
        } catch (IOException e) {
            throw DataProblems.unreadable(file, e);
        }
    }

    private IdxArray read(OrdinaryFile ordinary, MessageDigest digest, Progress progress) throws IOException, Problem {
        try (InputStream packed =
                new BufferedInputStream(ordinary.open(() -> progress.report(done, reading(file))), 1 << 16)) {
            boolean gzip = gzip(packed);
            InputStream unpacked = gzip ? new GZIPInputStream(packed, 1 << 16) : packed;
            DataInputStream in =
                    new DataInputStream(digest == null ? unpacked : new DigestInputStream(unpacked, digest));
            IdxArray shape = header(in);
            check(shape, gzip, ordinary.bytes());
            byte[] values = values(in, shape.count() * shape.height() * shape.width(), progress);
            return new IdxArray(file, shape.count(), shape.height(), shape.width(), values);
        }
    }

    /** What is said meanwhile. */
    public static Sentence reading(Path file) {
        return Sentence.of("data.progress.reading", file.getFileName().toString());
    }

    private static boolean gzip(InputStream in) throws IOException {
        in.mark(2);
        boolean gzip = in.read() == 0x1F && in.read() == 0x8B;
        in.reset();
        return gzip;
    }

    /** @return the shape, with no values yet */
    private IdxArray header(DataInputStream in) throws IOException, Problem {
        byte[] magic = in.readNBytes(4);
        if (magic.length < 4 || magic[0] != 0 || magic[1] != 0 || !TYPES.containsKey((int) magic[2])) {
            throw new Problem(sentence("format"));
        }
        if (magic[2] != UNSIGNED_BYTE) {
            throw new Problem(sentence("type", TYPES.get((int) magic[2])));
        }
        if (magic[3] != expected.dimensions) {
            throw new Problem(wrongContent(magic[3] & 0xFF));
        }
        int count = in.readInt();
        int height = expected == IdxContent.IMAGES ? in.readInt() : 1;
        int width = expected == IdxContent.IMAGES ? in.readInt() : 1;
        if (Math.min(height, width) < 1 || Math.max(height, width) > MAX_SIDE) {
            throw new Problem(sentence("side", unsigned(width), unsigned(height), MAX_SIDE));
        }
        if (count == 0) {
            throw new Problem(sentence("none"));
        }
        return new IdxArray(file, count, height, width, null);
    }

    private Sentence wrongContent(int dimensions) {
        if (expected == IdxContent.IMAGES && dimensions == IdxContent.LABELS.dimensions) {
            return sentence("labelsForImages");
        }
        if (expected == IdxContent.LABELS && dimensions == IdxContent.IMAGES.dimensions) {
            return sentence("imagesForLabels");
        }
        return sentence("dimensions", dimensions, expected.dimensions);
    }

    private void check(IdxArray shape, boolean gzip, long fileBytes) throws Problem {
        long bytes = unsigned(shape.count()) * shape.height() * shape.width();
        long whole = 4 + 4 * expected.dimensions + bytes;
        if (gzip ? bytes > fileBytes * MAX_DEFLATE_RATIO : whole > fileBytes) {
            throw new Problem(sentence("truncated"));
        }
        if (!gzip && whole < fileBytes) {
            throw new Problem(sentence("oversized"));
        }
        DataProblems.checkMemory(file, bytes);
    }

    private byte[] values(InputStream in, int count, Progress progress) throws IOException, Problem {
        byte[] values = new byte[count];
        for (int at = 0; at < count; ) {
            done = (double) at / count;
            progress.report(done, reading(file));
            int read = in.readNBytes(values, at, Math.min(CHUNK, count - at));
            if (read == 0) {
                throw new EOFException();
            }
            at += read;
        }
        if (in.read() >= 0) {
            throw new Problem(sentence("oversized"));
        }
        progress.report(1, reading(file));
        return values;
    }

    private static long unsigned(int size) {
        return Integer.toUnsignedLong(size);
    }

    private Sentence sentence(String key, Object... values) {
        Object[] all = new Object[values.length + 1];
        all[0] = file.toString();
        System.arraycopy(values, 0, all, 1, values.length);
        return Sentence.of("data.idx." + key, all);
    }
}
