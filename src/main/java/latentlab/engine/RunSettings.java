package latentlab.engine;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import latentlab.text.Problem;
import latentlab.text.Sentence;
import org.nd4j.shade.jackson.core.JsonProcessingException;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;
import org.nd4j.shade.jackson.databind.SerializationFeature;
import org.nd4j.shade.jackson.databind.node.ArrayNode;
import org.nd4j.shade.jackson.databind.node.ObjectNode;

/**
 * A run as a settings file says it: one JSON object with the names of {@link Setting#ALL} and {@code "data"}. What a file leaves
 * out is as at first.
 *
 * @param data where the images come from, in the words of the command line; null if the file does not say
 * @param config everything else
 */
public record RunSettings(String data, TrainingConfig config) {
    private static final String DATA = "data";
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** @return the file's text, with every setting in it, so that it means the same when defaults change */
    public String text() {
        ObjectNode root = JSON.createObjectNode();
        if (data != null) {
            root.put(DATA, data);
        }
        Setting.ALL.forEach(setting -> put(root, setting));
        try {
            return JSON.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> void put(ObjectNode root, Setting<T> setting) {
        T value = config.get(setting);
        switch (value) {
            case Long number -> root.put(setting.name(), number);
            case Boolean flag -> root.put(setting.name(), flag);
            case Double number -> root.put(setting.name(), number);
            case List<?> sizes -> {
                ArrayNode array = root.putArray(setting.name());
                sizes.forEach(size -> array.add((Integer) size));
            }
            default -> root.put(setting.name(), setting.domain().text(value));
        }
    }

    /**
     * @param text of a settings file
     * @param file what to call it in sentences
     * @throws Problem if it is no such text, a name is not known (the nearest one is suggested), or a value is not taken
     */
    public static RunSettings parse(String text, String file) throws Problem {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new Problem(
                    Sentence.of("engine.file.json", file, e.getLocation().getLineNr()), e);
        }
        if (root == null || !root.isObject()) {
            throw Problem.of("engine.file.json", file, 1);
        }
        String data = null;
        TrainingConfig config = TrainingConfig.DEFAULT;
        for (Map.Entry<String, JsonNode> field : (Iterable<Map.Entry<String, JsonNode>>) root::fields) {
            if (field.getKey().equals(DATA)) {
                data = field.getValue().asText();
            } else {
                config = with(config, setting(field.getKey(), file), field.getValue(), file);
            }
        }
        return new RunSettings(data, config.validated());
    }

    private static Setting<?> setting(String name, String file) throws Problem {
        for (Setting<?> setting : Setting.ALL) {
            if (setting.name().equals(name)) {
                return setting;
            }
        }
        String nearest = Stream.concat(Stream.of(DATA), Setting.ALL.stream().map(Setting::name))
                .min((a, b) -> Integer.compare(distance(a, name), distance(b, name)))
                .orElseThrow();
        throw Problem.of("engine.file.unknown", file, name, nearest);
    }

    private static <T> TrainingConfig with(TrainingConfig config, Setting<T> setting, JsonNode value, String file)
            throws Problem {
        String text = value.isArray()
                ? String.join(
                        "-",
                        IntStream.range(0, value.size())
                                .mapToObj(i -> value.get(i).asText())
                                .toList())
                : value.asText();
        try {
            return config.with(setting, setting.domain().parse(text));
        } catch (IllegalArgumentException e) {
            throw new Problem(
                    Sentence.of(
                            "engine.file.value",
                            file,
                            setting.name(),
                            setting.domain().expected(),
                            text),
                    e);
        }
    }

    /** Letters to change, add or leave out (Levenshtein 1966). */
    private static int distance(String a, String b) {
        int[] row = IntStream.rangeClosed(0, b.length()).toArray();
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j - 1], row[j]));
            }
        }
        return row[b.length()];
    }
}
