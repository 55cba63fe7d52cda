package latentlab.view.step;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import latentlab.MadeUpImages;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person follows the step of training after the epoch shown. */
class StepInWindowTest {
    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(990, 720).loading((_, _) -> MadeUpImages.dataset(60, 6, 8));

    @Test
    void walksThroughTheStepWithTheRunsNumbers() {
        until("ready", () -> fixture.window.model().history().size() == 1);
        open();
        until("the first step", () -> heading().startsWith("After epoch 0: the first step of epoch 1"));
        assertThat(titles()).hasSize(8).first().isEqualTo("1  The image goes in");
        onFx(() -> fixture.window.model().trainOneEpoch());
        until("after it", () -> heading().startsWith("After epoch 1"));
        until("Adam's memory", () -> !step("#step-memory").getParent().isVisible());
        String before = values().getLast();
        onFx(() -> ((Spinner<?>) step("#step-unit")).increment(4));
        until("another unit", () -> values().getLast().equals(before) && words().contains("Latent unit 5 multiplies"));
        List<String> values = values();
        assertThat(Double.parseDouble(values.get(values.size() - 4).replace('−', '-')))
                .as("the formula comes to what the engine has")
                .isCloseTo(Double.parseDouble(values.get(values.size() - 3).replace('−', '-')), within(2e-6));

        onFx(() -> ((javafx.scene.control.Button) step("#step-copy")).fire());
        onFx(() -> assertThat(Clipboard.getSystemClipboard().getString())
                .startsWith("After epoch 1")
                .contains("6  The gradient of one weight", "encoder.weight[4, "));
        onFx(() -> fixture.window.preferences().languageProperty().set(Locale.JAPANESE));
        until("in Japanese", () -> titles().contains("5  損失"));
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        until("closed", () -> step("#step-copy") == null);
    }

    @Test
    void numbersThatThereAreNotAreRefusedWithTheirRange() {
        until("ready", () -> fixture.window.model().history().size() == 1);
        open();
        until("shown", () -> unit().getValue() == 1);
        int last = fixture.run().model().latent();
        type("two");
        until("told", () -> ("Type a whole number from 1 to " + last + ".").equals(remark()));
        robot.strike(KeyCode.ENTER);
        assertThat(unit().getEditor().getText()).as("still to be mended").isEqualTo("two");
        type(String.valueOf(last + 1));
        robot.strike(KeyCode.ENTER);
        assertThat(unit().getValue()).isEqualTo(1);
        type("２");
        until("quiet", () -> remark() == null);
        robot.strike(KeyCode.ENTER);
        until("unit 2", () -> words().contains("Latent unit 2 multiplies"));
        type("-1");
        until("told again", () -> remark() != null);
        onFx(() -> step("#step-pixel").requestFocus());
        until("left", () -> remark() == null);
        assertThat(unit().getEditor().getText()).isEqualTo("2");
    }

    @SuppressWarnings("unchecked")
    private static Spinner<Integer> unit() {
        return (Spinner<Integer>) step("#step-unit");
    }

    /** Full-width digits are no keys of the robot's. */
    private static void type(String text) {
        onFx(() -> {
            unit().getEditor().requestFocus();
            unit().getEditor().setText(text);
        });
    }

    /** @return the words beside the field of the latent unit; null if there are none */
    private static String remark() {
        return Window.getWindows().stream()
                .filter(each -> each instanceof Tooltip tip && "step-unit-remark".equals(tip.getId()))
                .map(each -> ((Tooltip) each).getText())
                .findFirst()
                .orElse(null);
    }

    @Test
    void theModelLeadsToIt() {
        until("ready", () -> fixture.window.model().history().size() == 1);
        onFx(() -> {
            ((javafx.scene.control.Button) fixture.find("#summary-step")).fire();
            assertThat(step("#step-empty").isVisible())
                    .as("that there is no run, while its numbers are worked out")
                    .isFalse();
        });
        until("open", () -> step("#step-copy") != null);
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        until("closed", () -> step("#step-copy") == null);
    }

    private void open() {
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N).release(KeyCode.N, KeyCode.SHIFT, KeyCode.CONTROL);
        until("open", () -> step("#step-copy") != null);
    }

    private static Node step(String selector) {
        return Window.getWindows().stream()
                .filter(window ->
                        window.isShowing() && window.getScene().getRoot().lookup("#step-heading") != null)
                .map(window -> window.getScene().getRoot().lookup(selector))
                .findFirst()
                .orElse(null);
    }

    private static String heading() {
        return ((Label) step("#step-heading")).getText();
    }

    private static List<String> texts(String style) {
        return step("#step-scroll").lookupAll(style).stream()
                .map(node -> ((Label) node).getText())
                .toList();
    }

    private static List<String> titles() {
        return texts(".step-title");
    }

    private static List<String> values() {
        return texts(".step-value");
    }

    private static String words() {
        return String.join("\n", texts(".step-part > .label"));
    }
}
