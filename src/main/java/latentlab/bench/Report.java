package latentlab.bench;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Figures for programs: one JSON object, the same in every language. */
public final class Report {
    private Report() {}

    /**
     * @param origin of the images
     * @return the file's text
     */
    public static String json(String origin, List<Figure> figures, Instant time) {
        StringBuilder text = new StringBuilder("{\n");
        field(text, "time", quoted(time.toString()));
        field(text, "data", quoted(origin));
        String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        field(text, "system", quoted(system));
        field(text, "processors", Runtime.getRuntime().availableProcessors());
        field(text, "java", quoted(Runtime.version().toString()));
        text.append("  \"figures\": [");
        String comma = "\n";
        for (Figure figure : figures) {
            text.append(comma).append("    ").append(json(figure));
            comma = ",\n";
        }
        return text.append("\n  ]\n}\n").toString();
    }

    private static void field(StringBuilder text, String name, Object value) {
        text.append("  \"").append(name).append("\": ").append(value).append(",\n");
    }

    private static String json(Figure figure) {
        String unit = figure.unit().name().toLowerCase(Locale.ROOT);
        String start = "{\"name\": " + quoted(figure.name()) + ", \"value\": " + figure.value() + ", \"unit\": "
                + quoted(unit);
        return figure.hasGoal()
                ? start + ", \"goal\": " + figure.goal() + ", \"met\": " + figure.met() + "}"
                : start + "}";
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
