package latentlab.measure;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes figures for programs: one JSON object, the same in every language. Its fields are described in
 * src/docs/speed.md.
 */
public final class Report {
    private Report() {}

    /**
     * @param origin of the images
     * @param turns that some figures are computed from
     * @return the file's text
     */
    public static String json(String origin, Machine machine, List<Figure> figures, List<Turn> turns, Instant time) {
        StringBuilder text = new StringBuilder("{\n");
        field(text, "time", quoted(time.toString()));
        field(text, "data", quoted(origin));
        String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        field(text, "system", quoted(system));
        field(text, "processor", quoted(machine.processor()));
        field(text, "processors", machine.cores());
        field(text, "openblas", quoted(machine.blas()));
        field(text, "java", quoted(Runtime.version().toString()));
        field(text, "figures", list(figures.stream().map(Report::json)));
        text.append("  \"turns\": ").append(list(turns.stream().map(Report::json)));
        return text.append("\n}\n").toString();
    }

    private static String list(Stream<String> items) {
        String text = items.collect(Collectors.joining(",\n    "));
        return text.isEmpty() ? "[]" : "[\n    " + text + "\n  ]";
    }

    private static void field(StringBuilder text, String name, Object value) {
        text.append("  \"").append(name).append("\": ").append(value).append(",\n");
    }

    private static String json(Figure figure) {
        String unit = figure.unit().name().toLowerCase(Locale.ROOT);
        String start = "{\"name\": " + quoted(figure.name()) + ", \"value\": " + figure.value() + ", \"unit\": "
                + quoted(unit);
        Range range = figure.range();
        String spread = range == null ? "" : ", \"least\": " + range.least() + ", \"most\": " + range.most();
        String goal = figure.hasGoal() ? ", \"goal\": " + figure.goal() + ", \"met\": " + figure.met() : "";
        return start + spread + goal + "}";
    }

    private static String json(Turn turn) {
        String start = "{\"part\": " + quoted(turn.part().word()) + ", \"seconds\": " + turn.seconds();
        Turn.Baseline other = turn.baseline();
        return other == null
                ? start + "}"
                : start + ", \"baseline\": {\"program\": " + quoted(other.program()) + ", \"threads\": "
                        + other.threads() + ", \"seconds\": " + other.seconds() + "}}";
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
