package latentlab.app;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import latentlab.view.Keys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person looks at the latent map, the loss chart, the data, the model and the table of a short run. */
class LookAroundInWindowTest {
    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(990, 720);

    private void train(int epochs) {
        until("ready", () -> fixture.window.model().history().size() == 1);
        onFx(() -> fixture.window
                .model()
                .setSettings(fixture.window.model().settingsProperty().get().withEpochs(epochs)));
        onFx(() -> fixture.window.model().train());
        until("trained", () -> fixture.window.model().history().size() == epochs + 1);
        until("mapped", () -> fixture.<Label>find("#map-note").getText().startsWith("shows"));
    }

    @Test
    void showsTheImageBehindAPointByPointerAndByKeys() {
        train(2);
        Node card = fixture.stage.getScene().lookup(".point-card");
        assertThat(card.isVisible()).isFalse();
        robot.clickOn("#latent-map");
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        until("a card", card::isVisible);
        String first = fixture.<Label>find("#card-title").getText();
        assertThat(first).matches("\\d  ·  test image \\d+");
        robot.press(KeyCode.UP).release(KeyCode.UP);
        until(
                "another card",
                () -> !fixture.<Label>find("#card-title").getText().equals(first));
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        until("no card", () -> !card.isVisible());
    }

    @Test
    void tellsWhichImageACellOfTheGridIsByKeys() {
        train(2);
        Node grid = fixture.find("#reconstruction-grid");
        until(
                "painted",
                () -> fixture.<Label>find("#reconstruction-caption").getText().startsWith("epoch 2"));
        WritableImage before = fixture.picture("#reconstruction-grid");
        onFx(grid::requestFocus);
        robot.press(KeyCode.TAB).release(KeyCode.TAB);
        robot.press(KeyCode.SHIFT, KeyCode.TAB).release(KeyCode.TAB, KeyCode.SHIFT);
        for (int i = 0; i < 4; i++) {
            robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        }
        int image = fixture.run().samples()[3];
        until("told", () -> shownTooltip().matches("3  ·  test image " + image + "  ·  error 0\\.\\d+"));
        assertThat(grid.getAccessibleText())
                .containsPattern(
                        "epoch 2  ·  .* 10 images, errors from 0\\.\\d{4} to 0\\.\\d{4}, on average 0\\.\\d{4};")
                .endsWith(shownTooltip());
        assertThat(WindowFixture.samePixels(before, fixture.picture("#reconstruction-grid")))
                .as("marked")
                .isFalse();
        assertThat(fixture.window.model().selectedEpochProperty().get())
                .as("the arrows are the grid's")
                .isEqualTo(2);

        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        until("hidden", () -> shownTooltip().isEmpty());
    }

    /** @return what the tooltip on the screen says; from the user interface's thread */
    private static String shownTooltip() {
        return javafx.stage.Window.getWindows().stream()
                .filter(Tooltip.class::isInstance)
                .map(tooltip -> ((Tooltip) tooltip).getText())
                .findFirst()
                .orElse("");
    }

    @Test
    void showsEveryKeyOnTheHelpCardUntilEscapeClosesIt() {
        train(1);
        robot.press(KeyCode.F1).release(KeyCode.F1);
        until("a card", () -> robot.lookup(".help-card").tryQuery().isPresent());
        Region card = robot.lookup(".help-card").query();
        until("all its width", () -> card.getWidth() > 0 && card.prefWidth(-1) >= card.minWidth(-1));
        List<String> lines = new ArrayList<>();
        onFx(() -> robot.lookup(".help-card")
                .<Parent>query()
                .lookupAll(".label")
                .forEach(label -> lines.add(((Label) label).getText())));
        assertThat(lines)
                .contains("Ctrl+↵", "Ctrl+G", "F1", "←")
                .contains("Train, resume, continue", "Export the animation", "This card", "Epoch before");
        for (Keys keys : Keys.values()) {
            assertThat(lines).contains(keys.text());
        }
        assertThat(lines)
                .as("gestures of the map")
                .contains("On the latent map", "Wheel, + -", "Zoom at the pointer", "Right drag, Shift+arrows")
                .contains("Move the map", "Decode a place", "Shift+drag", "Select in a box", "Ctrl+drag")
                .contains("Select with a lasso", "S, Ctrl+A, Esc", "Arrows, Enter");
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        until("no card", () -> robot.lookup(".help-card").tryQuery().isEmpty());

        robot.press(KeyCode.F1).release(KeyCode.F1);
        until("a card again", () -> robot.lookup(".help-card").tryQuery().isPresent());
        robot.press(KeyCode.F1).release(KeyCode.F1);
        until("no card", () -> robot.lookup(".help-card").tryQuery().isEmpty());
    }

    @Test
    void hidesAClassWhoseChipIsReleased() {
        train(1);
        robot.moveTo("#train");
        WritableImage all = fixture.picture("#latent-map");
        robot.clickOn("#class-1");
        robot.moveTo("#train");
        WritableImage without = fixture.picture("#latent-map");
        assertThat(WindowFixture.samePixels(all, without)).isFalse();
        robot.clickOn("#class-1");
        robot.moveTo("#train");
        assertThat(WindowFixture.samePixels(all, fixture.picture("#latent-map")))
                .isTrue();
    }

