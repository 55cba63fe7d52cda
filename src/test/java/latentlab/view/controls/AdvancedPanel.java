package latentlab.view.controls;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.engine.settings.TrainingConfig;

/** The advanced settings of a window, as a hand and an eye find them. */
public final class AdvancedPanel {
    private final WindowFixture fixture;
    private final Hand robot;

    public AdvancedPanel(WindowFixture fixture, Hand robot) {
        this.fixture = fixture;
        this.robot = robot;
    }

    public void ready() {
        until("ready", () -> fixture.window.model().history().size() == 1);
    }

    public void unfold() {
        // Away from what has a tooltip, which would take the escape key for itself.
        robot.clickOn("#advanced").moveTo("#reconstruction-caption");
    }

    public void type(String selector, String text) {
        type(selector, text, true);
    }

    public void type(String selector, String text, boolean enter) {
        TextField field = find(selector);
        onFx(() -> {
            field.requestFocus();
            field.selectAll();
        });
        robot.write(text);
        if (enter) {
            press(KeyCode.ENTER);
        }
    }

    /** By the arrow keys, as on a keyboard. */
    public <T> void choose(String selector, T value) {
        ComboBox<T> box = find(selector);
        onFx(box::requestFocus);
        int steps = box.getItems().indexOf(value) - box.getItems().indexOf(box.getValue());
        for (int i = 0; i < Math.abs(steps); i++) {
            press(steps > 0 ? KeyCode.DOWN : KeyCode.UP);
        }
        assertThat(box.getValue()).isEqualTo(value);
    }

    /** @return the sentence under a setting, or null if there is none */
    public String problem(String setting) {
        return shown("#" + setting + "-problem")
                ? this.<Label>find("#" + setting + "-problem").getText()
                : null;
    }

    public boolean red(String selector) {
        return find(selector).getPseudoClassStates().contains(PseudoClass.getPseudoClass("danger"));
    }

    public TrainingConfig settings() {
        return fixture.window.model().settingsProperty().get();
    }

    public String help() {
        return this.<Label>find("#advanced-help").getText();
    }

    public void press(KeyCode key) {
        robot.press(key).release(key);
    }

    public boolean shown(String selector) {
        AtomicReference<Boolean> shown = new AtomicReference<>();
        onFx(() -> {
            Node node = find(selector);
            shown.set(node != null && visible(node));
        });
        return shown.get();
    }

    public static boolean visible(Node node) {
        return node == null || node.isVisible() && visible(node.getParent());
    }

    public <T extends Node> T find(String selector) {
        return fixture.find(selector);
    }

    public void layOut() {
        // Twice: whether there is room for the help follows from the first.
        for (int i = 0; i < 2; i++) {
            fixture.stage.getScene().getRoot().applyCss();
            fixture.stage.getScene().getRoot().layout();
        }
    }

    public void assertNoLabelIsCut() {
        onFx(() -> {
            layOut();
            for (Node node : find(".controls").lookupAll(".label")) {
                if (visible(node) && node instanceof Label label && label.lookup(".text") instanceof Text painted) {
                    assertThat(painted.getText()).isEqualTo(label.getText());
                }
            }
        });
    }
}
