package latentlab.engine.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsReaderTest {
    @ParameterizedTest
    @EnumSource(Preset.class)
    void aFileSaysWhatItWasWrittenFrom(Preset preset) throws Exception {
        RunSettings settings = new RunSettings("fashion", preset.config());
        assertThat(SettingsReader.parse(settings.text(), "run.json")).isEqualTo(settings);
        assertThat(preset.config().validated()).isSameAs(preset.config());
    }

    @Test
    void whatAFileLeavesOutIsAsAtFirst() throws Exception {
        RunSettings settings = SettingsReader.parse("{\"hidden\": [300, 40], \"loss\": \"bce\"}", "run.json");
        assertThat(settings.data()).isNull();
        assertThat(settings.config())
                .isEqualTo(TrainingConfig.DEFAULT
                        .with(Setting.HIDDEN, HiddenLayer.dense(300, 40))
                        .with(Setting.LOSS, Loss.BCE));
        assertThat(SettingsReader.parse("{}", "run.json")).isEqualTo(new RunSettings(null, TrainingConfig.DEFAULT));
    }

    @ParameterizedTest
    @CsvSource({
        "lr, 1e-3, 0.001",
        "lr, 1E-3, 0.001",
        "lr, 1, 1",
        "clip, 0.0000000000000000000000000000000001, 1e-34",
        "sparsity, -0, 0",
        "sparsity, -0.0, 0",
        "sparsity, 1e-400, 0"
    })
    void aNumberIsWhatItSaysHoweverItIsWritten(String name, String text, double value) throws Exception {
        Setting<?> setting = Setting.ALL.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(parse("{\"" + name + "\": " + text + "}").config().get(setting))
                .isEqualTo(value);
    }

    @Test
    void aSeedIsAnyLong() throws Exception {
        assertThat(parse("{\"seed\": -9223372036854775808}").config().seed()).isEqualTo(Long.MIN_VALUE);
        assertThat(parse("{\"seed\": 9223372036854775807}").config().seed()).isEqualTo(Long.MAX_VALUE);
        assertThat(parse("{\"seed\": -0}").config().seed()).isZero();
    }

    /**
     * In the texts, a bar stands for the end of a line and ␀ for the character zero. What is expected is the sentence's
     * key, its line, and its other values: the column, or the setting, what it takes and what it does not.
     */
    @ParameterizedTest
    @CsvSource(
            delimiterString = "->",
            quoteCharacter = '`',
            value = {
                // names
                "{\"latnet\": 3} -> unknown 1 latnet latent",
                "{|\"dta\": \"mnist\"} -> unknown 2 dta data",
                "{\"LATENT\": 3} -> unknown 1 LATENT latent",
                "{\"Warm_Up\": 0.1} -> unknown 1 Warm_Up warm-up",
                "{\"lr.\": 0.1} -> unknown 1 lr. lr",
                "{\"\": 0.1} -> unknown 1  lr",
                "{\"seed\\u001b[31m\": 1} -> unknown 1 seed\ufffd[31m seed",
                "{\"latent\": 5,||\"latent\": 6} -> twice latent 1 3",
                "{\"data\": \"a\",|\"\\u0064ata\": \"a\"} -> twice data 1 2",
                // words
                "{\"loss\": \"best\"} -> value 1 loss choice \"best\"",
                "{\"loss\": \"MSE\"} -> value 1 loss choice \"MSE\"",
                "{\"loss\": \" mse\"} -> value 1 loss choice \" mse\"",
                "{\"loss\": \"\"} -> value 1 loss choice \"\"",
                "{\"loss\": null} -> value 1 loss choice null",
                "{\"loss\": 3} -> value 1 loss choice 3",
                "{\"loss\": {\"mse\": 1}} -> value 1 loss choice object",
                "{\"loss\": [\"mse\"]} -> value 1 loss choice list",
                "{\"model\": true} -> value 1 model choice true",
                // whole numbers
                "{|\"latent\":|\"many\"} -> value 3 latent whole \"many\"",
                "{\"latent\": \"20\"} -> value 1 latent whole \"20\"",
                "{\"latent\": 129} -> value 1 latent whole 129",
                "{\"latent\": 0} -> value 1 latent whole 0",
                "{\"latent\": -0} -> value 1 latent whole -0",
                "{\"latent\": -3} -> value 1 latent whole -3",
                "{\"latent\": 2.5} -> value 1 latent whole 2.5",
                "{\"latent\": 20.0} -> value 1 latent whole 20.0",
                "{\"latent\": NaN} -> value 1 latent whole NaN",
                "{\"epochs\": 1e3} -> value 1 epochs whole 1e3",
                "{\"epochs\": 18446744073709551617} -> value 1 epochs whole 18446744073709551617",
                "{\"batch\": null} -> value 1 batch whole null",
                "{\"batch\": []} -> value 1 batch whole list",
                "{\"batch\": {}} -> value 1 batch whole object",
                "{\"batch\": false} -> value 1 batch whole false",
                "{\"seed\": 9223372036854775808} -> value 1 seed any 9223372036854775808",
                "{\"seed\": 1e2} -> value 1 seed any 1e2",
                // numbers
                "{\"lr\": NaN} -> value 1 lr real NaN",
                "{\"lr\": -Infinity} -> value 1 lr real -Infinity",
                "{\"lr\": 1e400} -> value 1 lr real 1e400",
                "{\"lr\": -0} -> value 1 lr real -0",
                "{\"lr\": 1.0000001} -> value 1 lr real 1.0000001",
                "{\"lr\": \"0.1\"} -> value 1 lr real \"0.1\"",
                "{\"lr\": true} -> value 1 lr real true",
                "{\"lr\": null} -> value 1 lr real null",
                "{\"lr\": {}} -> value 1 lr real object",
                "{\"lr\": [0.1]} -> value 1 lr real list",
                // flags
                "{\"shuffle\": \"true\"} -> value 1 shuffle either \"true\"",
                "{\"shuffle\": 1} -> value 1 shuffle either 1",
                "{\"shuffle\": null} -> value 1 shuffle either null",
                "{\"shuffle\": []} -> value 1 shuffle either list",
                "{\"shuffle\": {}} -> value 1 shuffle either object",
                // layers
                "{\"hidden\": {}} -> value 1 hidden layers object",
                "{\"hidden\": 512} -> value 1 hidden layers 512",
                "{\"hidden\": null} -> value 1 hidden layers null",
                "{\"hidden\": true} -> value 1 hidden layers true",
                "{\"hidden\": \"512-20\"} -> value 1 hidden layers \"512-20\"",
                "{\"hidden\": [1,1,1,1,1,1,1]} -> value 1 hidden layers longer",
                "{\"hidden\": [[512]]} -> item 1 hidden layers list",
                "{\"hidden\": [{}]} -> item 1 hidden layers object",
                "{\"hidden\": [|5,|\"6\"]} -> item 3 hidden layers \"6\"",
                "{\"hidden\": [0]} -> item 1 hidden layers 0",
                "{\"hidden\": [4294967297]} -> item 1 hidden layers 4294967297",
                "{\"hidden\": [18446744073709551617]} -> item 1 hidden layers 18446744073709551617",
                "{\"hidden\": [null]} -> item 1 hidden layers null",
                "{\"hidden\": [2.0]} -> item 1 hidden layers 2.0",
                // data
                "{\"data\": null} -> value 1 data data null",
                "{\"data\": [1]} -> value 1 data data list",
                "{\"data\": {}} -> value 1 data data object",
                "{\"data\": 1} -> value 1 data data 1",
                "{\"data\": true} -> value 1 data data true",
                "{\"data\": \"\"} -> value 1 data data \"\"",
                "{\"data\": \" \\t\"} -> value 1 data data \" \ufffd\"",
                "{\"data\": \"a\\u0000\"} -> value 1 data data \"a\ufffd\"",
                // around the object
                "[1, 2] -> object 1 list",
                "|5 -> object 2 5",
                "\"a\" -> object 1 \"a\"",
                "null -> object 1 null",
                "|| -> empty",
                "{\"latent\": 5} garbage -> trailing 1 15",
                "{\"latent\": 5}|{} -> trailing 2 1",
                "{}} -> trailing 1 3",
                "{}|// done -> trailing 2 1",
                "{} # done -> trailing 1 4",
                "{}, -> trailing 1 3",
                "{}␀ -> trailing 1 3",
                // what is no JSON
                "{\"latent\": 3 -> cut 1",
                "{|\"data\": \"mn -> cut 2",
                "{\"hidden\": [1, -> cut 1",
                "{\"latent\": 3 // few|} -> comment 1 14",
                "{|/* few */ \"latent\": 3} -> comment 2 1",
                "{\"latent\": 3 # few|} -> comment 1 14",
                "{\"latent\": 3,} -> comma 1 14",
                "{\"hidden\": [3,]} -> comma 1 15",
                "{'latent': 3} -> quotes 1 2",
                "{\"loss\": 'mse'} -> quotes 1 10",
                "{latent: 3} -> quotes 1 2",
                "{\"data\": \"a|b\"} -> control 1 12",
                "{\"data\": \"a␀b\"} -> control 1 12",
                "{\"latent\": 020} -> number 1 13",
                "{\"latent\": +20} -> number 1 13",
                "{\"latent\": 0x10} -> number 1 13",
                "{\"lr\": .5} -> number 1 8",
                "{\"lr\": 1.} -> number 1 9",
                "{\"clip\": 0,5} -> quotes 1 12",
                "{\"latent\": 1_0} -> json 1 13",
                "{\"latent\": １０} -> json 1 12",
                "{\"latent\": ٣} -> json 1 12",
                "{\"loss\": “mse”} -> json 1 10",
                "{\"loss\": mse} -> json 1 10",
                "{|\"shuffle\": True} -> json 2 12",
                "{\"latent\" 3} -> json 1 11",
                "{\"latent\": 3 \"seed\": 4} -> json 1 14",
                "{\"latent\": , \"seed\": 4} -> json 1 12",
                "{\"data\": \"\\x\"} -> json 1 12",
                "␀ -> json 1 1",
                "\ufeff{} -> json 1 1"
            })
    void oneSentenceSaysWhatIsWrongWithAFile(String text, String expected) {
        Sentence sentence = problem(text.replace('|', '\n').replace('␀', '\0')).sentence();
        assertThat(told(sentence)).isEqualTo("engine.file." + expected.strip());
        for (Locale language : Messages.LANGUAGES) {
            assertThat(new Messages(language).text(sentence)).contains("run.json");
        }
    }

    /** The key and the values, but for the file's name. */
    private static String told(Sentence sentence) {
        return Stream.concat(
                        Stream.of(sentence.key()),
                        sentence.values().stream().skip(1).map(SettingsReaderTest::word))
                .collect(Collectors.joining(" "));
    }

    private static String word(Object value) {
        return value instanceof Sentence sentence
                ? sentence.key().substring(sentence.key().lastIndexOf('.') + 1)
                : value.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "->",
            quoteCharacter = '`',
            value = {
                "{\"latnet\": 3} -> run.json, line 1: there is no setting \"latnet\"; did you mean \"latent\"?",
                "{\"loss\": null} -> run.json, line 1: \"loss\" takes one of mse, sse, bce, mae, bernoulli, gaussian,"
                        + " not null.",
                "{\"latent\": 129} -> run.json, line 1: \"latent\" takes a whole number from 1 to 128, not 129.",
                "{\"lr\": \"high\"} -> run.json, line 1: \"lr\" takes a number from 0.0001 to 1, not \"high\".",
                "{\"shuffle\": 1} -> run.json, line 1: \"shuffle\" takes true or false, not 1.",
                "{}{} -> run.json, line 1, column 3: nothing may follow the closing brace; take it out.",
                "[] -> run.json, line 1: a settings file is one object in braces, not a list.",
                "{\"latent\": 3,} -> run.json, line 1, column 14: take out the comma before the closing bracket."
            })
    void sentencesAreEnglish(String text, String sentence) {
        assertThat(english(problem(text))).isEqualTo(sentence.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "->",
            quoteCharacter = '`',
            value = {
                "{\"latnet\": 3} -> run.json の 1 行目: 「latnet」という設定はありません。「latent」ではありませんか。",
                "{\"loss\": null} -> run.json の 1 行目: 「loss」に「null」は使えません。mse, sse, bce, mae, bernoulli, gaussian "
                        + "のいずれかを指定してください。",
                "{\"hidden\": {}} -> run.json の 1 行目: 「hidden」に「オブジェクト」は使えません。1 から 2,048 までの整数 6 個以内のリスト (例 [1000, "
                        + "500, 250]、畳み込みは [\"c16\", \"c32\", 64])を指定してください。",
                "{}{} -> run.json の 1 行目 3 文字目: 最後の閉じかっこの後には何も書けません。削除してください。"
            })
    void andJapanese(String text, String sentence) {
        assertThat(new Messages(Locale.JAPANESE).text(problem(text).sentence())).isEqualTo(sentence.strip());
    }

    static Stream<Arguments> beyondAllLimits() {
        return Stream.of(
                Arguments.of(1, "{\"latent\": " + "1".repeat(900_000) + "}"),
                Arguments.of(2, "{\n\"lr\": 0." + "1".repeat(900_000) + "}"),
                Arguments.of(1, "{\"lr\": 1e" + "9".repeat(900_000) + "}"),
                Arguments.of(1, "{\"" + "x".repeat(900_000) + "\": 1}"),
                Arguments.of(1, "{\"data\": \"" + "x".repeat(900_000) + "\"}"),
                Arguments.of(1, "{\"data\": \"" + "\\u0061".repeat(100_000) + "\"}"));
    }

    @ParameterizedTest
    @MethodSource
    void beyondAllLimits(int line, String text) {
        assertRefused(
                text,
                "run.json, line " + line
                        + ": this is longer or deeper than anything in a settings file; check that it is"
                        + " the right file.");
    }

    @ParameterizedTest
    @CsvSource({"[", "{\"a\":"})
    void depthIsRefusedWhereItBegins(String opening) {
        String deep = opening.repeat(100_000);
        assertThat(problem("{\"latent\": " + deep).sentence().key()).isEqualTo("engine.file.value");
        assertThat(problem("{\"hidden\": [" + deep).sentence().key()).isEqualTo("engine.file.item");
        assertThat(problem(deep).sentence().key()).isIn("engine.file.object", "engine.file.unknown");
    }

    @Test
    void whatIsRepeatedOfAFileIsShort() {
        String sentence = english(problem("{\"data\": \"\\u0000" + "x".repeat(5000) + "\"}"));
        assertThat(sentence).contains("\"\ufffd" + "x".repeat(59) + "…\"").doesNotContain("x".repeat(60));
    }

    @Test
    void filesThatAreNoneOfItsKindAreRefusedUnread(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("run.json");
        Files.writeString(file, "{\"latent\": 5}" + " ".repeat(SettingsReader.LARGEST));
        assertThat(catchThrowableOfType(Problem.class, () -> SettingsReader.read(file))
                        .sentence()
                        .key())
                .isEqualTo("text.file.large");
        Files.write(file, "{\"latent\": 5}".getBytes(StandardCharsets.UTF_16));
        assertThat(catchThrowableOfType(Problem.class, () -> SettingsReader.read(file))
                        .sentence()
                        .key())
                .isEqualTo("text.file.wide");
        Files.writeString(file, "{\"latent\": 5}" + " ".repeat(SettingsReader.LARGEST - 13));
        assertThat(SettingsReader.read(file).config().latent()).isEqualTo(5);
    }

    private static void assertRefused(String text, String sentence) {
        assertThat(english(problem(text))).isEqualTo(sentence);
    }

    private static RunSettings parse(String text) throws Problem {
        return SettingsReader.parse(text, "run.json");
    }

    private static Problem problem(String text) {
        Problem problem = catchThrowableOfType(Problem.class, () -> parse(text));
        assertThat(problem).as("refusal").isNotNull();
        return problem;
    }

    private static String english(Problem problem) {
        return new Messages(Locale.ENGLISH).text(problem.sentence());
    }
}
