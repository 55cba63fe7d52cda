package latentlab.data.npy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.function.IntFunction;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import latentlab.data.arrays.NumberArray;

/**
 * Writes arrays as an NPZ file, as {@code numpy.savez} does: a stored ZIP archive of NPY files, which {@code
 * numpy.load} reads without pickle. The same arrays always come to the same bytes.
 */
public final class NpzOutput {
    /** The first that an archive can say. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    /** NumPy aligns numbers to as many bytes. */
    private static final int ALIGNMENT = 64;
    /** Numbers turned into bytes at a time. */
    private static final int CHUNK = 1 << 14;

    private final ZipOutputStream zip;

    /** @param out neither flushed before {@link #finish} nor closed */
    public NpzOutput(OutputStream out) {
        zip = new ZipOutputStream(out);
        zip.setMethod(ZipOutputStream.STORED);
    }

    /** Writes the numbers of an array; asked twice, first for their sum, which stands before them. */
    interface Numbers {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * An array of float32.
     *
     * @param values row-major
     * @param from index of the first
     * @param shape as many numbers in all as are written
     */
    public void floats(String name, float[] values, int from, int... shape) throws IOException {
        int count = Math.toIntExact(count(shape));
        array(name, "<f4", shape, (long) Float.BYTES * count, out -> write(values, from, from + count, out));
    }

    /**
     * An array of float32 that is worked out piece by piece, so that it may be larger than memory.
     *
     * @param pieces how many there are, one after the other along the first axis
     * @param piece the numbers of one, which is asked for twice: the sum of all stands before them
     */
    public void floats(String name, int pieces, IntFunction<float[]> piece, int... shape) throws IOException {
        array(name, "<f4", shape, Float.BYTES * count(shape), out -> {
            for (int i = 0; i < pieces; i++) {
                float[] values = piece.apply(i);
                write(values, 0, values.length, out);
            }
        });
    }

    private static void write(float[] values, int from, int to, OutputStream out) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = from; i < to; ) {
            int end = Math.min(to, i + CHUNK);
            bytes.clear();
            for (; i < end; i++) {
                bytes.putFloat(values[i]);
            }
            out.write(bytes.array(), 0, bytes.position());
        }
    }

    /** An array of int32. */
    public void ints(String name, int[] values, int... shape) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            bytes.putInt(value);
        }
        array(name, "<i4", shape, bytes.capacity(), out -> out.write(bytes.array()));
    }

    /** A text, as an array without dimensions. */
    public void text(String name, String text) throws IOException {
        int[] letters = text.codePoints().toArray();
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * letters.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int letter : letters) {
            bytes.putInt(letter);
        }
        array(name, "<U" + letters.length, new int[0], bytes.capacity(), out -> out.write(bytes.array()));
    }

    private static long count(int... shape) {
        long count = 1;
        for (int each : shape) {
            count = Math.multiplyExact(count, each);
        }
        return count;
    }

    /**
     * @param type as NumPy writes it, such as {@code <f4}
     * @param bytes that the numbers come to
     */
    void array(String name, String type, int[] shape, long bytes, Numbers numbers) throws IOException {
        byte[] header = header(type, shape);
        CRC32 sum = new CRC32();
        sum.update(header);
        numbers.writeTo(new CheckedOutputStream(OutputStream.nullOutputStream(), sum));
        ZipEntry entry = new ZipEntry(name + NpyFiles.ARRAY);
        entry.setTimeLocal(TIME);
        entry.setSize(header.length + bytes);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(header);
        numbers.writeTo(zip);
        zip.closeEntry();
    }

    private static byte[] header(String type, int... shape) {
        String text =
                "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + NumberArray.written(shape) + ", }";
        int before = 10;
        int length = Math.ceilDiv(before + text.length() + 1, ALIGNMENT) * ALIGNMENT - before;
        ByteBuffer header = ByteBuffer.allocate(before + length).order(ByteOrder.LITTLE_ENDIAN);
        header.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) length);
        header.put((text + " ".repeat(length - text.length() - 1) + "\n").getBytes(StandardCharsets.US_ASCII));
        return header.array();
    }

    /** Ends the file. */
    public void finish() throws IOException {
        zip.finish();
        zip.flush();
    }
}
