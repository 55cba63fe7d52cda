package latentlab.data;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/** Names of files whose bytes are known but not their encoding: in old archives, and on disks of other systems. */
public final class NameBytes {
    /** Of DOS, in which archives without a word on their names are meant to be. */
    public static final String DOS = "IBM437";
    /** Of Windows in the west, which names on disks are in that are no UTF-8. */
    public static final String WESTERN = "windows-1252";

    private static final String JAPANESE = "windows-31j";

    private NameBytes() {}

    /**
     * @param names of one archive or folder, which one system has written
     * @param other what they are in when they are neither UTF-8 nor Japanese
     * @return UTF-8 if all of them are that, which nothing else looks like; otherwise a guess
     */
    public static Charset charset(Collection<byte[]> names, String other) {
        if (names.stream().allMatch(name -> decoded(name, StandardCharsets.UTF_8) != null)) {
            return StandardCharsets.UTF_8;
        }
        if (Charset.isSupported(JAPANESE)) {
            Charset japanese = Charset.forName(JAPANESE);
            List<String> decoded =
                    names.stream().map(name -> decoded(name, japanese)).toList();
            if (!decoded.contains(null) && japanese(decoded, japanese)) {
                return japanese;
            }
        }
        return Charset.isSupported(other) ? Charset.forName(other) : StandardCharsets.ISO_8859_1;
    }

    /** @return null if it is not in that encoding */
    private static String decoded(byte[] name, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(name)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /**
     * Western names may be valid in Shift-JIS, where an accented letter and the next one are taken for one character.
     * Such characters stand alone among Latin letters, and their second byte is a small letter; those of Japanese words
     * stand together, or have any second byte.
     */
    private static boolean japanese(List<String> names, Charset charset) {
        int japanese = 0;
        int western = 0;
        for (String name : names) {
            for (int i = 0; i < name.length(); i++) {
                char character = name.charAt(i);
                if (character < 0x80) {
                    continue;
                }
                byte[] bytes = Character.toString(character).getBytes(charset);
                boolean letter = bytes.length == 2 && bytes[1] >= 'a' && bytes[1] <= 'z';
                boolean together =
                        i > 0 && script(name.charAt(i - 1)) || i + 1 < name.length() && script(name.charAt(i + 1));
                if (script(character) && (together || bytes.length == 2 && !letter)) {
                    japanese++;
                } else {
                    western++;
                }
            }
        }
        return japanese > western;
    }

    /** Kana of both widths, kanji and the marks that go with them; no Latin letters of full width. */
    private static boolean script(char character) {
        return switch (Character.UnicodeScript.of(character)) {
            case HIRAGANA, KATAKANA, HAN -> true;
            default -> character == 'ー' || character == 'ｰ';
        };
    }
}
