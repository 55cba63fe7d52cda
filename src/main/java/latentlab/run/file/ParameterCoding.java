package latentlab.run.file;

import java.io.IOException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Packs the parameters of an epoch without loss: the bits of each number as an integer, less those of the same number
 * in an epoch shortly before, with the sign in the lowest bit; then the lowest bytes of all numbers, the next ones, and
 * so on, deflated. Numbers that changed little have small differences, whose high bytes are zeros in a row: the default
 * model's 129 kB an epoch become some 93.
 */
final class ParameterCoding {
    private ParameterCoding() {}

    /** @param base what the difference is taken from, as long; null for the numbers themselves */
    static byte[] pack(float[] numbers, float[] base) {
        int count = numbers.length;
        byte[] planes = new byte[Math.multiplyExact(count, Float.BYTES)];
        for (int i = 0; i < count; i++) {
            int bits = Float.floatToRawIntBits(numbers[i]);
            if (base != null) {
                int difference = bits - Float.floatToRawIntBits(base[i]);
                bits = difference << 1 ^ difference >> 31;
            }
            for (int plane = 0; plane < Float.BYTES; plane++) {
                planes[plane * count + i] = (byte) (bits >>> Byte.SIZE * plane);
            }
        }
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(planes);
            deflater.finish();
            byte[] packed = new byte[planes.length + planes.length / 100 + 100];
            int length = deflater.deflate(packed);
            if (!deflater.finished()) {
                throw new IllegalStateException(length + " bytes of " + planes.length);
            }
            return Arrays.copyOf(packed, length);
        } finally {
            deflater.end();
        }
    }

    /**
     * @param count how many numbers there are
     * @param base what the difference was taken from; null for none
     * @throws IOException if these are no packed numbers, or not that many
     */
    static float[] unpack(byte[] packed, int count, float[] base) throws IOException {
        byte[] planes = new byte[Math.multiplyExact(count, Float.BYTES)];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            int length = 0;
            while (length < planes.length && !inflater.finished() && !inflater.needsInput()) {
                length += inflater.inflate(planes, length, planes.length - length);
            }
            if (length < planes.length || inflater.inflate(new byte[1]) > 0) {
                throw new IOException("not " + count + " numbers");
            }
        } catch (DataFormatException e) {
            throw new IOException(e);
        } finally {
            inflater.end();
        }
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            int bits = 0;
            for (int plane = Float.BYTES - 1; plane >= 0; plane--) {
                bits = bits << Byte.SIZE | planes[plane * count + i] & 0xFF;
            }
            if (base != null) {
                bits = (bits >>> 1 ^ -(bits & 1)) + Float.floatToRawIntBits(base[i]);
            }
            numbers[i] = Float.intBitsToFloat(bits);
        }
        return numbers;
    }
}
