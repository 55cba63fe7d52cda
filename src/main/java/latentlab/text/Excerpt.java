package latentlab.text;

/** What somebody wrote, as a sentence can repeat it: not a megabyte of it, and nothing that a terminal obeys. */
public final class Excerpt {
    /** Characters that are repeated. */
    private static final int LONGEST = 60;

    private Excerpt() {}

    /** @return the text, or its beginning with an ellipsis; a control character becomes U+FFFD */
    public static String of(String text) {
        int length = text.codePointCount(0, text.length());
        StringBuilder excerpt = new StringBuilder();
        text.codePoints()
                .limit(LONGEST)
                .map(c -> Character.isISOControl(c) ? '\ufffd' : c)
                .forEach(excerpt::appendCodePoint);
        return length > LONGEST ? excerpt.append('…').toString() : excerpt.toString();
    }
}
