package latentlab.engine.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import latentlab.text.Messages;
import latentlab.text.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schema of settings files in the docs (JSON Schema, draft 2020-12) says what {@link Setting} says. After a change
 * of settings this fails and leaves the new schema in {@code target}, to be copied over the old one.
 */
class SettingsSchemaTest {
    private static final Path SCHEMA = SettingsSchema.FILE;
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Up to 512 channels, a kernel of 1 to 9, a stride of 1 to 4, a padding of 0 to 8; pooling of 2 to 8. */
    private static final String LAYER =
            "^(c([1-9][0-9]?|[1-4][0-9][0-9]|50[0-9]|51[0-2])(k[1-9])?(s[1-4])?(p[0-8])?" + "|p[2-8])$";

    @Test
    void theSchemaInTheDocsIsThatOfTheSettings() throws IOException {
        String expected = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(schema()) + "\n";
        Path made = Path.of("target", SCHEMA.getFileName().toString());
        Files.writeString(made, expected);

        assertThat(SCHEMA).as("copy %s over it", made).content().isEqualToNormalizingNewlines(expected);
    }

    @ParameterizedTest
    @EnumSource(Preset.class)
    void whatTheProgramWritesFitsTheSchema(Preset preset) {
        assertThat(SettingsSchema.read().fits(JSON.readTree(new RunSettings("mnist", preset.config()).text())))
                .isTrue();
    }

    /** What no schema can tell: 20 from 20.0, a name that stands twice, and all that is no JSON. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "null",
                "{'latnet': 3}",
                "{'LATENT': 3}",
                "{'loss': 'MSE'}",
                "{'loss': null}",
                "{'loss': ['mse']}",
                "{'loss': {}}",
                "{'latent': '20'}",
                "{'latent': 129}",
                "{'latent': 2.5}",
                "{'latent': null}",
                "{'latent': []}",
                "{'latent': {}}",
                "{'latent': true}",
                "{'seed': 9223372036854775808}",
                "{'seed': 0.5}",
                "{'lr': 2}",
                "{'lr': '0.1'}",
                "{'lr': null}",
                "{'shuffle': 1}",
                "{'shuffle': 'true'}",
                "{'shuffle': null}",
                "{'hidden': {}}",
                "{'hidden': 512}",
                "{'hidden': '512'}",
                "{'hidden': null}",
                "{'hidden': [[512]]}",
                "{'hidden': [0]}",
                "{'hidden': ['5']}",
                "{'hidden': ['']}",
                "{'hidden': ['c0']}",
                "{'hidden': ['c513']}",
                "{'hidden': ['c016']}",
                "{'hidden': ['C16']}",
                "{'hidden': [' c16']}",
                "{'hidden': ['c16k0']}",
                "{'hidden': ['c16k10']}",
                "{'hidden': ['c16s0']}",
                "{'hidden': ['c16s5']}",
                "{'hidden': ['c16p9']}",
                "{'hidden': ['c16s1k5']}",
                "{'hidden': ['c4', 'p1']}",
                "{'hidden': ['c4', 'p9']}",
                "{'hidden': ['c4-p2']}",
                "{'hidden': [null]}",
                "{'hidden': [1, 1, 1, 1, 1, 1, 1]}",
                "{'data': null}",
                "{'data': ''}",
                "{'data': ' '}",
                "{'data': 'a\\u0000'}",
                "{'data': 1}",
                "{'data': [1]}",
                "{'loss': 'bce', 'output-activation': 'linear'}",
                "{'loss': 'bernoulli', 'output-activation': 'linear'}",
                "{'model': 'variational'}",
                "{'model': 'variational', 'loss': 'bce'}"
            })
    void theSchemaRefusesWhatTheReaderRefuses(String quoted) {
        String text = quoted.replace('\'', '"');
        assertThat(catchThrowable(() -> SettingsReader.parse(text, "run.json"))).isInstanceOf(Problem.class);
        assertThat(SettingsSchema.read().fits(JSON.readTree(text))).isFalse();
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
                .put("description", "digits, shapes, mnist, fashion, kmnist, cifar10 or the path of a folder.")
                .put("type", "string")
                .put("pattern", "^[^\\u0000]*[^\\s\\u0000][^\\u0000]*$")
                .put("default", "digits");
        Setting.ALL.forEach(setting -> {
            ObjectNode property = properties.putObject(setting.name());
            property.put("description", english.text("engine.help." + setting.name()));
            describe(property, setting);
        });
        ArrayNode together = root.putArray("allOf");
        apart(together, "loss", List.of("bce", "bernoulli"), "output-activation", List.of("linear"));
        ArrayNode likelihoods = together.addObject().putObject("not").putArray("allOf");
        condition(likelihoods.addObject(), "model", List.of("variational"));
        condition(likelihoods.addObject().putObject("not"), "loss", List.of("bernoulli", "gaussian"));
        return root;
    }

    /** Adds a rule by which values of one setting do not go with values of another. */
    private static void apart(ArrayNode rules, String one, List<String> values, String other, List<String> others) {
        ArrayNode both = rules.addObject().putObject("not").putArray("allOf");
        condition(both.addObject(), one, values);
        condition(both.addObject(), other, others);
    }

    /** That a setting is given, and has one of these values. */
    private static void condition(ObjectNode schema, String setting, List<String> values) {
        schema.putArray("required").add(setting);
        ArrayNode words = schema.putObject("properties").putObject(setting).putArray("enum");
        values.forEach(words::add);
    }

    private static <T> void describe(ObjectNode property, Setting<T> setting) {
        switch (setting.domain()) {
            case Domain.Whole(long low, long high) ->
                property.put("type", "integer").put("minimum", low).put("maximum", high);
            case Domain.Real(double low, double high) ->
                property.put("type", "number").put("minimum", low).put("maximum", high);
            case Domain.Choice<?> choice -> {
                ArrayNode words = property.put("type", "string").putArray("enum");
                choice.words().forEach(words::add);
            }
            case Domain.Flag() -> property.put("type", "boolean");
            case Domain.Layers(int most, int widest) -> {
                property.put("type", "array").put("maxItems", most);
                ArrayNode either = property.putObject("items").putArray("anyOf");
                either.addObject().put("type", "integer").put("minimum", 1).put("maximum", widest);
                either.addObject().put("type", "string").put("pattern", LAYER);
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
