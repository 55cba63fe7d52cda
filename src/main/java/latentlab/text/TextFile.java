package latentlab.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Small files of text that people may have written: what is none is found out before it is read. */
public final class TextFile {
    private TextFile() {}

    /**
     * @param most bytes of the largest file that is read
     * @return what stands in the file
     * @throws Problem if it is a folder, a device or a pipe, larger than that, or not UTF-8; for a byte order mark too,
     *     which is part of no format that is read here
     * @throws IOException if it is not there or cannot be read
     */
    public static String read(Path file, int most) throws Problem, IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (attributes.isDirectory()) {
            throw Problem.of("text.file.folder", file.toString());
        }
        if (!attributes.isRegularFile()) {
            throw Problem.of("text.file.special", file.toString());
        }
        if (attributes.size() > most) {
            throw tooLarge(file, most);
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            // Some file systems say 0 for the size of what they make up as it is read, and a file may grow meanwhile.
            bytes = in.readNBytes(most + 1);
        }
        if (bytes.length > most) {
            throw tooLarge(file, most);
        }
        return decode(bytes, file.toString());
    }

    private static Problem tooLarge(Path file, int most) {
        return Problem.of("text.file.large", file.toString(), most);
    }

    private static String decode(byte[] bytes, String file) throws Problem {
        if (isWide(bytes)) {
            throw Problem.of("text.file.wide", file);
        }
        if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
            throw Problem.of("text.file.mark", file);
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        out.flip();
        if (result.isError()) {
            throw Problem.of(
                    "text.file.encoding",
                    file,
                    1 + out.chars().filter(c -> c == '\n').count());
        }
        return out.toString();
    }

    /**
     * UTF-16 and UTF-32 begin with a byte order mark, or have a zero byte in the first character of a text that is
     * ASCII.
     */
    private static boolean isWide(byte[] bytes) {
        if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
            return true;
        }
        for (int i = 0; i < Math.min(4, bytes.length); i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if (Byte.toUnsignedInt(bytes[i]) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
