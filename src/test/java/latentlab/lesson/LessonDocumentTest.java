package latentlab.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import latentlab.text.Problem;
import org.junit.jupiter.api.Test;

/** What the teachers' guide says is what the program takes. */
class LessonDocumentTest {
    private static final Path GUIDE = Path.of("src/docs/lessons.md");
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
}
