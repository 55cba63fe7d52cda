package latentlab.data.npy;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import latentlab.data.arrays.NumberType;
import latentlab.text.Excerpt;
import latentlab.text.Problem;

/**
 * What an NPY file says of its array before the numbers come, in versions 1 to 3 of the format.
 *
 * @param kind of what is in it, in NumPy's letters: u1, f4, b1, U5, O, …
 * @param order of the bytes of each number
 * @param fortran whether the first dimension goes fastest
 * @param shape sizes, 0 or more; empty for a single number
 * @param length bytes before the numbers
 */
record NpyHeader(String kind, ByteOrder order, boolean fortran, int[] shape, int length) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int LONGEST = 1 << 16;
    /** Bytes that no file has. */
    private static final long TOO_MANY = 1L << 60;

    private static final Pattern TYPE =
            Pattern.compile("['\"]descr['\"]\\s*:\\s*(['\"]([<>|=]?)([a-zA-Z?]\\w*)['\"]|.)");
    private static final Pattern FORTRAN = Pattern.compile("['\"]fortran_order['\"]\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("['\"]shape['\"]\\s*:\\s*\\(([0-9L,\\s]*)\\)");
    private static final Map<String, NumberType> TYPES = Map.ofEntries(
            Map.entry("b1", NumberType.BOOL),
            Map.entry("?", NumberType.BOOL),
            Map.entry("u1", NumberType.UINT8),
            Map.entry("i1", NumberType.INT8),
            Map.entry("u2", NumberType.UINT16),
            Map.entry("i2", NumberType.INT16),
            Map.entry("u4", NumberType.UINT32),
            Map.entry("i4", NumberType.INT32),
            Map.entry("u8", NumberType.UINT64),
            Map.entry("i8", NumberType.INT64),
            Map.entry("f2", NumberType.FLOAT16),
            Map.entry("f4", NumberType.FLOAT32),
            Map.entry("f8", NumberType.FLOAT64));
    private static final Pattern TEXT = Pattern.compile("[US][0-9]{1,6}");

    /**
     * @param place of the array, for sentences
     * @throws Problem if it is no NPY file
     */
    static NpyHeader read(InputStream in, String place) throws IOException, Problem {
        byte[] start = in.readNBytes(MAGIC.length + 2);
        if (start.length < MAGIC.length + 2 || !Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw Problem.of("data.npy.format", place);
        }
        int version = start[MAGIC.length];
        if (version < 1 || version > 3) {
            throw Problem.of("data.npy.format", place);
        }
        int digits = version == 1 ? 2 : 4;
        long length = Integer.toUnsignedLong(ByteBuffer.wrap(Arrays.copyOf(whole(in, digits), 4))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt());
        if (length > LONGEST) {
            throw Problem.of("data.npy.format", place);
        }
        String text = new String(whole(in, (int) length), StandardCharsets.UTF_8);
        return parse(text, start.length + digits + (int) length, place);
    }

    private static byte[] whole(InputStream in, int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException();
        }
        return bytes;
    }

    private static NpyHeader parse(String text, int length, String place) throws Problem {
        Matcher type = TYPE.matcher(text);
        Matcher fortran = FORTRAN.matcher(text);
        Matcher shape = SHAPE.matcher(text);
        if (!type.find() || !fortran.find() || !shape.find()) {
            throw Problem.of("data.npy.format", place);
        }
        String kind = type.group(3) == null ? "V" : type.group(3);
        ByteOrder order = ">".equals(type.group(2)) ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        try {
            int[] sizes = Arrays.stream(shape.group(1).replace("L", "").split(","))
                    .map(String::strip)
                    .filter(size -> !size.isEmpty())
                    .mapToInt(Integer::parseInt)
                    .toArray();
            return new NpyHeader(kind, order, fortran.group(1).equals("True"), sizes, length);
        } catch (NumberFormatException e) {
            throw Problem.of("data.npy.format", place);
        }
    }

    /** @return null for what are no numbers */
    NumberType type() {
        return TYPES.get(kind);
    }

    /** Whether it holds texts of a fixed length. */
    boolean texts() {
        return TEXT.matcher(kind).matches();
    }

    /**
     * @param place of the array, for sentences
     * @return bytes of a number or a text
     * @throws Problem if it holds neither
     */
    int width(String place) throws Problem {
        if (type() != null) {
            return type().bytes();
        }
        if (texts()) {
            int letters = Integer.parseInt(kind.substring(1));
            return kind.startsWith("U") ? 4 * letters : letters;
        }
        throw kind.startsWith("O")
                ? Problem.of("data.npy.object", place)
                : Problem.of("data.npy.type", place, Excerpt.of(kind));
    }

    /**
     * @param place of the array, for sentences
     * @return bytes of all numbers; more than fit into an array where the header says so
     * @throws Problem if it holds neither numbers nor texts
     */
    long bytes(String place) throws Problem {
        long bytes = width(place);
        for (int size : shape) {
            bytes = size > 0 && bytes > TOO_MANY / size ? TOO_MANY : bytes * size;
        }
        return bytes;
    }
}
