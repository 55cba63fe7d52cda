package latentlab.view.latent;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.function.UnaryOperator;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import latentlab.app.WindowFixture;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.Preset;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The latent map of codes that are no cloud: collapsed ones, those of one unit, and those without bounds. */
class MapInWindowTest {
    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(990, 720);

    private void train(int epochs, UnaryOperator<TrainingConfig> settings) {
        until("ready", () -> fixture.window.model().history().size() == 1);
        onFx(() -> fixture.window
                .model()
                .startOver(
                        settings.apply(fixture.window.model().settingsProperty().get())
                                .withEpochs(epochs)));
        until(
                "a new run",
                () -> fixture.window.model().history().size() == 1
                        && fixture.window.model().plannedEpochsProperty().get() == epochs);
        onFx(() -> fixture.window.model().train());
        until("trained", () -> fixture.window.model().history().size() == epochs + 1);
        untilMapped(epochs);
    }

    private void untilMapped(int epoch) {
        until("mapped", () -> fixture.find("#latent-map").getAccessibleText().contains("after epoch " + epoch + ";"));
    }

    private Label hint() {
        return fixture.find("#map-hint");
    }

    private String note() {
        return fixture.<Label>find("#map-note").getText();
    }

    @Test
    void saysSoWhenAllCodesLieOnOneSpot() {
        train(8, _ -> Preset.TWO_DIMENSIONS.config());
        assertThat(hint().isVisible()).isTrue();
        assertThat(hint().getText()).startsWith("2 of 2 units are stuck: all test images have nearly the same code");
        assertThat(hint().getText()).contains("tied model");
        assertThat(fixture.find("#latent-map").getAccessibleText())
                .contains("; unit 1 along x and unit 2 along y; 2,000 images of 10 classes.", hint().getText());

        // Along principal axes too, of which they would say that they show it all.
        onFx(() -> fixture.<ComboBox<?>>find("#latent-axes").getSelectionModel().selectFirst());
        until(
                "principal axes",
                () -> !fixture.find("#latent-unit-x").getParent().isVisible());
        assertThat(hint().isVisible()).isTrue();
        assertThat(note()).isEqualTo("2 of 2 units stuck");
        assertThat(fixture.<Label>find("#map-note").getTooltip().getText())
                .contains("Dead, giving nearly the same for all: 2.", "tied model")
                .as("what that is called")
                .contains("All images get the same code");

        onFx(() -> fixture.window.preferences().languageProperty().set(Locale.JAPANESE));
        until("Japanese", () -> hint().getText().contains("2 ユニット中 2 個が動かず"));
        onFx(() -> fixture.window.preferences().languageProperty().set(Locale.ENGLISH));

        onFx(() -> fixture.window.model().select(0));
        untilMapped(0);
        assertThat(hint().isVisible()).as("before training they are apart").isFalse();
        assertThat(note()).startsWith("shows");

        // A t-SNE tears apart even codes that are the same.
        onFx(() -> fixture.window.model().select(8));
        untilMapped(8);
        onFx(() -> fixture.<ComboBox<?>>find("#latent-axes").getSelectionModel().select(2));
        onFx(() -> fixture.<ComboBox<?>>find("#tsne-count").getSelectionModel().select(0));
        until(
                "said of a t-SNE too",
                () -> hint().isVisible() && hint().getText().startsWith("2 of 2 units are stuck"));
    }

    @Test
    void saysOfATsneTooThatSomeUnitsAreStuck() {
        train(2, config -> config.withLatent(20).with(Setting.CODE, Activation.RELU));
        onFx(() -> fixture.<ComboBox<?>>find("#latent-axes").getSelectionModel().select(2));
        onFx(() -> fixture.<ComboBox<?>>find("#tsne-count").getSelectionModel().select(0));
        until(
                "a t-SNE",
                () -> fixture.find("#latent-map").getAccessibleText().contains("t-SNE")
                        && note().matches("1?\\d of 20 units stuck"));
        assertThat(hint().isVisible()).as("others tell images apart").isFalse();
        assertThat(fixture.find("#map-note").getParent().isVisible()).isTrue();
        assertThat(fixture.<Label>find("#map-note").getTooltip().getText()).startsWith("Stuck units");
    }

    @Test
    void saysNothingOfTheSortOfCodesThatAreApart() {
        train(3, config -> config);
        assertThat(hint().isVisible()).isFalse();
        assertThat(note()).startsWith("shows");
    }

    @Test
    void showsOneUnitAsAStripWithTheClassesInBandsFromTheTop() {
        train(1, config -> config.withLatent(1));
        assertThat(note()).startsWith("one unit");
        assertThat(fixture.find("#latent-axes").isVisible())
                .as("there is nothing to choose")
                .isFalse();
        double above = 0;
        WritableImage all = fixture.picture("#latent-map");
        for (int label = 0; label < 10; label++) {
            ToggleButton chip = fixture.find("#class-" + label);
            onFx(chip::fire);
            double[] rows = rowsThatDiffer(all, fixture.picture("#latent-map"));
            onFx(chip::fire);
            assertThat(rows[0])
                    .as("class %d begins below the one before", label)
                    .isGreaterThanOrEqualTo(above);
            assertThat(rows[1] - rows[0]).as("is a band").isBetween(1.0, all.getHeight() / 10);
            above = rows[1];
        }
    }

    @Test
    void showsAllOfUnitsWithoutBounds() {
        train(1, _ -> Preset.TWO_DIMENSIONS_DEEP.config());
        float[] codes = fixture.run().latent(1);
        float most = 0;
        for (float code : codes) {
            most = Math.max(most, Math.abs(code));
        }
        assertThat(most).as("a linear code leaves the sigmoid's range").isGreaterThan(1.5f);
        WritableImage all = fixture.picture("#latent-map");
        for (int label = 0; label < 10; label++) {
            ToggleButton chip = fixture.find("#class-" + label);
            onFx(chip::fire);
        }
        double[] rows = rowsThatDiffer(all, fixture.picture("#latent-map"));
        assertThat(rows[0]).as("nothing is cut off above").isGreaterThan(3);
        assertThat(rows[1]).as("nor below").isLessThan(all.getHeight() - 3);
        assertThat(rows[1] - rows[0]).as("the map is made use of").isGreaterThan(0.7 * all.getHeight());
    }

    /** @return the first and the last row in which two pictures differ */
    private static double[] rowsThatDiffer(WritableImage a, WritableImage b) {
        PixelReader left = a.getPixelReader();
        PixelReader right = b.getPixelReader();
        double first = Double.POSITIVE_INFINITY;
        double last = Double.NEGATIVE_INFINITY;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                if (left.getArgb(x, y) != right.getArgb(x, y)) {
                    first = Math.min(first, y);
                    last = y;
                }
            }
        }
        return new double[] {first, last};
    }
}
