package latentlab.data.npy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes NPY and NPZ files byte by byte. */
final class NpySamples {
    private NpySamples() {}

    /** Of version 1, in the order in which the values are given. */
    static byte[] npy(String type, String shape, double... values) {
        return npy(1, type, false, shape, values);
    }

    /** @return how many values an array of that shape has */
    static int count(String shape) {
        return Arrays.stream(shape.replaceAll("[()L ]", "").split(","))
                .filter(size -> !size.isEmpty())
                .mapToInt(Integer::parseInt)
                .reduce(1, (a, b) -> a * b);
    }

    static byte[] npy(int version, String type, boolean fortran, String shape, double... values) {
        return npy(version, "'" + type + "'", fortran, shape, numbers(type, values));
    }

    static byte[] npy(int version, String descr, boolean fortran, String shape, byte[] content) {
        String text = "{'descr': " + descr + ", 'fortran_order': " + (fortran ? "True" : "False") + ", 'shape': "
                + shape + ", }\n";
        ByteBuffer file =
                ByteBuffer.allocate(12 + text.length() + content.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
        if (version == 1) {
            file.putShort((short) text.length());
        } else {
            file.putInt(text.length());
        }
        file.put(text.getBytes(StandardCharsets.US_ASCII)).put(content);
        byte[] bytes = new byte[file.position()];
        return file.flip().get(bytes).hasRemaining() ? null : bytes;
    }

    static byte[] numbers(String type, double... values) {
        int width = type.charAt(2) - '0';
        ByteBuffer bytes = ByteBuffer.allocate(width * values.length)
                .order(type.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            switch (type.substring(1)) {
                case "f2" -> bytes.putShort(Float.floatToFloat16((float) value));
                case "f4" -> bytes.putFloat((float) value);
                case "f8" -> bytes.putDouble(value);
                case "i2", "u2" -> bytes.putShort((short) (long) value);
                case "i4", "u4" -> bytes.putInt((int) (long) value);
                case "i8", "u8" -> bytes.putLong((long) value);
                default -> bytes.put((byte) (long) value);
            }
        }
        return bytes.array();
    }

    /** @param arrays NPY files by the names of their arrays, in order */
    static byte[] npz(boolean deflated, Map<String, byte[]> arrays) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> array : arrays.entrySet()) {
                ZipEntry entry = new ZipEntry(array.getKey() + ".npy");
                if (!deflated) {
                    CRC32 sum = new CRC32();
                    sum.update(array.getValue());
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(array.getValue().length);
                    entry.setCrc(sum.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(array.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
