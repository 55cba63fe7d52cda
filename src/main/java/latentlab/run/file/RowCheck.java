package latentlab.run.file;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * Check sums of rows: a bit that has flipped on a disk makes another number of a loss or a rate, which nothing else
 * would tell.
 */
final class RowCheck {
    private RowCheck() {}

    static long of(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    /** @param numbers of which NaN is one, whatever its bits */
    static long of(double... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Double.BYTES);
        for (double number : numbers) {
            bytes.putDouble(number);
        }
        return of(bytes.array());
    }

    /** @param words in any order */
    static long of(Map<String, String> words) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(words)
                .forEach((word, value) ->
                        text.append(word).append('\0').append(value).append('\0'));
        return of(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
