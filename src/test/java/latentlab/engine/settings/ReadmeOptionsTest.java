package latentlab.engine.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import latentlab.text.Messages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The tables of a run's options in both READMEs say what {@link Setting} says. After a change this fails with the new
 * one.
 */
class ReadmeOptionsTest {
    @ParameterizedTest
    @CsvSource({
        "README.md, en, | option | meaning | takes | default |",
        "README.ja.md, ja, | オプション | 意味 | 取る値 | 既定値 |",
    })
    void hasTheTableOfTheSettings(Path file, Locale language, String head) throws Exception {
        List<String> lines = Files.readAllLines(file);
        int from = lines.indexOf(head);
        assertThat(from).as("the table's head in %s", file).isNotNegative();
        List<String> rows = lines.subList(
                from + 2, from + 2 + lines.subList(from + 2, lines.size()).indexOf(""));

        List<String> expected = Setting.ALL.stream()
                .map(setting -> row(setting, new Messages(language)))
                .toList();

        assertThat(rows)
                .as("rows of %s; paste these:%n%s%n", file, String.join("\n", expected))
                .isEqualTo(expected);
    }

    private static <T> String row(Setting<T> setting, Messages messages) {
        String option = code("--" + setting.name());
        String no = code("--no-" + setting.name());
        String help = messages.text("engine.help." + setting.name());
        String comma = messages.locale().equals(Locale.JAPANESE) ? "、" : ", ";
        String initial = setting.domain().text(setting.initial());
        return switch (setting.domain()) {
            case Domain.Flag _ -> cells(option + comma + no, help, "–", no);
            case Domain.Choice<?> choice ->
                cells(
                        option,
                        help,
                        String.join(
                                comma,
                                choice.words().stream()
                                        .map(ReadmeOptionsTest::code)
                                        .toList()),
                        code(initial));
            case Domain.Whole _, Domain.Real _, Domain.Layers _ ->
                cells(option, help, messages.text(setting.domain().expected()), initial.isEmpty() ? "–" : initial);
        };
    }

    private static String code(String word) {
        return "`" + word + "`";
    }

    private static String cells(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