    @Test
    void mapsAnyTwoUnits() {
        train(1);
        ComboBox<?> axes = fixture.find("#latent-axes");
        ComboBox<Integer> unitY = fixture.find("#latent-unit-y");
        assertThat(axes.getValue()).as("20 units start on principal axes").hasToString("PRINCIPAL");
        WritableImage principal = fixture.picture("#latent-map");
        onFx(() -> axes.getSelectionModel().select(1));
        until("two units", () -> !WindowFixture.samePixels(principal, fixture.snapshot("#latent-map")));
        WritableImage firstTwo = fixture.picture("#latent-map");
        onFx(() -> unitY.setValue(7));
        until("unit 8", () -> !WindowFixture.samePixels(firstTwo, fixture.snapshot("#latent-map")));
    }

    @Test
    void drawsTheLossOnOtherScalesAndInThreePanels() {
        train(4);
        robot.moveTo("#train");
        WritableImage linear = fixture.picture("#loss-chart");
        robot.clickOn("#loss-logarithmic").moveTo("#train");
        WritableImage logarithmic = fixture.picture("#loss-chart");
        assertThat(WindowFixture.samePixels(linear, logarithmic)).isFalse();
        robot.clickOn("#loss-threePanels").moveTo("#train");
        assertThat(WindowFixture.samePixels(logarithmic, fixture.picture("#loss-chart")))
                .isFalse();
        robot.clickOn("#loss-threePanels").clickOn("#loss-linear").moveTo("#train");
        assertThat(WindowFixture.samePixels(linear, fixture.picture("#loss-chart")))
                .isTrue();
    }

    @Test
    void printsTheModelThatTheSettingsDescribe() {
        until("ready", () -> fixture.window.model().history().size() == 1);
        robot.clickOn("#show-summary");
        TextArea summary = fixture.find("#summary");
        assertThat(summary.getText()).contains("32,164").doesNotContain("TiedLinear");
        robot.clickOn("#model-tied");
        until("tied", () -> summary.getText().contains("TiedLinear"));
        assertThat(summary.getText()).contains("16,484").contains("15,680");
    }

    @Test
    void startsFromAPresetAfterAskingForTheEpochsThereAre() {
        onFx(() -> fixture.window.preferences().runsKeptProperty().set(false));
        train(1);
        robot.clickOn("#presets").clickOn("#preset-denoising").clickOn("#preset-start");
        robot.clickOn("#confirm-no");
        assertThat(fixture.window.model().settingsProperty().get().hidden()).isEmpty();
        assertThat(fixture.window.model().history()).hasSize(2);

        WritableImage twoRows = fixture.picture("#reconstruction-grid");
        robot.clickOn("#presets").clickOn("#preset-denoising").clickOn("#preset-start");
        robot.clickOn("#confirm-yes");
        until(
                "a stack",
                () -> !fixture.window
                                .model()
                                .runProperty()
                                .get()
                                .model()
                                .hidden()
                                .isEmpty()
                        && fixture.window.model().history().size() == 1);
        assertThat(fixture.window.model().rateChanges()).isEmpty();
        until(
                "noisy inputs between originals and reconstructions",
                () -> !WindowFixture.samePixels(twoRows, fixture.snapshot("#reconstruction-grid")));
        robot.clickOn("#epoch");
        until("an epoch", () -> fixture.window.model().history().size() == 2);
    }

    @Test
    void copiesTheTableAsText() {
        train(2);
        robot.clickOn("#epoch-table");
        robot.press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
        onFx(() -> {
            String[] lines = Clipboard.getSystemClipboard().getString().split("\n");
            assertThat(lines).hasSize(4);
            assertThat(lines[0]).isEqualTo("epoch\ttrain_loss\tvalid_loss\tdur\ttest_mse\ttest_psnr");
            assertThat(lines[1]).startsWith("0\t\t0.");
            // The test error, of the last epoch alone, may still be worked out.
            assertThat(lines[3])
                    .startsWith("2\t%s\t%s\t%s\t"
                            .formatted(
                                    fixture.window.model().history().get(2).trainLoss(),
                                    fixture.window.model().history().get(2).validLoss(),
                                    fixture.window.model().history().get(2).seconds()));
        });
    }

    @Test
    void remembersThemeAndChartBetweenSittings() throws Exception {
        until("ready", () -> fixture.window.model().history().size() == 1);
        robot.clickOn("#theme").clickOn("#loss-logarithmic");
        onFx(() -> fixture.window.preferences().close());
        var again = new latentlab.preferences.Preferences(
                fixture.folder.resolve("settings.properties"),
                latentlab.preferences.Theme.LIGHT,
                java.util.Locale.ENGLISH);
        assertThat(again.themeProperty().get()).isEqualTo(latentlab.preferences.Theme.DARK);
        assertThat(again.lossOptionsProperty().get().logarithmic()).isTrue();
        again.close();
    }
}
