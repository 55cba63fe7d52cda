package latentlab.view.export;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.export.Export;
import latentlab.export.ExportCatalogue;
import latentlab.export.ExportOption;
import latentlab.text.Messages;
import org.controlsfx.control.NotificationPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.robot.Motion;

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
        assertThat(fixture.shownFolders).containsExactly(fixture.folder);

        Path map = fixture.folder.resolve("map.gif");
        fixture.answers.add(map);
        robot.clickOn("#export").clickOn("#export-gifMap");
        until("saved", () -> notices.getText().contains("map.gif"));
        assertThat(frames(map)).isEqualTo(4);
        assertThat(ImageIO.read(map.toFile()).getHeight())
                .isGreaterThan(ImageIO.read(gif.toFile()).getHeight() + 300);

        Path plot = fixture.folder.resolve("loss.png");
        fixture.answers.add(plot);
        robot.clickOn("#export").clickOn("#export-plot");
        until("saved", () -> notices.getText().contains("loss.png"));
        assertThat(ImageIO.read(plot.toFile()).getWidth()).isGreaterThan(1000);

        Path table = fixture.folder.resolve("epochs.csv");
        fixture.answers.add(table);
        robot.clickOn("#export").clickOn("#export-csv");
        until("saved", () -> notices.getText().contains("epochs.csv"));
        List<String> lines = Files.readAllLines(table);
        assertThat(lines).hasSize(5);
        assertThat(lines.getFirst()).isEqualTo("epoch,train_loss,valid_loss,dur,learning_rate");
        assertThat(lines.get(3))
                .startsWith("2," + fixture.window.model().history().get(2).trainLoss());
    }

    @Test
    void everyExportHasItsItem() {
        until("ready", () -> fixture.window.model().history().size() == 1);
        List<Export> exports = ExportCatalogue.byKind(ExportCatalogue.ALL);
        MenuButton menu = fixture.find("#export");
        Messages english = new Messages(Locale.ENGLISH);
        assertThat(menu.getItems())
                .extracting(MenuItem::getText)
                .containsExactlyElementsOf(
                        exports.stream().map(each -> english.text(each.name())).toList());

        NotificationPane notices = fixture.find("#notices");
        for (Export export : exports) {
            if (export == ExportCatalogue.MP4) {
                continue; // needs an ffmpeg
            }
            Path file = fixture.folder.resolve(export.id() + "." + export.extension());
            fixture.answers.add(file);
            String item = "#export-" + export.id();
            robot.clickOn("#export");
            if (export.options().contains(ExportOption.VIEW)) {
                // Straight across: on its way over other items the menu would close.
                robot.moveTo(item).clickOn(item + "-map", Motion.HORIZONTAL_FIRST);
            } else {
                robot.clickOn(item);
            }
            if (export == ExportCatalogue.REPORT) {
                until("asked", () -> robot.lookup("#own-words-save").tryQuery().isPresent());
                robot.clickOn("#own-words-save");
            }
            until(
                    "saved",
                    () -> notices.isShowing() && notices.getText().contains("Saved " + file.getFileName() + " "));
            assertThat(file).isNotEmptyFile();
        }
        assertThat(fixture.folder.resolve("svg.svg"))
                .content()
                .contains("<title>Latent space of 20 units at epoch 0</title>");
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
