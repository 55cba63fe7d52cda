package latentlab.data.arrays;

import java.nio.ByteBuffer;

/** How a file writes each number of an array. */
public enum NumberType {
    BOOL("bool", 1, true),
    UINT8("uint8", 1, true),
    INT8("int8", 1, true),
    UINT16("uint16", 2, true),
    INT16("int16", 2, true),
    UINT32("uint32", 4, true),
    INT32("int32", 4, true),
    UINT64("uint64", 8, true),
    INT64("int64", 8, true),
    FLOAT16("float16", 2, false),
    FLOAT32("float32", 4, false),
    FLOAT64("float64", 8, false),
    /** Whole numbers from 0 to 255 that stood in a text, where no type says that 255 is the largest there can be. */
    TEXT("text", 1, true);

    private final String title;
    private final int bytes;
    private final boolean whole;

    NumberType(String title, int bytes, boolean whole) {
        this.title = title;
        this.bytes = bytes;
        this.whole = whole;
    }

    /** @return NumPy's name of it */
    public String title() {
        return title;
    }

    /** Of one number. */
    public int bytes() {
        return bytes;
    }

    /** Whether there are no fractions. */
    boolean whole() {
        return whole;
    }

    /** @return the number at an index, from 0 on; a 64-bit integer to the nearest double */
    double at(ByteBuffer numbers, int index) {
        return switch (this) {
            case BOOL -> numbers.get(index) == 0 ? 0 : 1;
            case UINT8, TEXT -> numbers.get(index) & 0xFF;
            case INT8 -> numbers.get(index);
            case UINT16 -> numbers.getShort(2 * index) & 0xFFFF;
            case INT16 -> numbers.getShort(2 * index);
            case UINT32 -> Integer.toUnsignedLong(numbers.getInt(4 * index));
            case INT32 -> numbers.getInt(4 * index);
            case UINT64 -> unsigned(numbers.getLong(8 * index));
            case INT64 -> numbers.getLong(8 * index);
            case FLOAT16 -> Float.float16ToFloat(numbers.getShort(2 * index));
            case FLOAT32 -> numbers.getFloat(4 * index);
            case FLOAT64 -> numbers.getDouble(8 * index);
        };
    }

    private static double unsigned(long value) {
        return value >= 0 ? value : (value >>> 1) * 2.0;
    }
}
