package latentlab.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import latentlab.text.Problem;
import org.junit.jupiter.api.Test;

/** What the teachers' guide says is what the program takes. */
class LessonDocumentTest {
    private static final Path GUIDE = Path.of("src/docs/lessons.md");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern EXAMPLE = Pattern.compile("````markdown\\n(.*?)````", Pattern.DOTALL);

    @Test
    void itsExampleIsALesson() throws IOException, Problem {
        Matcher example = EXAMPLE.matcher(Files.readString(GUIDE));
        assertThat(example.find()).isTrue();

        Lesson lesson = LessonReader.parse(example.group(1), "example.lesson.md");

        assertThat(lesson.steps()).hasSize(2);
        assertThat(lesson.steps().getLast().texts().in(Locale.JAPANESE).choices())
                .hasSize(2);
    }

    @Test
    void itNamesEveryValueAndAction() throws IOException {
        String guide = Files.readString(GUIDE);
        for (Quantity quantity : Quantity.values()) {
            assertThat(guide).contains("`" + quantity.words() + "`");
        }
        for (String form : Action.FORMS.split(", ")) {
            String[] words = form.split(" ", 2);
            assertThat(guide).contains("`" + words[0]);
            if (words.length > 1) {
                for (String word : words[1].split("\\|")) {
                    assertThat(guide).containsPattern("[`| ]" + word + "`");
                }
            }
        }
    }

    @Test
    void itNamesEveryKeyAndSection() throws IOException {
        assertThat(keys("The header")).containsExactlyInAnyOrderElementsOf(LessonReader.KEYS);
        // The actions stand in a table of the same section.
        assertThat(keys("Steps")).containsAll(BodyReader.KEYS);
        assertThat(rows("Sections").map(row -> row[1].strip() + row[2].strip()))
                .containsExactlyElementsOf(Stream.of(SectionsOfStep.Part.values())
                        .map(SectionsOfStep.Part::heading)
                        .map(each -> "`### %s``### %s`".formatted(each.english(), each.japanese()))
                        .toList());
    }

    /** @return what stands as code in the first column of a section's tables */
    private static List<String> keys(String section) throws IOException {
        return rows(section)
                .flatMap(row -> CODE.matcher(row[1]).results())
                .map(found -> found.group(1))
                .toList();
    }

    private static Stream<String[]> rows(String section) throws IOException {
        String guide = Files.readString(GUIDE);
        int from = guide.indexOf("\n## " + section + "\n");
        return guide.substring(from, guide.indexOf("\n## ", from + 1))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|"));
    }
}
