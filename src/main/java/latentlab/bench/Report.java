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
        text.append("  \"time\": %s,\n".formatted(quoted(time.toString())));
        text.append("  \"data\": %s,\n".formatted(quoted(origin)));
        String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        text.append("  \"system\": %s,\n".formatted(quoted(system)));
        text.append("  \"processors\": %d,\n".formatted(Runtime.getRuntime().availableProcessors()));
        text.append("  \"java\": %s,\n".formatted(quoted(Runtime.version().toString())));
        text.append("  \"figures\": [");
        String comma = "\n";
        for (Figure figure : figures) {
            text.append(comma).append("    ").append(json(figure));
            comma = ",\n";
        }
        return text.append("\n  ]\n}\n").toString();
    }

    private static String json(Figure figure) {
        String unit = figure.unit().name().toLowerCase(Locale.ROOT);
        String start = "{\"name\": %s, \"value\": %s, \"unit\": %s"
                .formatted(quoted(figure.name()), figure.value(), quoted(unit));
        return figure.hasGoal()
                ? start + ", \"goal\": %s, \"met\": %s}".formatted(figure.goal(), figure.met())
                : start + "}";
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
