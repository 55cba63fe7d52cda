package latentlab.export.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A message in the wire format of Protocol Buffers, field by field in the order in which they are put: each is its
 * number and its wire type, then a varint, a number of 32 bits, or a length and as many bytes.
 */
final class ProtobufMessage {
    private static final int VARINT = 0;
    private static final int LENGTH = 2;
    private static final int BITS_32 = 5;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    ProtobufMessage whole(int field, long value) {
        varint(key(field, VARINT));
        varint(value);
        return this;
    }

    ProtobufMessage real(int field, float value) {
        varint(key(field, BITS_32));
        int bits = Float.floatToIntBits(value);
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            bytes.write(bits >>> shift);
        }
        return this;
    }

    ProtobufMessage text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    ProtobufMessage message(int field, ProtobufMessage value) {
        return bytes(field, value.bytes.toByteArray());
    }

    ProtobufMessage bytes(int field, byte... value) {
        varint(key(field, LENGTH));
        varint(value.length);
        bytes.writeBytes(value);
        return this;
    }

    void writeTo(OutputStream out) throws IOException {
        bytes.writeTo(out);
    }

    private static long key(int field, int type) {
        return (long) field << 3 | type;
    }

    /** Seven bits at a time, the lowest first; a set eighth bit says that more follow. */
    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }
}
