package latentlab;

import static latentlab.WindowFixture.onFx;
import static latentlab.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import latentlab.settings.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** What the window looks like in both languages and themes, at the size it opens with. */
@ExtendWith(ApplicationExtension.class)
class AppearanceTest {
    private WindowFixture fixture;

    @Start
    void start(Stage stage) throws Exception {
        fixture = new WindowFixture(stage, 1280, 800);
    }

    @AfterEach
    void hasEveryColour() {
        fixture.assertStyled();
    }

    @Stop
    void stop() throws Exception {
        fixture.close();
    }

    @Test
    void clipsNoTextInEitherLanguageBeforeDuringAndAfterTraining() {
        until("ready", () -> fixture.window.model().history().size() == 1);
        assertThat(fixture.stage.getScene().getWidth()).isEqualTo(1280);
        for (Locale language : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
            onFx(() -> fixture.window.preferences().languageProperty().set(language));
            assertThat(clipped()).as("%s, untrained", language).isEmpty();
        }
        onFx(() -> fixture.window.model().train());
        until("training", () -> fixture.window.model().history().size() > 12);
        for (Locale language : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
            onFx(() -> fixture.window.preferences().languageProperty().set(language));
            assertThat(clipped()).as("%s, training", language).isEmpty();
        }
        onFx(() -> fixture.window.model().stop());
        onFx(() -> fixture.window
                .model()
                .setSettings(fixture.window
                        .model()
                        .settingsProperty()
                        .get()
                        .withLatent(2)
                        .withBatch(64)
                        .withSeed(7)));
        for (Locale language : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
            onFx(() -> fixture.window.preferences().languageProperty().set(language));
            assertThat(clipped()).as("%s, with settings that wait", language).isEmpty();
        }
    }

    @Test
    void switchesThemeAndLanguageWithoutLosingAnything() {
        until("ready", () -> fixture.window.model().history().size() == 1);
        onFx(() -> fixture.window.model().trainOneEpoch());
        until("one epoch", () -> fixture.window.model().history().size() == 2);
        onFx(() -> fixture.window.model().select(0));
        TextField seed = fixture.find("#seed-field");
        onFx(() -> seed.setText("12x"));

        onFx(() -> fixture.<Button>find("#language").fire());
        onFx(() -> fixture.<Button>find("#theme").fire());

        assertThat(fixture.<Button>find("#train").getText()).isEqualTo("再開");
        assertThat(fixture.stage.getScene().getRoot().getStyleClass()).contains("dark");
        assertThat(fixture.window.preferences().themeProperty().get()).isEqualTo(Theme.DARK);
        assertThat(fixture.window.model().history()).hasSize(2);
        assertThat(fixture.window.model().selectedEpochProperty().get()).isZero();
        assertThat(seed.getText()).as("text being typed").isEqualTo("12x");

        onFx(() -> fixture.<Button>find("#language").fire());
        onFx(() -> fixture.<Button>find("#theme").fire());
        assertThat(fixture.<Button>find("#train").getText()).isEqualTo("Resume");
        assertThat(fixture.complaints).as("style sheets and log").isEmpty();
    }

    @Test
    void namesEveryControlForScreenReadersAndExplainsItOnHover() {
        until("ready", () -> fixture.window.model().history().size() == 1);
        List<String> unnamed = new ArrayList<>();
        onFx(() -> walk(fixture.stage.getScene().getRoot(), node -> {
            boolean touched = node instanceof Control control
                    && control.getId() != null
                    && control.isFocusTraversable()
                    && !(control instanceof ScrollBar)
                    && !control.getClass().getName().startsWith("javafx.scene.control.skin");
            if (touched) {
                Control control = (Control) node;
                boolean named = control.getAccessibleText() != null
                        && !control.getAccessibleText().isBlank();
                if (!named || control.getTooltip() == null) {
                    unnamed.add(control.getId());
                }
            }
        }));
        assertThat(unnamed).isEmpty();
    }

    /** Texts that are painted shorter than they are, by what the skins have really laid out. */
    private List<String> clipped() {
        List<String> clipped = new ArrayList<>();
        onFx(() -> {
            fixture.stage.getScene().getRoot().applyCss();
            fixture.stage.getScene().getRoot().layout();
            walk(fixture.stage.getScene().getRoot(), node -> {
                if (node instanceof Labeled labeled
                        && labeled.getText() != null
                        && !labeled.getText().isBlank()
                        && labeled.lookup(".text") instanceof Text painted
                        && !painted.getText().equals(labeled.getText())) {
                    clipped.add(labeled.getText() + " as " + painted.getText());
                }
            });
        });
        return clipped;
    }

    private static void walk(Node node, java.util.function.Consumer<Node> visit) {
        if (!node.isVisible()) {
            return;
        }
        visit.accept(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, visit));
        }
    }
}
