package latentlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonCommandTest {
    private static final String FINE = """
            ---
            title: Mine | 私の
            about: A.
            minutes: 1
            ---
            ## Only
            ### Read
            Text.
            """;

    @TempDir
    private Path folder;

    private final Recorded commandLine = Recorded.piped();

    private String lesson(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void saysThatALessonIsRight() throws IOException {
        String file = lesson("mine.lesson.md", FINE);

        assertThat(commandLine.run("lesson", "check", file)).isZero();
        assertThat(commandLine.out()).isEqualToIgnoringNewLines(file + ": “Mine”, 1 step, all of it understood.");
    }

    @Test
    void saysInWhichLineOneIsWrongAndReadsTheOthers() throws IOException {
        String wrong = lesson("wrong.lesson.md", FINE.replace("minutes: 1", "minutes: x"));
        String fine = lesson("mine.lesson.md", FINE);
        String missing = folder.resolve("none.lesson.md").toString();

        assertThat(commandLine.run("lesson", "check", wrong, missing, fine)).isEqualTo(1);
        assertThat(commandLine.err().lines())
                .containsExactly(
                        wrong + ", line 4: minutes is a whole number from 1 to 600, not “x”.",
                        missing + " is not there or cannot be read: check its name.");
        assertThat(commandLine.out()).contains(fine + ": “Mine”");
    }

    @Test
    void saysWhatItCanDo() {
        assertThat(commandLine.run("lesson")).isEqualTo(1);
        assertThat(commandLine.err()).contains("lesson check FILE");
    }
}
