package latentlab.app;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.text.Text;
import latentlab.engine.settings.TrainingConfig;
import latentlab.preferences.Theme;
import latentlab.run.RunState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the window looks like in both languages and themes, at the size it opens with. */
class AppearanceTest {
    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(1280, 800);

    @Test
    void clipsNoTextInEitherLanguageBeforeDuringAndAfterTraining() {
        until("ready", () -> fixture.window.model().history().size() == 1);
        assertThat(fixture.stage.getScene().getWidth()).isEqualTo(1280);
        assertNothingClipped("untrained");
        onFx(() -> fixture.window.model().train());
        until("training", () -> fixture.window.model().history().size() > 12);
        assertNothingClipped("training");
        onFx(() -> fixture.window.model().stop());
        until("stopped", () -> fixture.window.model().stateProperty().get() == RunState.STOPPED);
        assertNothingClipped("stopped");
        onFx(() -> fixture.window
                .model()
                .setSettings(fixture.window
                        .model()
                        .settingsProperty()
                        .get()
                        .withLatent(2)
                        .withBatch(64)
                        .withSeed(7)));
        assertNothingClipped("with settings that wait");
    }

    @Test
    void clipsNoTextOfARunThatIsFinishedNorOfItsMap() {
        until("ready", () -> fixture.window.model().history().size() == 1);
        onFx(() -> fixture.window
                .model()
                .setSettings(fixture.window.model().settingsProperty().get().withEpochs(1)));
        onFx(() -> fixture.window.model().train());
        until("finished", () -> fixture.window.model().stateProperty().get() == RunState.FINISHED);
        onFx(() -> fixture.window
                .model()
                .setSettings(fixture.window.model().settingsProperty().get().withEpochs(TrainingConfig.MAX_EPOCHS)));
        // "Train 100000 more" is long for a button.
        assertNothingClipped("finished");
        onFx(() -> fixture.<ComboBox<?>>find("#latent-axes").getSelectionModel().select(1));
        assertNothingClipped("two units");
        onFx(() -> fixture.<Slider>find("#loss-smoothing").setValue(0.95));
        onFx(() -> fixture.<ToggleButton>find("#loss-threePanels").fire());
        assertNothingClipped("three panels, smoothed");

        onFx(() -> {
            fixture.stage.setWidth(1024);
            fixture.stage.setHeight(700);
        });
        assertNothingClipped("at 1024 x 700, two units");
        onFx(() -> fixture.<ComboBox<?>>find("#latent-axes").getSelectionModel().select(0));
        until("mapped", () -> !fixture.<Label>find("#map-note").getText().isEmpty());
        assertNothingClipped("at 1024 x 700, principal axes");
        assertThat(rightEnd()).as("nothing is pushed out of the window").isLessThanOrEqualTo(1024);
        assertThat(chipRows()).as("rows of the legend").isOne();
    }

    /** @return how far to the right the views reach */
    private double rightEnd() {
        return fixture.find(".right")
                .localToScene(fixture.find(".right").getLayoutBounds())
                .getMaxX();
    }

    private long chipRows() {
        return fixture.<Parent>find("#latent-legend").getChildrenUnmodifiable().stream()
                .mapToDouble(Node::getLayoutY)
                .distinct()
                .count();
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
        // Those that are not there at first too.
        onFx(() -> fixture.<ComboBox<?>>find("#latent-axes").getSelectionModel().select(1));
        List<Node> reached = new ArrayList<>(reached());
        onFx(() -> fixture.<ToggleButton>find("#show-summary").fire());
        reached.addAll(reached());
        assertThat(reached).extracting(Node::getId).contains("latent-map", "loss-chart", "latent-unit-y", "summary");
        assertThat(reached).allSatisfy(node -> {
            assertThat(node.getAccessibleText()).as("name of %s", node).isNotBlank();
            // The track shows the epoch under the pointer instead.
            if (node instanceof Control control && !"timeline-track".equals(node.getId())) {
                assertThat(control.getTooltip()).as("tooltip of %s", node).isNotNull();
                assertThat(control.getTooltip().getText())
                        .as("tooltip of %s", node)
                        .isNotBlank();
            }
        });
    }

    /** What the tab key goes to. */
    private List<Node> reached() {
        List<Node> reached = new ArrayList<>();
        onFx(() -> walk(fixture.stage.getScene().getRoot(), node -> {
            if (node.isFocusTraversable() && !partOfAnother(node)) {
                reached.add(node);
            }
        }));
        return reached;
    }

    /** Whether something is made by a control's skin, as the bars of a table are: the control is named. */
    private static boolean partOfAnother(Node node) {
        for (Parent parent = node.getParent(); parent != null; parent = parent.getParent()) {
            boolean holdsOthers = parent instanceof SplitPane || parent instanceof ScrollPane;
            if (parent instanceof Control
                    && !holdsOthers
                    && !parent.getClass().getName().startsWith("org.controlsfx")) {
                return true;
            }
        }
        return node instanceof ScrollBar;
    }

    private void assertNothingClipped(String when) {
        for (Locale language : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
            onFx(() -> fixture.window.preferences().languageProperty().set(language));
            assertThat(clipped()).as("%s, %s", language, when).isEmpty();
        }
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
                        && labeled.lookup(".text") instanceof Text painted) {
                    if (!painted.getText().equals(labeled.getText())) {
                        clipped.add(labeled.getText() + " as " + painted.getText());
                    }
                    // The whole line: its bounds in the label are those of what is left of it.
                    double missing = painted.getLayoutBounds().getHeight() - labeled.getHeight();
                    if (missing > 1) {
                        clipped.add(labeled.getText() + ", " + missing + " too low for it");
                    }
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
