package latentlab.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Finds in a file which run it comes from, whatever kind of file it is: the text stands there as it is, with the
 * quotation marks of XML or of JSON, the brackets of PDF, in letters of four bytes as NumPy has them, or in the pieces
 * of a GIF's comment.
 */
public final class OriginReader {
    /** Bytes that are looked through: what is said of a file stands at its beginning or its end. */
    private static final int READ = 16 << 20;
    /** No text is longer. */
    private static final int LONGEST = 1 << 20;

    private static final String IN_XML = Origin.BEGINNING.replace("\"", "&quot;");
    private static final String IN_JSON = Origin.BEGINNING.replace("\"", "\\\"");
    private static final String PDF = "%PDF-";
    private static final Pattern IN_PDF = Pattern.compile("\\\\([()\\\\])");
    private static final int COMMENT = 0xFE;

    private OriginReader() {}

    /** @return where a file comes from; null if it does not say, or not in a way that this version understands */
    public static Origin read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return null;
        }
        Origin found = find(part(file, 0));
        long last = Files.size(file) - READ;
        return found == null && last > 0 ? find(part(file, last)) : found;
    }

    private static byte[] part(Path file, long from) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(from);
            return in.readNBytes(READ);
        }
    }

    private static Origin find(byte[] bytes) {
        if (bytes.length > 6 && new String(bytes, 0, 4, StandardCharsets.ISO_8859_1).equals("GIF8")) {
            return find(comments(bytes), 1);
        }
        Origin found = find(bytes, 1);
        return found == null ? find(bytes, Integer.BYTES) : found;
    }

    /** @param width bytes of a letter, the lowest first */
    private static Origin find(byte[] bytes, int width) {
        int at = indexOf(bytes, Origin.BEGINNING, width);
        if (at >= 0) {
            String text = text(bytes, at, width);
            return Origin.parse(indexOf(bytes, PDF, 1) == 0 ? fromPdf(text) : text);
        }
        at = indexOf(bytes, IN_XML, width);
        if (at >= 0) {
            return Origin.parse(fromXml(text(bytes, at, width)));
        }
        at = indexOf(bytes, IN_JSON, width);
        return at < 0 ? null : Origin.parse(fromJson(text(bytes, at, width)));
    }

    private static int indexOf(byte[] bytes, String beginning, int width) {
        int length = beginning.length() * width;
        for (int at = 0; at + length <= bytes.length; at++) {
            int letters = 0;
            while (letters < beginning.length()
                    && letter(bytes, at + letters * width, width) == beginning.charAt(letters)) {
                letters++;
            }
            if (letters == beginning.length()) {
                return at;
            }
        }
        return -1;
    }

    private static int letter(byte[] bytes, int at, int width) {
        for (int i = 1; i < width; i++) {
            if (bytes[at + i] != 0) {
                return -1;
            }
        }
        return Byte.toUnsignedInt(bytes[at]);
    }

    /** @return as many letters of ASCII as there are */
    private static String text(byte[] bytes, int from, int width) {
        StringBuilder text = new StringBuilder();
        for (int at = from; at + width <= bytes.length && text.length() < LONGEST; at += width) {
            int letter = letter(bytes, at, width);
            if (letter < ' ' || letter > '~') {
                break;
            }
            text.append((char) letter);
        }
        return text.toString();
    }

    private static String fromXml(String text) {
        return text.replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&apos;", "'")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    /** There a bracket would end a text, and a backslash begins a sign of another meaning. */
    private static String fromPdf(String text) {
        return IN_PDF.matcher(text).replaceAll("$1");
    }

    /** Of a text in a JSON text: no letter of it needs another escape. */
    private static String fromJson(String text) {
        return text.replace("\\\"", "\"").replace("\\\\", "\\");
    }

    /** @return what the comments of a GIF say, one after the other; as far as it is one */
    private static byte[] comments(byte[] gif) {
        ByteArrayOutputStream comments = new ByteArrayOutputStream();
        int at = 13 + colours(gif, 10);
        while (at + 1 < gif.length) {
            int kind = Byte.toUnsignedInt(gif[at]);
            if (kind == '!') {
                boolean comment = Byte.toUnsignedInt(gif[at + 1]) == COMMENT;
                at = blocks(gif, at + 2, comment ? comments : null);
            } else if (kind == ',' && at + 10 < gif.length) {
                at = blocks(gif, at + 11 + colours(gif, at + 9), null);
            } else {
                break;
            }
        }
        return comments.toByteArray();
    }

    /** @return bytes of the colour table that a byte of flags announces */
    private static int colours(byte[] gif, int at) {
        return at < gif.length && (gif[at] & 0x80) != 0 ? 3 << (gif[at] & 7) + 1 : 0;
    }

    /** @return where the blocks end, each of which says its length first, and the last of which has none */
    private static int blocks(byte[] gif, int from, ByteArrayOutputStream into) {
        int at = from;
        while (at < gif.length && gif[at] != 0) {
            int length = Math.min(Byte.toUnsignedInt(gif[at]), gif.length - at - 1);
            if (into != null) {
                into.write(gif, at + 1, length);
            }
            at += 1 + length;
        }
        return at + 1;
    }
}
