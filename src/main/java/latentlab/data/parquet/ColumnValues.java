package latentlab.data.parquet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import latentlab.data.DataProblems;
import latentlab.data.parquet.ParquetFile.Leaf;
import latentlab.text.Problem;

/**
 * The values of one column, row after row: numbers as Long, bytes as byte[], null where a row has none. Of the file a
 * page is in memory at a time.
 */
final class ColumnValues {
    private static final int SNAPPY = 1;
    private static final int GZIP = 2;
    private static final Map<Long, String> CODECS =
            Map.of(3L, "LZO", 4L, "Brotli", 5L, "LZ4", 6L, "Zstandard", 7L, "LZ4");
    /** Deflate makes at most this many bytes of one, and Snappy fewer. */
    private static final long MAX_RATIO = 1032;

    private static final int DATA = 0;
    private static final int DICTIONARY = 2;
    private static final int DATA_2 = 3;
    private static final int PLAIN = 0;

    private final ParquetFile file;
    private final Leaf leaf;
    private final Iterator<Thrift> groups;
    private long codec;
    private long offset;
    private long end;
    /** Values of the column that are still to come in its row group, those of its page included. */
    private long left;

    private long leftInPage;
    private RunLengths levels;
    private ByteBuffer values;
    private RunLengths places;
    private List<Object> dictionary = List.of();

    ColumnValues(ParquetFile file, Leaf leaf) throws IOException {
        this.file = file;
        this.leaf = leaf;
        groups = file.rowGroups().iterator();
    }

    /** @throws Problem if a part of the column is compressed in a way that cannot be read */
    static void check(ParquetFile file, Leaf leaf) throws IOException, Problem {
        for (Thrift group : file.rowGroups()) {
            long codec = chunk(group, leaf).number(4);
            if (CODECS.containsKey(codec)) {
                throw Problem.of("data.parquet.codec", file.path().toString(), CODECS.get(codec));
            }
        }
    }

    private static Thrift chunk(Thrift group, Leaf leaf) throws IOException {
        List<Thrift> columns = group.structs(1);
        if (leaf.index() >= columns.size()) {
            throw new IOException("a row group lacks a column");
        }
        return columns.get(leaf.index()).struct(3);
    }

    /**
     * @throws IOException if there are no more, or the file is damaged
     * @throws Problem if there is no room for a page, or its values are written in a way that cannot be read
     */
    Object next() throws IOException, Problem {
        try {
            while (left == 0) {
                begin(chunk(groups.hasNext() ? groups.next() : none(), leaf));
            }
            while (leftInPage == 0) {
                page();
            }
            left--;
            leftInPage--;
            if (levels != null && levels.next() < leaf.depth()) {
                return null;
            }
            return places == null ? plain(values) : dictionary.get(places.next());
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new IOException(file.path() + " is damaged", e);
        }
    }

    private Thrift none() throws IOException {
        throw new IOException(file.path() + " has fewer rows than it says");
    }

    private void begin(Thrift chunk) throws IOException {
        codec = chunk.number(4);
        left = chunk.number(5);
        long data = chunk.number(9);
        long first = chunk.number(11, data);
        offset = first > 0 ? Math.min(first, data) : data;
        end = offset + chunk.number(7);
        leftInPage = 0;
        dictionary = List.of();
    }

    private void page() throws IOException, Problem {
        int[] headerLength = new int[1];
        Thrift header = file.header(offset, headerLength);
        long packed = header.number(3);
        long whole = header.number(2);
        offset += headerLength[0];
        if (packed < 0 || whole < 0 || offset + packed > end || whole > MAX_RATIO * (packed + 1)) {
            throw new IOException(file.path() + " has a page that is none");
        }
        DataProblems.checkMemory(file.path(), whole + packed);
        ByteBuffer bytes = file.read(offset, (int) packed);
        offset += packed;
        switch ((int) header.number(1)) {
            case DATA -> data(header.struct(5), unpacked(bytes, (int) whole));
            case DATA_2 -> data2(header.struct(8), bytes, (int) whole);
            case DICTIONARY -> dictionary(header.struct(7), unpacked(bytes, (int) whole));
            default -> {} // an index, which nobody asks for
        }
    }

    private ByteBuffer unpacked(ByteBuffer bytes, int whole) throws IOException {
        byte[] unpacked;
        if (codec == SNAPPY) {
            unpacked = Snappy.unpack(bytes.array(), bytes.position(), whole);
        } else if (codec == GZIP) {
            try (InputStream in =
                    new GZIPInputStream(new ByteArrayInputStream(bytes.array(), bytes.position(), bytes.remaining()))) {
                unpacked = in.readNBytes(whole);
            }
        } else {
            return bytes;
        }
        if (unpacked.length != whole) {
            throw new IOException(file.path() + " has a page that is cut");
        }
        return ByteBuffer.wrap(unpacked).order(ByteOrder.LITTLE_ENDIAN);
    }

    private int levelBits() {
        return Integer.SIZE - Integer.numberOfLeadingZeros(leaf.depth());
    }

    private void data(Thrift head, ByteBuffer page) throws IOException, Problem {
        levels = null;
        if (leaf.depth() > 0) {
            int length = page.getInt();
            levels = new RunLengths(part(page, length), levelBits());
        }
        values(head.number(1), head.number(2), page);
    }

    private void data2(Thrift head, ByteBuffer bytes, int whole) throws IOException, Problem {
        int repeats = (int) head.number(6);
        int length = (int) head.number(5);
        part(bytes, repeats);
        levels = leaf.depth() > 0 ? new RunLengths(part(bytes, length), levelBits()) : null;
        boolean compressed = head.number(7, 1) == 1;
        values(head.number(1), head.number(4), compressed ? unpacked(bytes, whole - repeats - length) : bytes);
    }

    private static ByteBuffer part(ByteBuffer bytes, int length) throws IOException {
        if (length < 0 || length > bytes.remaining()) {
            throw new IOException("levels that are cut");
        }
        ByteBuffer part = bytes.slice(bytes.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(bytes.position() + length);
        return part;
    }

    private void values(long count, long encoding, ByteBuffer page) throws IOException, Problem {
        if (count < 0 || count > left) {
            throw new IOException(file.path() + " has more values than it says");
        }
        leftInPage = count;
        values = page;
        if (encoding == PLAIN) {
            places = null;
        } else if (encoding == 2 || encoding == 8) {
            places = new RunLengths(page, page.hasRemaining() ? page.get() : 0);
        } else {
            throw Problem.of("data.parquet.codec", file.path().toString(), "DELTA (" + encoding + ")");
        }
    }

    private void dictionary(Thrift head, ByteBuffer page) throws IOException {
        dictionary = new ArrayList<>();
        for (long i = head.number(1); i > 0; i--) {
            dictionary.add(plain(page));
        }
    }

    private Object plain(ByteBuffer page) throws IOException {
        if (leaf.type() == Leaf.INT32) {
            return (long) page.getInt();
        }
        if (leaf.type() == Leaf.INT64) {
            return page.getLong();
        }
        int length = page.getInt();
        if (length < 0 || length > page.remaining()) {
            throw new IOException(file.path() + " has a value that is cut");
        }
        byte[] bytes = new byte[length];
        page.get(bytes);
        return bytes;
    }
}
