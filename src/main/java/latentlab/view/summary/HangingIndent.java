package latentlab.view.summary;

import java.util.ArrayList;
import java.util.List;

/** Wraps long lines of code to a column width, with continuation lines indented deeper than the line they belong to. */
final class HangingIndent {
    private static final int DEEPER = 2;

    private HangingIndent() {}

    /**
     * @param text lines, wrapped at spaces only
     * @param columns characters per line; a longer word stays whole
     */
    static String wrap(String text, int columns) {
        List<String> lines = new ArrayList<>();
        text.lines().forEach(line -> wrap(line, columns, lines));
        return String.join("\n", lines);
    }

    private static void wrap(String line, int columns, List<String> lines) {
        String indent = " ".repeat(line.length() - line.stripLeading().length());
        String rest = line;
        String deeper = indent + " ".repeat(DEEPER);
        int taken = indent.length();
        while (rest.length() > columns) {
            int space = rest.lastIndexOf(' ', columns);
            if (space <= taken) {
                space = rest.indexOf(' ', Math.max(taken, columns));
            }
            if (space < 0) {
                break;
            }
            lines.add(rest.substring(0, space).stripTrailing());
            rest = deeper + rest.substring(space).strip();
            taken = deeper.length();
        }
        lines.add(rest);
    }
}
