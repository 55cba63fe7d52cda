package latentlab.data.parquet;

import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A struct as Thrift's compact protocol writes it, by which Parquet files describe themselves: numbers are Long, lists
 * List, texts and bytes byte[], structs again Thrift. What a field means is told by its number.
 */
final class Thrift {
    private static final int DEEPEST = 32;

    private final Map<Integer, Object> fields = new HashMap<>();

    private Thrift() {}

    /**
     * @param in is left where the struct ends
     * @throws EOFException if there is less of it than it says
     * @throws IOException if it is none
     */
    static Thrift read(ByteBuffer in) throws IOException {
        try {
            return struct(in.order(ByteOrder.LITTLE_ENDIAN), 0);
        } catch (BufferUnderflowException e) {
            throw new EOFException("a struct that is cut");
        }
    }

    private static Thrift struct(ByteBuffer in, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("too deep");
        }
        Thrift struct = new Thrift();
        int id = 0;
        for (int head = in.get() & 0xFF; head != 0; head = in.get() & 0xFF) {
            id = head >> 4 == 0 ? (int) zigzag(in) : id + (head >> 4);
            int type = head & 0xF;
            struct.fields.put(id, type <= 2 ? Long.valueOf(type == 1 ? 1 : 0) : value(in, type, depth));
        }
        return struct;
    }

    private static Object value(ByteBuffer in, int type, int depth) throws IOException {
        return switch (type) {
            case 1, 2 -> (long) in.get();
            case 3 -> (long) in.get();
            case 4, 5, 6 -> zigzag(in);
            case 7 -> in.getDouble();
            case 8 -> bytes(in, varint(in));
            case 9, 10 -> list(in, depth + 1);
            case 12 -> struct(in, depth + 1);
            default -> throw new IOException("no type " + type);
        };
    }

    private static List<Object> list(ByteBuffer in, int depth) throws IOException {
        int head = in.get() & 0xFF;
        long size = head >> 4 == 0xF ? varint(in) : head >> 4;
        // Each takes a byte at least.
        if (depth > DEEPEST || size < 0 || size > in.remaining()) {
            throw new EOFException("a list that is cut");
        }
        List<Object> list = new ArrayList<>();
        for (long i = 0; i < size; i++) {
            list.add(value(in, head & 0xF, depth));
        }
        return list;
    }

    private static byte[] bytes(ByteBuffer in, long length) throws IOException {
        if (length < 0 || length > in.remaining()) {
            throw new EOFException("bytes that are cut");
        }
        byte[] bytes = new byte[(int) length];
        in.get(bytes);
        return bytes;
    }

    static long varint(ByteBuffer in) throws IOException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = in.get();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IOException("a number without an end");
    }

    private static long zigzag(ByteBuffer in) throws IOException {
        long value = varint(in);
        return value >>> 1 ^ -(value & 1);
    }

    boolean has(int field) {
        return fields.containsKey(field);
    }

    /** @throws IOException if there is no such number */
    long number(int field) throws IOException {
        return as(Long.class, fields.get(field));
    }

    long number(int field, long otherwise) throws IOException {
        return has(field) ? number(field) : otherwise;
    }

    Thrift struct(int field) throws IOException {
        return as(Thrift.class, fields.get(field));
    }

    String text(int field) throws IOException {
        return new String(as(byte[].class, fields.get(field)), StandardCharsets.UTF_8);
    }

    /** @return empty where there is none */
    List<Thrift> structs(int field) throws IOException {
        List<Thrift> structs = new ArrayList<>();
        for (Object each : has(field) ? as(List.class, fields.get(field)) : List.of()) {
            structs.add(as(Thrift.class, each));
        }
        return structs;
    }

    private static <T> T as(Class<T> type, Object value) throws IOException {
        if (!type.isInstance(value)) {
            throw new IOException(value == null ? "a field is missing" : "a field of another type");
        }
        return type.cast(value);
    }
}
