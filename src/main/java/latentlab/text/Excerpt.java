package latentlab.text;

/**
 * Text from outside in a form a sentence can quote: not a megabyte long, and without control characters a terminal
 * obeys.
 */
public final class Excerpt {
    /** Characters that are quoted. */
    private static final int LONGEST = 60;

    private Excerpt() {}

    /** @return the text, or its beginning with an ellipsis; control characters become U+FFFD */
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
