package latentlab.view.glossary;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Cell;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.glossary.Term;
import latentlab.text.Messages;
import latentlab.view.words.Terms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person asks what a word or a figure means. */
class GlossaryInWindowTest {
    private static final Messages ENGLISH = new Messages(Locale.ENGLISH);

    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(990, 720);

    @Test
    void explainsTheControlThatHasTheFocusAndGoesOnToOtherTerms() {
        until("ready", () -> fixture.window.model().history().size() == 1);
        robot.moveTo("#train");
        onFx(() -> fixture.find("#rate-field").requestFocus());
        press(KeyCode.CONTROL, KeyCode.F1);
        until("a card", () -> "Learning rate".equals(shown()));
        robot.clickOn("#term-link-schedule");
        until("the next", () -> "Learning rate schedule".equals(shown()));
        robot.clickOn("#term-all");
        until("all terms", () -> glossary() != null && chosen() == Term.SCHEDULE);

        robot.clickOn("#glossary-search").write("kept");
        until("found", () -> chosen() == Term.NEIGHBOURS_KEPT);
        onFx(() -> fixture.window.preferences().languageProperty().set(Locale.JAPANESE));
        until("in Japanese", () -> glossary().getTitle().equals("用語集"));
        press(KeyCode.ESCAPE);
        until("closed", () -> glossary() == null);
    }

