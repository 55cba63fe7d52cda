package latentlab.data.parquet;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import latentlab.data.DataProblems;
import latentlab.files.OrdinaryFile;
import latentlab.text.Problem;

/** A Parquet file that is open: what it says of itself, at its end. Nothing of that is believed without the bytes. */
final class ParquetFile implements AutoCloseable {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    /** What is read at first to come to a page's header, which has no length. */
    private static final int HEADER = 1 << 12;

    private static final int LONGEST_HEADER = 1 << 24;

    /**
     * A column of values.
     *
     * @param path its name, after those of the structs it is in
     * @param type Parquet's number of the physical type
     * @param text whether its bytes are texts
     * @param depth how many of the names on its path may be missing from a row
     * @param repeated whether a row may have several
     * @param index among all columns
     */
    record Leaf(List<String> path, long type, boolean text, int depth, boolean repeated, int index) {
        static final int INT32 = 1;
        static final int INT64 = 2;
        static final int BYTE_ARRAY = 6;

        String name() {
            return path.getFirst();
        }
    }

    private final Path path;
    private final FileChannel channel;
    private final long length;
    private final Thrift footer;
    private final List<Leaf> leaves = new ArrayList<>();

    private ParquetFile(Path path, FileChannel channel, long length) throws IOException, Problem {
        this.path = path;
        this.channel = channel;
        this.length = length;
        int end = MAGIC.length + Integer.BYTES;
        ByteBuffer tail = read(length - end, end);
        long footerLength = Integer.toUnsignedLong(tail.getInt());
        if (footerLength > length - end || !tail.equals(ByteBuffer.wrap(MAGIC))) {
            throw new IOException(path + " has no footer");
        }
        DataProblems.checkMemory(path, footerLength);
        footer = Thrift.read(read(length - end - footerLength, (int) footerLength));
        List<Thrift> schema = footer.structs(2);
        if (schema.isEmpty() || leaves(schema, 0, List.of(), 0, false) != schema.size()) {
            throw new IOException(path + " has no schema");
        }
    }

    /** @throws IOException if it is none that can be read */
    static ParquetFile open(Path path) throws IOException, Problem {
        OrdinaryFile file = OrdinaryFile.of(path);
        FileChannel channel = FileChannel.open(path);
        try {
            return new ParquetFile(path, channel, file.bytes());
        } catch (IOException | Problem | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Goes down from a group. @return the place of the element after all that is in it */
    private int leaves(List<Thrift> schema, int group, List<String> above, int depth, boolean repeated)
            throws IOException {
        int at = group + 1;
        for (long i = schema.get(group).number(5); i > 0; i--) {
            if (at >= schema.size() || above.size() > schema.size()) {
                throw new IOException("a schema that is cut");
            }
            Thrift element = schema.get(at);
            long repetition = element.number(3, 0);
            List<String> names = new ArrayList<>(above);
            names.add(element.text(4));
            int below = depth + (repetition == 0 ? 0 : 1);
            boolean several = repeated || repetition == 2;
            if (element.number(5, 0) > 0) {
                at = leaves(schema, at, names, below, several);
            } else {
                leaves.add(new Leaf(names, element.number(1, -1), text(element), below, several, leaves.size()));
                at++;
            }
        }
        return at;
    }

    /** Texts and names of constants. */
    private static boolean text(Thrift element) throws IOException {
        long converted = element.number(6, -1);
        return converted == 0
                || converted == 4
                || element.has(10)
                        && (element.struct(10).has(1) || element.struct(10).has(4));
    }

    Path path() {
        return path;
    }

    List<Leaf> leaves() {
        return leaves;
    }

    long rows() throws IOException {
        return footer.number(3);
    }

    List<Thrift> rowGroups() throws IOException {
        return footer.structs(4);
    }

    /** @return what programs have noted under a key, or null */
    String metadata(String key) throws IOException {
        for (Thrift pair : footer.structs(5)) {
            if (pair.text(1).equals(key) && pair.has(2)) {
                return pair.text(2);
            }
        }
        return null;
    }

    /** @throws EOFException if the file does not reach that far */
    ByteBuffer read(long offset, int count) throws IOException {
        if (offset < 0 || count < 0 || offset + count > length) {
            throw new EOFException(path + " is cut");
        }
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, offset + bytes.position()) < 0) {
                throw new EOFException(path + " has become shorter");
            }
        }
        return bytes.flip();
    }

    /**
     * @param length is given the header's length
     * @return the header of the page at an offset
     */
    Thrift header(long offset, int[] headerLength) throws IOException {
        for (int size = HEADER; ; size *= 4) {
            int count = (int) Math.clamp(length - offset, 0, size);
            ByteBuffer bytes = read(offset, count);
            try {
                Thrift header = Thrift.read(bytes);
                headerLength[0] = bytes.position();
                return header;
            } catch (EOFException e) {
                if (count < size || size >= LONGEST_HEADER) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
