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

/** Reads small text files that users may have written, and refuses what is no text before reading it. */
public final class TextFile {
    private TextFile() {}

    /**
     * @param most size in bytes of the largest file that is read
     * @return the file's text
     * @throws Problem if it is a folder, a device or a pipe, larger than that, or not UTF-8; also for a byte order
     *     mark, which no format read here allows
     * @throws IOException if it does not exist or cannot be read
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
            // Some file systems report size 0 for files made up on reading, and a file may grow meanwhile.
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
     * Whether the text is UTF-16 or UTF-32: it begins with a byte order mark, or, if the first character is ASCII, has
     * a zero byte in it.
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
