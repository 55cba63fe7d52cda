package latentlab.engine.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import latentlab.text.Messages;
import latentlab.text.Problem;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Files that were settings files until bytes were lost, doubled, swapped or put in. Whatever they are by then, the
 * reader takes them for what a tree of their JSON says that fits the schema, or refuses them with a sentence.
 */
class SettingsMutationTest {
    private static final int FILES = 2_000;
    private static final JsonMapper TREE = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final SettingsSchema SCHEMA = SettingsSchema.read();

    private static final List<String> STARTS = List.of(
            new RunSettings("mnist", Preset.HINTON_SALAKHUTDINOV.config()).text(),
            new RunSettings(null, TrainingConfig.DEFAULT).text(),
            "{\"data\": \"写真 é\", \"hidden\": [512, 20], \"latent\": 2}",
            "{\"loss\": \"bce\", \"shuffle\": true, \"seed\": -5}",
            "{\"lr\": 1e-3, \"epochs\": 7, \"output-activation\": \"linear\"}",
            "{\"sparsity\": 0.25}",
            "{}");
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            ":",
            ",",
            "\n",
            " ",
            "null",
            "true",
            "NaN",
            "-",
            "0",
            "-0",
            "1e400",
            ".5",
            "0x1",
            "20.0",
            "1e2",
            "9223372036854775808",
            "'",
            "//",
            "/*",
            "#",
            "\\u0000",
            "\\ud800",
            "\\",
            "\0",
            "\ufeff",
            "１",
            "{}",
            "[[1]]",
            "\"data\":\"a\",",
            "\"latent\":5,",
            "\"hidden\":[],",
            "\"loss\":\"mse\",",
            "\"x\":1,");

    @TempDir
    private Path folder;

    private int taken;
    private int refused;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void theReaderTakesWhatTheSchemaTakesOrRefusesItWithASentence(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        Path file = folder.resolve("run.json");
        for (int i = 0; i < FILES; i++) {
            byte[] bytes = STARTS.get(random.nextInt(STARTS.size())).getBytes(StandardCharsets.UTF_8);
            int changes = random.nextInt(4);
            for (int c = 0; c < changes; c++) {
                bytes = changed(bytes, random);
            }
            Files.write(file, bytes);
            check(file, bytes);
        }
        assertThat(taken).as("files that are still settings files").isGreaterThan(FILES / 10);
        assertThat(refused).as("files that no longer are").isGreaterThan(FILES / 10);
    }

    private void check(Path file, byte[] bytes) throws Exception {
        RunSettings expected = independent(bytes);
        try {
            assertThat(SettingsReader.read(file))
                    .as(() -> new String(bytes, StandardCharsets.UTF_8))
                    .isEqualTo(expected);
            taken++;
        } catch (Problem problem) {
            assertThat(expected)
                    .as(() -> problem.sentence() + " of " + new String(bytes, StandardCharsets.UTF_8))
                    .isNull();
            for (var language : Messages.LANGUAGES) {
                assertThat(new Messages(language).text(problem.sentence())).hasSizeLessThan(400);
            }
            refused++;
        }
    }

    /** @return what a tree of the JSON says; null if it is none or does not fit the schema */
    private static RunSettings independent(byte[] bytes) {
        JsonNode root;
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            root = TREE.readTree(text);
        } catch (CharacterCodingException | JacksonException e) {
            return null;
        }
        if (!SCHEMA.fits(root)) {
            return null;
        }
        String data = null;
        TrainingConfig config = TrainingConfig.DEFAULT;
        for (Map.Entry<String, JsonNode> each : root.properties()) {
            if (each.getKey().equals("data")) {
                data = each.getValue().asString();
            } else {
                Setting<?> setting = Setting.ALL.stream()
                        .filter(one -> one.name().equals(each.getKey()))
                        .findFirst()
                        .orElseThrow();
                config = with(config, setting, each.getValue());
            }
        }
        return new RunSettings(data, config);
    }

    @SuppressWarnings("unchecked")
    private static <T> TrainingConfig with(TrainingConfig config, Setting<T> setting, JsonNode value) {
        return config.with(setting, (T)
                switch (setting.domain()) {
                    case Domain.Whole _ -> value.longValue();
                    case Domain.Real _ -> value.doubleValue() == 0 ? 0.0 : value.doubleValue();
                    case Domain.Flag _ -> value.booleanValue();
                    case Domain.Choice<?> choice ->
                        choice.values().get(choice.words().indexOf(value.asString()));
                    case Domain.Layers _ ->
                        value.valueStream()
                                .map(each -> HiddenLayer.parse(each.asString()))
                                .toList();
                });
    }

    private static byte[] changed(byte[] bytes, SplittableRandom random) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(12));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        switch (random.nextInt(6)) {
            case 0 -> {} // lost
            case 1 -> { // doubled
                out.write(bytes, from, to - from);
                out.write(bytes, from, to - from);
            }
            case 2 -> { // any byte in place of one
                out.write(random.nextInt(256));
                to = Math.min(bytes.length, from + 1);
            }
            case 3 -> to = bytes.length; // cut off
            default -> { // put in
                out.writeBytes(PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8));
                to = from;
            }
        }
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }
}
