package latentlab.view.input;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person types numbers that cannot be taken into a spinner. */
class RangedNumberInWindowTest {
    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(990, 720);

    private Spinner<Integer> image() {
        return fixture.find("#decode-image");
    }

    private String text() {
        return image().getEditor().getText();
    }

    private void type(String text) {
        onFx(() -> {
            image().getEditor().requestFocus();
            image().getEditor().selectAll();
        });
        robot.write(text);
    }

    /** @return the words beside the spinner; null if there are none */
    private static String remark() {
        return Window.getWindows().stream()
                .filter(each -> each instanceof Tooltip tip && "decode-image-remark".equals(tip.getId()))
                .map(each -> ((Tooltip) each).getText())
                .findFirst()
                .orElse(null);
    }

    @Test
    void saysItsRangeAndKeepsWhatWasTypedUntilItIsLeft() {
        fixture.train(1, UnaryOperator.identity());
        robot.strike(KeyCode.CONTROL, KeyCode.DIGIT2);
        int before = image().getValue();
        type("2000");
        until("told", () -> "Type a whole number from 0 to 1999.".equals(remark()));
        robot.strike(KeyCode.ENTER);
        assertThat(text()).isEqualTo("2000");
        assertThat(image().getValue()).isEqualTo(before);
        assertThat(image().getEditor().getAccessibleHelp()).isEqualTo("Type a whole number from 0 to 1999.");
        robot.strike(KeyCode.BACK_SPACE);
        until("quiet", () -> remark() == null);
        robot.strike(KeyCode.ENTER);
        assertThat(image().getValue()).isEqualTo(200);

        type("1.5");
        until("told again", () -> remark() != null);
        Node elsewhere = fixture.find("#decode-random");
        onFx(elsewhere::requestFocus);
        until("left", () -> remark() == null);
        assertThat(text()).isEqualTo("200");
    }
}
