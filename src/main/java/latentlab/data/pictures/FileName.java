package latentlab.data.pictures;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import latentlab.data.NameBytes;

/**
 * The name of a file or folder as it is on the disk. Java turns the bytes of a name into letters in the encoding of the
 * process's locale, and in a plain one all that is not English becomes the same mark: two classes would be one.
 *
 * @param text the name
 * @param guessed in which encoding; null where there was nothing to guess
 */
record FileName(String text, Charset guessed) {
    private static final char REPLACEMENT = '\uFFFD';
    private static final boolean READS_UNICODE = System.getProperty("sun.jnu.encoding", "UTF-8")
            .toUpperCase(Locale.ROOT)
            .startsWith("UTF");

    /** @param path whose last name is wanted */
    static FileName of(Path path) {
        String text = path.getFileName().toString();
        boolean certain = READS_UNICODE
                ? text.indexOf(REPLACEMENT) < 0
                : text.chars().allMatch(letter -> letter < 0x80 && letter != '?');
        if (certain) {
            return new FileName(text, null);
        }
        byte[] bytes = lastOf(path.toUri());
        if (bytes == null) {
            return new FileName(text, null);
        }
        Charset charset = NameBytes.charset(List.of(bytes), NameBytes.WESTERN);
        return new FileName(new String(bytes, charset), charset.equals(StandardCharsets.UTF_8) ? null : charset);
    }

    /** An address has the bytes of a name in it, percent-encoded, whatever the locale. @return null if it has not */
    private static byte[] lastOf(URI address) {
        String path = address.getRawPath();
        int end = path.endsWith("/") ? path.length() - 1 : path.length();
        String name = path.substring(path.lastIndexOf('/', end - 1) + 1, end);
        byte[] bytes = new byte[name.length()];
        int length = 0;
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            if (letter >= 0x80) {
                return null;
            }
            if (letter == '%') {
                letter = (char) Integer.parseInt(name.substring(i + 1, i + 3), 16);
                i += 2;
            }
            bytes[length++] = (byte) letter;
        }
        return Arrays.copyOf(bytes, length);
    }
}
