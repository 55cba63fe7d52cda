package latentlab.view.data;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.library.LibraryKeeper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is named on the command line, or opened by a double click in the system's file browser. */
class FilesInWindowTest {
    private static final String LESSON = """
            ---
            title: Mine
            about: About it.
            minutes: 3
            ---
            ## Only
            ### Read
            Text.
            """;

    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(990, 720).opening(folder -> List.of(lesson(folder)));

    private static Path lesson(Path folder) {
        return written(folder.resolve("mine.lesson.md"), LESSON);
    }

    private static Path written(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void untilSaid(String words) {
        until(
                words,
                () -> robot.lookup(".notification-bar .label").queryAllAs(Label.class).stream()
                        .anyMatch(label -> String.valueOf(label.getText()).contains(words)));
    }

    private void untilOpen() {
        until("open", () -> fixture.find("#lesson").isVisible());
        until("ready", () -> fixture.window.model().history().size() == 1);
    }

    @Test
    void theWindowOpensWithALessonInThePlaceOfTheSettings() throws Exception {
        untilOpen();
        assertThat(fixture.<Label>find("#lesson-about").getText()).isEqualTo("About it.");

        onFx(() -> fixture.<Button>find("#lesson-close").fire());
        assertThat(fixture.find("#lesson").isVisible()).isFalse();
        fixture.drop(lesson(fixture.folder));
        until("open again", () -> fixture.find("#lesson").isVisible());
    }

    @Test
    void settingsAreChosenForTheNextRunAndWrongOnesSayWhere() throws Exception {
        untilOpen();
        fixture.drop(written(fixture.folder.resolve("seven.json"), "{\"latent\": 7}"));

        untilSaid("The settings of seven.json are chosen");
        assertThat(fixture.window.model().settingsProperty().get().latent()).isEqualTo(7);

        fixture.drop(written(fixture.folder.resolve("wrong.json"), "{\"latnt\": 7}"));
        untilSaid("wrong.json");
        untilSaid("did you mean");
    }

    @Test
    void aRunOpensAtItsNewestEpoch() throws Exception {
        untilOpen();
        fixture.train(2, config -> config.withLatent(4));
        String id = fixture.run().id();
        onFx(fixture.window.model()::reset);
        until("another", () -> !fixture.run().id().equals(id));
        Path saved;
        try (Stream<Path> runs = Files.list(fixture.folder.resolve("runs"))) {
            saved = runs.filter(file -> file.toString().endsWith(LibraryKeeper.SUFFIX))
                    .findFirst()
                    .orElseThrow();
        }
        fixture.drop(saved);
        until("the run", () -> fixture.run().id().equals(id));
        until("its epochs", () -> fixture.window.model().history().size() == 3);
    }

    @Test
    void severalKindsTogetherAreNotGuessedAt() throws Exception {
        untilOpen();
        fixture.drop(
                written(fixture.folder.resolve("other.lesson.md"), LESSON.replace("About it", "Another")),
                written(fixture.folder.resolve("seven.json"), "{\"latent\": 7}"));
        untilSaid("other.lesson.md cannot be opened together with others");
        assertThat(fixture.<Label>find("#lesson-about").getText()).isEqualTo("About it.");
    }
}
