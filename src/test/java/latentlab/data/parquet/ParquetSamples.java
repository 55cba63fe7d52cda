package latentlab.data.parquet;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;

/** Writes small Parquet files byte by byte: one row group, one page a column, no dictionaries. */
final class ParquetSamples {
    static final int PLAIN = 0;
    static final int SNAPPY = 1;
    static final int GZIP = 2;
    static final int ZSTD = 6;

    private static final int INT64 = 2;
    private static final int BYTE_ARRAY = 6;
    private static final int UTF8 = 0;

    /**
     * A column of rows.
     *
     * @param name of the column; of a picture in a struct, that of the struct
     * @param struct whether its values are the field bytes of a struct
     * @param values Long, String or byte[]; null where there is none
     */
    record Column(String name, boolean struct, List<?> values) {
        private int depth() {
            return struct ? 2 : 1;
        }

        private boolean numbers() {
            return values.stream().anyMatch(Long.class::isInstance);
        }

        private boolean texts() {
            return values.stream().anyMatch(String.class::isInstance);
        }
    }

    private ParquetSamples() {}

    /** Thrift's compact protocol, as much of it as is needed. */
    private static final class Thrift {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private int last;

        private Thrift field(int id, int type) {
            out.write(id - last << 4 | type);
            last = id;
            return this;
        }

        Thrift number(int id, long value) {
            return field(id, 6).zigzag(value);
        }

        Thrift small(int id, int value) {
            return field(id, 5).zigzag(value);
        }

        Thrift text(int id, String value) {
            return field(id, 8).string(value);
        }

        Thrift struct(int id, Thrift value) {
            field(id, 12).out.writeBytes(value.end());
            return this;
        }

        Thrift structs(int id, List<Thrift> values) {
            field(id, 9).out.write(values.size() << 4 | 12);
            values.forEach(value -> out.writeBytes(value.end()));
            return this;
        }

        Thrift smalls(int id, int... values) {
            field(id, 9).out.write(values.length << 4 | 5);
            for (int value : values) {
                zigzag(value);
            }
            return this;
        }

        Thrift texts(int id, List<String> values) {
            field(id, 9).out.write(values.size() << 4 | 8);
            values.forEach(this::string);
            return this;
        }

        private Thrift string(String value) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            varint(out, bytes.length);
            out.writeBytes(bytes);
            return this;
        }

        private Thrift zigzag(long value) {
            varint(out, value << 1 ^ value >> 63);
            return this;
        }

        byte[] end() {
            out.write(0);
            return out.toByteArray();
        }
    }

    private static void varint(ByteArrayOutputStream out, long value) {
        long left = value;
        for (; (left & ~0x7FL) != 0; left >>>= 7) {
            out.write((int) (left & 0x7F | 0x80));
        }
        out.write((int) left);
    }

    /** @param metadata texts by their keys */
    static byte[] parquet(int codec, Map<String, String> metadata, Column... columns) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes("PAR1".getBytes(StandardCharsets.US_ASCII));
        List<Thrift> chunks = new ArrayList<>();
        List<Thrift> schema = new ArrayList<>();
        schema.add(new Thrift().text(4, "schema").small(5, columns.length));
        int rows = columns[0].values.size();
        for (Column column : columns) {
            byte[] page = page(column);
            byte[] packed = packed(codec, page);
            Thrift levels = new Thrift().small(1, rows).small(2, 0).small(3, 3).small(4, 3);
            byte[] header = new Thrift()
                    .small(1, 0)
                    .small(2, page.length)
                    .small(3, packed.length)
                    .struct(5, levels)
                    .end();
            int type = column.numbers() ? INT64 : BYTE_ARRAY;
            List<String> path = column.struct ? List.of(column.name, "bytes") : List.of(column.name);
            chunks.add(new Thrift()
                    .number(2, file.size())
                    .struct(
                            3,
                            new Thrift()
                                    .small(1, type)
                                    .smalls(2, 0, 3)
                                    .texts(3, path)
                                    .small(4, codec)
                                    .number(5, rows)
                                    .number(6, header.length + page.length)
                                    .number(7, header.length + packed.length)
                                    .number(9, file.size())));
            file.writeBytes(header);
            file.writeBytes(packed);
            if (column.struct) {
                schema.add(new Thrift().small(3, 1).text(4, column.name).small(5, 1));
            }
            Thrift leaf = new Thrift().small(1, type).small(3, 1).text(4, path.getLast());
            schema.add(column.texts() ? leaf.small(6, UTF8).struct(10, new Thrift().struct(1, new Thrift())) : leaf);
        }
        Thrift group = new Thrift().structs(1, chunks).number(2, file.size()).number(3, rows);
        List<Thrift> pairs = metadata.entrySet().stream()
                .map(entry -> new Thrift().text(1, entry.getKey()).text(2, entry.getValue()))
                .toList();
        byte[] footer = new Thrift()
                .small(1, 1)
                .structs(2, schema)
                .number(3, rows)
                .structs(4, List.of(group))
                .structs(5, pairs)
                .end();
        file.writeBytes(footer);
        file.writeBytes(number(footer.length));
        file.writeBytes("PAR1".getBytes(StandardCharsets.US_ASCII));
        return file.toByteArray();
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }

    private static byte[] page(Column column) {
        ByteArrayOutputStream levels = new ByteArrayOutputStream();
        ByteArrayOutputStream values = new ByteArrayOutputStream();
        for (Object value : column.values) {
            varint(levels, 2);
            levels.write(value == null ? 0 : column.depth());
            if (value instanceof Long number) {
                values.writeBytes(ByteBuffer.allocate(8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(number)
                        .array());
            } else if (value != null) {
                byte[] bytes = value instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : (byte[]) value;
                values.writeBytes(number(bytes.length));
                values.writeBytes(bytes);
            }
        }
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        page.writeBytes(number(levels.size()));
        page.writeBytes(levels.toByteArray());
        page.writeBytes(values.toByteArray());
        return page.toByteArray();
    }

    private static byte[] packed(int codec, byte[] page) throws IOException {
        if (codec == SNAPPY) {
            return snappy(page);
        }
        if (codec != GZIP) {
            return page;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(page);
        }
        return out.toByteArray();
    }

    /** Literals of up to 60 bytes, and of as many zeros as there are in a row a copy of the one before. */
    static byte[] snappy(byte[] page) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        varint(out, page.length);
        for (int at = 0; at < page.length; ) {
            int zeros = 0;
            while (at > 0 && page[at - 1] == 0 && at + zeros < page.length && page[at + zeros] == 0 && zeros < 64) {
                zeros++;
            }
            if (zeros > 0) {
                out.write(zeros - 1 << 2 | 2);
                out.write(1);
                out.write(0);
                at += zeros;
            } else {
                int start = at++;
                while (at < page.length && at - start < 60 && page[at] != 0) {
                    at++;
                }
                out.write(at - start - 1 << 2);
                out.write(page, start, at - start);
            }
        }
        return out.toByteArray();
    }

    /** A grey PNG of 4x4 pixels: black, but for the first, which is as light as is said. */
    static byte[] png(int light) throws IOException {
        BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSample(1, 2, 0, light);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
