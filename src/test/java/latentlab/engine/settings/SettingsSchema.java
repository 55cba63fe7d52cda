package latentlab.engine.settings;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * As much of JSON Schema (draft 2020-12) as the schema of settings files has; whatever else it may have is an error.
 */
record SettingsSchema(JsonNode schema) {
    static final Path FILE = Path.of("src/docs/settings.schema.json");

    static SettingsSchema read() {
        return new SettingsSchema(new ObjectMapper().readTree(FILE));
    }

    boolean fits(JsonNode value) {
        return schema.properties().stream().allMatch(rule -> keeps(rule, value));
    }

    private boolean keeps(Map.Entry<String, JsonNode> rule, JsonNode value) {
        JsonNode bound = rule.getValue();
        return switch (rule.getKey()) {
            case "$schema", "title", "description", "default" -> true;
            case "type" -> isA(bound.asString(), value);
            case "enum" -> bound.valueStream().anyMatch(value::equals);
            case "anyOf" -> bound.valueStream().anyMatch(each -> new SettingsSchema(each).fits(value));
            case "const" -> bound.equals(value);
            case "minimum" -> !value.isNumber() || compare(value, bound) >= 0;
            case "maximum" -> !value.isNumber() || compare(value, bound) <= 0;
            case "pattern" ->
                !value.isString()
                        || Pattern.compile(bound.asString())
                                .matcher(value.asString())
                                .find();
            case "maxItems" -> !value.isArray() || value.size() <= bound.asInt();
            case "items" -> !value.isArray() || value.valueStream().allMatch(new SettingsSchema(bound)::fits);
            case "required" -> !value.isObject() || bound.valueStream().allMatch(name -> value.has(name.asString()));
            case "allOf" -> bound.valueStream().allMatch(each -> new SettingsSchema(each).fits(value));
            case "not" -> !new SettingsSchema(bound).fits(value);
            case "additionalProperties" -> value.propertyNames().stream().allMatch(schema.get("properties")::has);
            case "properties" ->
                value.properties().stream()
                        .filter(each -> bound.has(each.getKey()))
                        .allMatch(each -> new SettingsSchema(bound.get(each.getKey())).fits(each.getValue()));
            default -> throw new IllegalArgumentException(rule.getKey());
        };
    }

    /** Whole numbers exactly; others as doubles, beyond whose range they are infinite. */
    private static int compare(JsonNode value, JsonNode bound) {
        return value.isIntegralNumber()
                ? value.decimalValue().compareTo(bound.decimalValue())
                : Double.compare(value.doubleValue(), bound.doubleValue());
    }

    private static boolean isA(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "boolean" -> value.isBoolean();
            case "number" -> value.isNumber();
            case "integer" -> value.isIntegralNumber();
            default -> throw new IllegalArgumentException(type);
        };
    }
}
