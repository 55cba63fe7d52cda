package latentlab.export.report;

import java.util.ArrayDeque;
import java.util.Deque;

/** A page of HTML that is XML as well, so that whatever reads either of them reads it. */
final class Page {
    private final StringBuilder html = new StringBuilder("<!DOCTYPE html>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /** @param attributes name, value, name, value and so on */
    Page open(String element, String... attributes) {
        begin(element, attributes);
        html.append('>');
        open.push(element);
        return this;
    }

    /** Ends the element that was opened last. */
    Page close() {
        html.append("</").append(open.pop()).append(">\n");
        return this;
    }

    Page text(String text) {
        html.append(escaped(text));
        return this;
    }

    /** An element with nothing but text inside. */
    Page element(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close();
    }

    /** An element that has nothing inside, such as an image. */
    Page empty(String element, String... attributes) {
        begin(element, attributes);
        html.append("/>");
        return this;
    }

    /** An element whose inside is the page's own, or JSON: without any sign that would have to be escaped. */
    Page raw(String element, String content, String... attributes) {
        if (content.contains("<") || content.contains("&")) {
            throw new IllegalArgumentException("to be escaped: " + content);
        }
        open(element, attributes);
        html.append(content);
        return close();
    }

    private void begin(String element, String... attributes) {
        html.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            html.append(' ').append(attributes[i]).append("=\"").append(escaped(attributes[i + 1]));
            html.append('"');
        }
    }

    /** What no page may have, even escaped, becomes the sign for that. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(sign -> {
            switch (sign) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(allowed(sign) ? sign : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean allowed(int sign) {
        boolean control = sign < ' ' && sign != '\n' && sign != '\t' || sign >= 0x7F && sign < 0xA0;
        boolean half = sign >= Character.MIN_SURROGATE && sign <= Character.MAX_SURROGATE;
        return !control && !half && (sign & 0xFFFE) != 0xFFFE;
    }

    /** @return the whole of it; every element has to be closed */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not closed: " + open);
        }
        return html.toString();
    }
}
