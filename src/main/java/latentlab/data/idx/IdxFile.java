package latentlab.data.idx;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import latentlab.data.DataProblems;
import latentlab.data.archive.Gzip;
import latentlab.data.arrays.ImageLayout;
import latentlab.data.arrays.NumberArray;
import latentlab.data.arrays.NumberType;
import latentlab.files.OrdinaryFile;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * Reads one IDX file, plain or gzip (told by its content, not by its name).
 *
 * <p>The format is the one MNIST came in: two zero bytes, the element type, the number of dimensions, the size of each
 * as a big-endian int, then the elements. Nothing a header says is believed before the length of the file bears it out.
 */
public final class IdxFile {
    private static final int CHUNK = 1 << 20;
    private static final Map<Integer, NumberType> TYPES = Map.of(
            0x08, NumberType.UINT8,
            0x09, NumberType.INT8,
            0x0B, NumberType.INT16,
            0x0C, NumberType.INT32,
            0x0D, NumberType.FLOAT32,
            0x0E, NumberType.FLOAT64);
    /** Numbers there may be for each label: one for each of a thousand classes, and some to spare. */
    private static final int MOST_COLUMNS = 1 << 12;

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

    /** @param digest is given the whole file as it is when unpacked, header included; or null */
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
            boolean gzip = Gzip.begins(packed);
            InputStream unpacked = gzip ? new GZIPInputStream(packed, 1 << 16) : packed;
            DataInputStream in =
                    new DataInputStream(digest == null ? unpacked : new DigestInputStream(unpacked, digest));
            NumberType type = type(in);
            int[] shape = shape(in);
            int bytes = bytes(type, shape, gzip, ordinary.bytes());
            byte[] values = values(in, bytes, progress);
            return new IdxArray(file, new NumberArray(file.toString(), type, shape, ByteOrder.BIG_ENDIAN, values));
        }
    }

    /** What is said meanwhile. */
    private static Sentence reading(Path file) {
        return Sentence.of("data.progress.reading", file.getFileName().toString());
    }

    private NumberType type(DataInputStream in) throws IOException, Problem {
        byte[] magic = in.readNBytes(3);
        if (magic.length < 3 || magic[0] != 0 || magic[1] != 0 || !TYPES.containsKey((int) magic[2])) {
            throw new Problem(sentence("format"));
        }
        return TYPES.get((int) magic[2]);
    }

    /** @return sizes a file can have, save for the first */
    private int[] shape(DataInputStream in) throws IOException, Problem {
        int dimensions = in.read();
        if (dimensions < expected.dimensions || dimensions > expected.most) {
            throw new Problem(dimensions < 0 ? sentence("format") : wrongContent(dimensions));
        }
        int[] shape = new int[dimensions];
        for (int i = 0; i < dimensions; i++) {
            shape[i] = in.readInt();
        }
        if (expected == IdxContent.IMAGES) {
            layout(file.toString(), shape);
        } else if (dimensions > 1 && (shape[1] < 1 || shape[1] > MOST_COLUMNS)) {
            throw Problem.of("data.labels.shape", file.toString(), NumberArray.written(shape));
        }
        if (shape[0] == 0) {
            throw new Problem(sentence("none"));
        }
        return shape;
    }

    /** @throws Problem if it is none of images that can be used */
    static ImageLayout layout(String place, int... shape) throws Problem {
        return shape.length == 3 ? ImageLayout.grey(place, shape) : ImageLayout.of(place, shape);
    }

    private Sentence wrongContent(int dimensions) {
        if (expected == IdxContent.IMAGES && dimensions <= IdxContent.LABELS.most) {
            return sentence("labelsForImages");
        }
        if (expected == IdxContent.LABELS && dimensions == IdxContent.IMAGES.dimensions) {
            return sentence("imagesForLabels");
        }
        return sentence("dimensions", dimensions, expected.dimensions);
    }

    private int bytes(NumberType type, int[] shape, boolean gzip, long fileBytes) throws Problem {
        long bytes = type.bytes() * Integer.toUnsignedLong(shape[0]);
        for (int i = 1; i < shape.length; i++) {
            bytes *= shape[i];
        }
        long whole = 4 + 4 * shape.length + bytes;
        if (gzip ? bytes > fileBytes * Gzip.MAX_RATIO : whole > fileBytes) {
            throw new Problem(sentence("truncated"));
        }
        if (!gzip && whole < fileBytes) {
            throw new Problem(sentence("oversized"));
        }
        DataProblems.checkMemory(file, bytes);
        return (int) bytes;
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

    private Sentence sentence(String key, Object... values) {
        Object[] all = new Object[values.length + 1];
        all[0] = file.toString();
        System.arraycopy(values, 0, all, 1, values.length);
        return Sentence.of("data.idx." + key, all);
    }
}
