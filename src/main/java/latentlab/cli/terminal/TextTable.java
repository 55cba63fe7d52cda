package latentlab.cli.terminal;

import java.util.List;
import java.util.stream.IntStream;

/** A table as wide as its texts, with a line under its heading like that of {@link EpochTable}. */
public final class TextTable {
    private final List<String> heading;
    private final List<List<String>> rows;

    /** @param rows each with as many texts as the heading */
    public TextTable(List<String> heading, List<List<String>> rows) {
        this.heading = heading;
        this.rows = rows;
    }

    /** @return lines, each with its end; the first column begins at the left, the others end at the right */
    public String text() {
        int[] widths = IntStream.range(0, heading.size())
                .map(column -> Math.max(
                        length(heading.get(column)),
                        rows.stream()
                                .mapToInt(row -> length(row.get(column)))
                                .max()
                                .orElse(0)))
                .toArray();
        StringBuilder text = new StringBuilder();
        append(text, heading, widths);
        append(text, IntStream.of(widths).mapToObj("-"::repeat).toList(), widths);
        rows.forEach(row -> append(text, row, widths));
        return text.toString();
    }

    private static void append(StringBuilder text, List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String padding = " ".repeat(widths[column] - length(row.get(column)));
            line.append(column == 0 ? "" : "  ");
            line.append(column == 0 ? row.get(column) + padding : padding + row.get(column));
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
