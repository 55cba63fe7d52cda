package latentlab.view.main;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.view.Zoomed;
import latentlab.view.paint.FigureCanvas;
import org.controlsfx.control.PopOver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Ctrl and plus, minus and zero change the size of everything in the window, and of what opens from it. */
class TextSizeInWindowTest {
    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(990, 720);

    private int size() {
        return fixture.window.preferences().textSizeProperty().get();
    }

    private static <T> T get(Supplier<T> what) {
        AtomicReference<T> got = new AtomicReference<>();
        onFx(() -> got.set(what.get()));
        return got.get();
    }

    private Bounds seen(String selector) {
        Node node = fixture.find(selector);
        return get(() -> node.localToScene(node.getLayoutBounds()));
    }

    @Test
    void everythingGrowsWithItAndItIsKept() {
        fixture.train(1, config -> config);
        double button = seen("#train").getHeight();
        double row = seen(".epoch-table .table-row-cell").getHeight();
        double icon = seen("#help .icon").getWidth();

        robot.press(KeyCode.CONTROL).type(KeyCode.EQUALS, 3).release(KeyCode.CONTROL);
        until("150 %", () -> size() == 150);
        onFx(() -> fixture.stage.getScene().getRoot().layout());

        assertThat(seen("#train").getHeight()).isCloseTo(1.5 * button, within(0.1));
        assertThat(seen(".epoch-table .table-row-cell").getHeight()).isCloseTo(1.5 * row, within(0.1));
        assertThat(seen("#help .icon").getWidth()).isCloseTo(1.5 * icon, within(0.1));
        FigureCanvas canvas = (FigureCanvas) fixture.find("#loss-chart FigureCanvas");
        assertThat(get(() -> Zoomed.of(canvas.getParent()))).isEqualTo(1.5);
        assertThat(get(canvas::density)).as("as sharp as the screen").isEqualTo(1.5);
        assertThat(get(canvas::getWidth)).isCloseTo(1.5 * get(() -> canvas.prefWidth(-1)), within(0.1));

        robot.press(KeyCode.CONTROL).type(KeyCode.MINUS).release(KeyCode.CONTROL);
        until("125 %", () -> size() == 125);
        fixture.reopen();
        assertThat(size()).isEqualTo(125);
        onFx(() -> fixture.stage.getScene().getRoot().layout());
        assertThat(seen("#train").getHeight()).as("seen after the next start").isCloseTo(1.25 * button, within(0.1));
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT0).release(KeyCode.CONTROL);
        until("100 %", () -> size() == 100);
        onFx(() -> fixture.stage.getScene().getRoot().layout());
        assertThat(seen("#train").getHeight()).isEqualTo(button);
    }

    @Test
    void cardsAndTooltipsHaveTheSizeOfTheWindow() {
        onFx(() -> fixture.window.preferences().textSizeProperty().set(110));
        robot.strike(KeyCode.F1);
        until("the card", () -> robot.listWindows().stream().anyMatch(window -> window instanceof PopOver));
        Labeled key = robot.lookup(".help-card .help-key").query();
        assertThat(get(() -> Zoomed.of(key))).isEqualTo(1.1);
        robot.strike(KeyCode.ESCAPE);
        robot.moveTo("#theme");
        until("the tooltip", () -> robot.lookup(".tooltip .text").tryQuery().isPresent());
        Text tooltip = robot.lookup(".tooltip .text").query();
        assertThat(get(() -> tooltip.getFont().getSize())).isEqualTo(14);
    }

    @Test
    void theStatusLineLeavesOutWhatHasNoRoomAndSaysItOnHover() {
        fixture.train(1, config -> config);
        Control status = fixture.find("#status");
        until(
                "all of it",
                () -> status.getTooltip()
                        .getText()
                        .startsWith(fixture.<Label>find(".status-label").getText() + "\n"));
        String all = get(() -> fixture.<Label>find(".status-label").getText());
        onFx(() -> fixture.window.preferences().textSizeProperty().set(250));
        until("some of it", () -> fixture.<Label>find(".status-label").getText().length() < all.length());
        onFx(() -> fixture.stage.getScene().getRoot().layout());
        Text painted = get(() -> (Text) fixture.find(".status-label").lookup(".text"));
        assertThat(all).startsWith(get(painted::getText)).startsWith("Finished  ·  ");
        assertThat(get(() -> status.getTooltip().getText())).startsWith(all + "\n");
    }

    @Test
    void neverSmallerThanTheLeastNorLargerThanTheMost() {
        robot.press(KeyCode.CONTROL).type(KeyCode.MINUS, 5).release(KeyCode.CONTROL);
        until("the least", () -> size() == 80);
        robot.press(KeyCode.CONTROL).type(KeyCode.ADD, 15).release(KeyCode.CONTROL);
        until("the most", () -> size() == 250);
    }
}
