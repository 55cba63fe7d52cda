package latentlab.view.export;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.run.file.AboutRows;
import latentlab.run.file.RunFile;
import latentlab.run.findings.Said;
import org.controlsfx.control.NotificationPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person says something of a run, saves its report, and finds the words again. */
class OwnWordsInWindowTest {
    @RegisterExtension
    final WindowFixture fixture = new WindowFixture(1000, 800);

    private final Hand robot = Hand.ONLY;

    private static String note(Path file) {
        try (RunFile run = RunFile.open(file)) {
            return run.said().note();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private Path file() throws Exception {
        try (Stream<Path> files = Files.list(fixture.folder.resolve("runs"))) {
            return files.filter(each -> each.toString().endsWith(".latentlab"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private TextArea ask() {
        robot.clickOn("#export").clickOn("#export-open");
        until("open", () -> robot.lookup("#export-search").tryQuery().isPresent());
        robot.clickOn("#export-search").write("report");
        until("asked", () -> robot.lookup("#own-words").query().isVisible());
        return robot.lookup("#own-words").query();
    }

    private void untilGone() {
        until("gone", () -> robot.lookup("#export-dialogue").tryQuery().isEmpty());
    }

    @Test
    void areThoseThatWereSaidInTheLibraryMeanwhile() throws Exception {
        fixture.train(1, config -> config.withLatent(4));
        AboutRows.change(file(), about -> about.withName("Four").withNote("said in the library"));
        robot.strike(KeyCode.CONTROL, KeyCode.B);
        until("heard", () -> fixture.run().findings().said().equals(new Said("Four", "said in the library")));
        robot.strike(KeyCode.CONTROL, KeyCode.B);
        assertThat(ask().getText()).isEqualTo("said in the library");
        robot.strike(KeyCode.ESCAPE);
        untilGone();
    }

    @Test
    void areAskedForWhereTheMenuHasTheReport() {
        fixture.train(1, config -> config.withLatent(4));
        robot.clickOn("#export").clickOn("#export-report");
        until(
                "asked",
                () -> robot.lookup("#own-words")
                        .tryQuery()
                        .filter(Node::isVisible)
                        .isPresent());
        robot.strike(KeyCode.ESCAPE);
        untilGone();
    }

    @Test
    void areInTheReportStayWithTheRunAndAreThereTheNextTime() throws Exception {
        fixture.train(2, config -> config.withLatent(4));
        Path file = file();
        NotificationPane notices = fixture.find("#notices");
        TextArea field = ask();
        assertThat(field.getText()).isEmpty();
        onFx(() -> field.setText("Two epochs\nare <too> few."));
        Path report = fixture.folder.resolve("report.html");
        fixture.answers.add(report);
        robot.clickOn("#own-words");
        robot.strike(KeyCode.CONTROL, KeyCode.ENTER);
        until("saved", () -> notices.isShowing() && notices.getText().contains("report.html"));
        assertThat(report).content().contains("Two epochs<br/>are &lt;too&gt; few.");
        until("in the file", () -> note(file).equals("Two epochs\nare <too> few."));

        untilGone();
        TextArea again = ask();
        assertThat(again.getText()).isEqualTo("Two epochs\nare <too> few.");
        onFx(() -> again.setText("Closed with Escape, and yet here."));
        robot.clickOn("#own-words");
        robot.strike(KeyCode.ESCAPE);
        untilGone();
        until("in the file", () -> note(file).equals("Closed with Escape, and yet here."));
        assertThat(fixture.answers).isEmpty();
    }
}
