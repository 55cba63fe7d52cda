package latentlab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import latentlab.text.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;
import org.nd4j.shade.jackson.databind.node.ArrayNode;
import org.nd4j.shade.jackson.databind.node.ObjectNode;

/**
 * The schema of settings files in the docs (JSON Schema, draft 2020-12) says what {@link Setting} says. After a change of
 * settings this fails and leaves the new schema in {@code target}, to be copied over the old one.
 */
class SettingsSchemaTest {
    private static final Path SCHEMA = Path.of("src/docs/settings.schema.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theSchemaInTheDocsIsThatOfTheSettings() throws IOException {
        String expected = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(schema()) + "\n";
        Path made = Path.of("target", SCHEMA.getFileName().toString());
        Files.writeString(made, expected);

        assertThat(SCHEMA).as("copy %s over it", made).content().isEqualToNormalizingNewlines(expected);
    }

    @ParameterizedTest
    @EnumSource(Preset.class)
    void whatTheProgramWritesFitsTheSchema(Preset preset) throws IOException {
        JsonNode properties = JSON.readTree(SCHEMA.toFile()).get("properties");
        JsonNode file = JSON.readTree(new RunSettings("mnist", preset.config()).text());

        file.fields().forEachRemaining(each -> {
            JsonNode property = properties.get(each.getKey());
            assertThat(property).as(each.getKey()).isNotNull();
            assertFits(each.getKey(), property, each.getValue());
        });
    }

    private static void assertFits(String name, JsonNode schema, JsonNode value) {
        switch (schema.get("type").asText()) {
            case "string" -> {
                assertThat(value.isTextual()).as(name).isTrue();
                if (schema.has("enum")) {
                    assertThat(schema.get("enum")).as(name).contains(value);
                }
            }
            case "boolean" -> assertThat(value.isBoolean()).as(name).isTrue();
            case "array" -> value.forEach(item -> assertFits(name, schema.get("items"), item));
            default -> {
                assertThat(value.isIntegralNumber()
                                || schema.get("type").asText().equals("number"))
                        .as(name)
                        .isTrue();
                if (schema.has("minimum")) {
                    assertThat(value.asDouble())
                            .as(name)
                            .isBetween(
                                    schema.get("minimum").asDouble(),
                                    schema.get("maximum").asDouble());
                }
            }
        }
    }

    private static ObjectNode schema() {
        ObjectNode root = JSON.createObjectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("title", "Settings file of Latent Lab");
        root.put("type", "object");
        root.put("additionalProperties", false);
        ObjectNode properties = root.putObject("properties");
        Messages english = new Messages(Locale.ENGLISH);
        properties
                .putObject("data")
                .put("description", "digits, mnist, fashion, kmnist or the path of a folder.")
                .put("type", "string")
                .put("default", "digits");
        Setting.ALL.forEach(setting -> {
            ObjectNode property = properties.putObject(setting.name());
            property.put("description", english.text("engine.help." + setting.name()));
            describe(property, setting);
        });
        return root;
    }

    private static <T> void describe(ObjectNode property, Setting<T> setting) {
        switch (setting.domain()) {
            case Domain.Whole(long low, long high) -> {
                property.put("type", "integer");
                if (low != Long.MIN_VALUE) {
                    property.put("minimum", low).put("maximum", high);
                }
            }
            case Domain.Real(double low, double high) ->
                property.put("type", "number").put("minimum", low).put("maximum", high);
            case Domain.Choice<?> choice -> {
                ArrayNode words = property.put("type", "string").putArray("enum");
                choice.words().forEach(words::add);
            }
            case Domain.Flag() -> property.put("type", "boolean");
            case Domain.Layers(int most, int widest) -> {
                property.put("type", "array").put("maxItems", most);
                property.putObject("items")
                        .put("type", "integer")
                        .put("minimum", 1)
                        .put("maximum", widest);
            }
        }
        T initial = setting.initial();
        switch (initial) {
            case Long number -> property.put("default", number);
            case Double number -> property.put("default", number);
            case Boolean flag -> property.put("default", flag);
            case List<?> _ -> property.putArray("default");
            default -> property.put("default", setting.domain().text(initial));
        }
    }
}
