package latentlab.view.export;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import org.controlsfx.control.NotificationPane;
import org.controlsfx.control.action.Action;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person saves what a run came to, and finds it in the files. */
class ExportFromWindowTest {
    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(990, 720);

    @Test
    void savesAnimationPlotAndTableOfTheRunSoFar() throws Exception {
        until("ready", () -> fixture.window.model().history().size() == 1);
        onFx(() -> fixture.window
                .model()
                .setSettings(fixture.window.model().settingsProperty().get().withEpochs(3)));
        onFx(() -> fixture.window.model().train());
        until("trained", () -> fixture.window.model().history().size() == 4);
        NotificationPane notices = fixture.find("#notices");

        Path gif = fixture.folder.resolve("learning.gif");
        fixture.answers.add(gif);
        robot.press(KeyCode.CONTROL, KeyCode.G).release(KeyCode.G, KeyCode.CONTROL);
        until("saved", () -> notices.isShowing() && notices.getText().contains("learning.gif"));
        assertThat(frames(gif)).isEqualTo(4);
        robot.clickOn("Show in folder");
        until("said and done", () -> !notices.isShowing());
        until("shown", () -> fixture.shown.equals(List.of(fixture.folder)));

        Path table = fixture.folder.resolve("epochs.csv");
        fixture.answers.add(table);
        robot.clickOn("#export").clickOn("#export-csv");
        until("saved", () -> notices.getText().contains("epochs.csv"));
        List<String> lines = Files.readAllLines(table);
        assertThat(lines).hasSize(5);
        assertThat(lines.getFirst()).isEqualTo("epoch,train_loss,valid_loss,dur,learning_rate,test_mse,test_psnr");
        assertThat(lines.get(3))
                .startsWith("2," + fixture.window.model().history().get(2).trainLoss());
    }

    @Test
    void aReportOpensInTheBrowserFromTheNoticeThatItIsSaved() {
        fixture.train(1, settings -> settings);
        Path report = fixture.folder.resolve("report.html");
        fixture.answers.add(report);
        robot.clickOn("#export").clickOn("#export-report");
        until("the dialogue", () -> robot.lookup("#export-save").tryQuery().isPresent());
        until("may be saved", () -> !robot.lookup("#export-save").query().isDisabled());
        robot.clickOn("#export-save");
        NotificationPane notices = fixture.find("#notices");
        until("saved", () -> notices.isShowing() && notices.getText().contains("report.html"));
        assertThat(notices.getActions()).extracting(Action::getText).containsExactly("Open", "Show in folder");
        robot.clickOn("Open");
        until("opened", () -> fixture.shown.equals(List.of(report)));
        assertThat(fixture.waited).as("not where the window is painted").doesNotContain(true);
    }

    @Test
    void theMenuIsShortAndHasWhatWasSavedLast() throws Exception {
        until("ready", () -> fixture.window.model().history().size() == 1);
        MenuButton menu = fixture.find("#export");
        assertThat(shown(menu))
                .containsExactly(
                        "All formats…",
                        null,
                        "Animation (GIF)…",
                        "Player for a browser (HTML)…",
                        "Epoch table (CSV)…",
                        "Picture (PNG)…",
                        "Report to hand in (HTML)…");
        NotificationPane notices = fixture.find("#notices");
        fixture.answers.add(fixture.folder.resolve("run.html"));
        robot.clickOn("#export").clickOn("#export-html");
        until("saved", () -> notices.isShowing() && notices.getText().contains("Saved run.html with one epoch."));
        assertThat(shown(menu)).startsWith("All formats…", "Player for a browser (HTML) again…");
        fixture.answers.add(fixture.folder.resolve("again.html"));
        robot.clickOn("#export").clickOn("#export-again");
        until("saved", () -> notices.getText().contains("Saved again.html with one epoch."));
    }

    private static List<String> shown(MenuButton menu) {
        return menu.getItems().stream()
                .filter(MenuItem::isVisible)
                .map(MenuItem::getText)
                .toList();
    }

    @Test
    void appendsTheExtensionAndAsksBeforeItReplacesAFileOfThatName() throws Exception {
        until("ready", () -> fixture.window.model().history().size() == 1);
        NotificationPane notices = fixture.find("#notices");
        Path typed = fixture.folder.resolve("table");
        Path table = fixture.folder.resolve("table.csv");
        fixture.answers.add(typed);
        robot.clickOn("#export").clickOn("#export-csv");
        until("saved", () -> notices.isShowing() && notices.getText().contains("table.csv"));
        assertThat(Files.readAllLines(table)).hasSize(2);
        assertThat(typed).doesNotExist();

        Files.writeString(table, "mine");
        fixture.answers.add(typed);
        robot.clickOn("#export").clickOn("#export-csv");
        until("asked", () -> robot.lookup("#confirm-no").tryQuery().isPresent());
        robot.clickOn("#confirm-no");
        until("answered", () -> robot.lookup("#confirm-no").tryQuery().isEmpty());
        assertThat(table).hasContent("mine");

        fixture.answers.add(typed);
        robot.clickOn("#export").clickOn("#export-csv");
        until("asked", () -> robot.lookup("#confirm-yes").tryQuery().isPresent());
        robot.clickOn("#confirm-yes");
        until("replaced", () -> {
            try {
                return Files.readAllLines(table).size() == 2;
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    private static int frames(Path gif) throws Exception {
        try (ImageInputStream input = ImageIO.createImageInputStream(gif.toFile())) {
            ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
            reader.setInput(input);
            return reader.getNumImages(true);
        }
    }
}