    @Test
    void opensFromTheMenuOfLessonsWhoseKeyGoesOnWorking() {
        until("ready", () -> fixture.window.model().history().size() == 1);
        for (int time = 0; time < 2; time++) {
            robot.clickOn("#learn");
            robot.clickOn("#learn-glossary");
            until("the glossary", () -> glossary() != null);
            press(KeyCode.ESCAPE);
            until("closed", () -> glossary() == null);
        }
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F1);
        until("the glossary by its key", () -> glossary() != null);
        press(KeyCode.ESCAPE);
        until("closed", () -> glossary() == null);
    }

    @Test
    void isAsMuchLargerAsItsText() {
        until("ready", () -> fixture.window.model().history().size() == 1);
        onFx(() -> fixture.window.preferences().textSizeProperty().set(125));
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F1);
        until("the glossary", () -> glossary() != null);
        onFx(() -> assertThat(glossary().getScene().getWidth()).isEqualTo(1.25 * 760));
        press(KeyCode.ESCAPE);
        until("closed", () -> glossary() == null);
    }

    @Test
    void figuresThatChangeWhatTheyAreChangeWhatExplainsThem() {
        until("ready", () -> fixture.window.model().history().size() == 1);
        assertThat(Terms.of(fixture.find("#status"))).isEqualTo(Term.VALIDATION);
        assertThat(Terms.of(fixture.find("#loss-chart"))).isEqualTo(Term.LOSS);
        onFx(() -> fixture.<ComboBox<?>>find("#loss-shown").getSelectionModel().select(1));
        assertThat(Terms.of(fixture.find("#loss-chart"))).isEqualTo(Term.PSNR);
    }

    @Test
    void explainsTheHeadingThatIsClicked() {
        until("ready", () -> fixture.window.model().history().size() == 1);
        AtomicReference<Node> heading = new AtomicReference<>();
        onFx(() -> heading.set(fixture.stage.getScene().getRoot().lookupAll(".term").stream()
                .filter(node -> ((Label) node).getText().equals("Latent map"))
                .findFirst()
                .orElseThrow()));
        onFx(() -> assertThat(((Label) heading.get()).getTooltip().getText())
                .startsWith("The test images as points")
                .endsWith("Click, or Ctrl+F1: more"));
        robot.clickOn(heading.get());
        until("a card", () -> "Latent map".equals(shown()));
        press(KeyCode.ESCAPE);
        until("no card", () -> shown() == null);
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F1);
        until("the glossary", () -> glossary() != null);
        assertThat(((ListView<?>) glossary().getScene().getRoot().lookup("#glossary-list")).getItems())
                .as("all terms, before anything is looked for")
                .hasSize(Term.values().length);
    }

    @Test
    void everyFigureTellsItsTermWhenPointedAt() {
        fixture.train(2, settings -> settings);
        until(
                "the figures of the map",
                () -> fixture.find("#map-quality").getAccessibleText().contains("kept"));
        onFx(() -> {
            Set<Term> told = EnumSet.noneOf(Term.class);
            assertThat(untold(fixture.stage.getScene(), told)).isEmpty();
            assertThat(told)
                    .contains(
                            Term.EPOCH,
                            Term.LOSS,
                            Term.VALIDATION,
                            Term.MSE,
                            Term.NEAREST_NEIGHBOURS,
                            Term.NEIGHBOURS_ON_MAP,
                            Term.TRUSTWORTHINESS,
                            Term.NEIGHBOURS_KEPT,
                            Term.KL_DIVERGENCE,
                            Term.PERPLEXITY,
                            Term.PCA,
                            Term.DEAD_UNIT,
                            Term.PARAMETER,
                            Term.TIED);
        });
    }

    @Test
    void everyFigureOfAStepTellsItsTermAndTheKeyExplainsItThere() {
        fixture.train(1, settings -> settings);
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
        until("the step", () -> figures("#step-heading", ".step-value") > 20);
        onFx(() -> {
            Set<Term> told = EnumSet.noneOf(Term.class);
            assertThat(untold(sceneWith("#step-heading"), told)).isEmpty();
            assertThat(told)
                    .contains(
                            Term.BATCH,
                            Term.UNIT,
                            Term.BIAS,
                            Term.ACTIVATION,
                            Term.DECODER,
                            Term.LOSS,
                            Term.GRADIENT,
                            Term.BACKPROPAGATION,
                            Term.OPTIMISER,
                            Term.LEARNING_RATE,
                            Term.WEIGHT);
        });
        robot.moveTo("#step-copy");
        onFx(() -> sceneWith("#step-heading").lookup("#step-unit").requestFocus());
        press(KeyCode.CONTROL, KeyCode.F1);
        until("a card", () -> "Unit".equals(shown()));
        press(KeyCode.ESCAPE);
        until("no card", () -> shown() == null);
        robot.clickOn("1  The image goes in");
        until("a card of the part", () -> "Batch".equals(shown()));
        press(KeyCode.ESCAPE);
        until("no card again", () -> shown() == null);
        press(KeyCode.ESCAPE);
        until("closed", () -> sceneWith("#step-heading") == null);
    }

    @Test
    void theKeyExplainsWhatIsChosenForAnExport() {
        fixture.train(1, settings -> settings);
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        until("the export", () -> sceneWith("#export-epochs-first") != null);
        robot.moveTo("#export-save");
        onFx(() ->
                sceneWith("#export-epochs-first").lookup("#export-epochs-first").requestFocus());
        press(KeyCode.CONTROL, KeyCode.F1);
        until("a card", () -> "Epoch".equals(shown()));
        press(KeyCode.ESCAPE);
        until("no card", () -> shown() == null);
        robot.clickOn("#export-cancel");
        until("closed", () -> sceneWith("#export-epochs-first") == null);
    }

    private static Scene sceneWith(String selector) {
        return Window.getWindows().stream()
                .filter(Window::isShowing)
                .map(Window::getScene)
                .filter(scene -> scene.getRoot().lookup(selector) != null)
                .findFirst()
                .orElse(null);
    }

    private static int figures(String selector, String style) {
        Scene scene = sceneWith(selector);
        return scene == null ? 0 : scene.getRoot().lookupAll(style).size();
    }

    /** @return figures that tell no term when they are pointed at. @param told to which the terms that are told go */
    private static List<String> untold(Scene scene, Set<Term> told) {
        List<String> untold = new ArrayList<>();
        for (Control control : controls(scene.getRoot())) {
            Term term = Terms.of(control);
            if (term != null && tooltip(control).contains(ENGLISH.text(term.sentence()))) {
                told.add(term);
            } else if (control instanceof Label label && isFigure(label)) {
                untold.add(label.getId() + label.getStyleClass() + ": " + label.getText());
            }
        }
        return untold;
    }

    /** Numbers along a slider are its scale. */
    private static boolean isFigure(Label label) {
        return label.getText() != null
                && label.getText().matches(".*\\d.*")
                && !label.getParent().getStyleClass().contains("slider-marks");
    }

    /** @return what is said of a control, or of what it is in */
    private static String tooltip(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each instanceof Control control && control.getTooltip() != null) {
                return control.getTooltip().getText();
            }
        }
        return "";
    }

    /** All that are in a node, seen or not, but for the lists of what is chosen from. */
    private static List<Control> controls(Node node) {
        List<Control> found = new ArrayList<>();
        if (node instanceof Control control) {
            found.add(control);
        }
        if (node instanceof Parent parent && !(node instanceof Cell<?>)) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(controls(child)));
        }
        return found;
    }

    private void press(KeyCode... keys) {
        robot.press(keys);
        robot.release(keys);
    }

    private String shown() {
        return Window.getWindows().stream()
                .filter(window ->
                        window.isShowing() && window.getScene().getRoot().lookup(".term-card") != null)
                .map(window -> ((Label) window.getScene().getRoot().lookup(".term-pane .title-4")).getText())
                .findFirst()
                .orElse(null);
    }

    private static Stage glossary() {
        return Window.getWindows().stream()
                .filter(window ->
                        window.isShowing() && window.getScene().getRoot().lookup("#glossary-list") != null)
                .map(Stage.class::cast)
                .findFirst()
                .orElse(null);
    }

    private static Term chosen() {
        ListView<?> list = (ListView<?>) glossary().getScene().getRoot().lookup("#glossary-list");
        return (Term) list.getSelectionModel().getSelectedItem();
    }
}
