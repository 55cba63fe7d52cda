package latentlab.view.main;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicReference;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Screen;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.preferences.Dividers;
import latentlab.run.RunState;
import latentlab.session.TrainingModel;
import latentlab.view.Zoomed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The user gives views more or less room, or all of it. */
class LayoutInWindowTest {
    /** Of the height of the screen: letters of 23 points on 1920 x 1080. */
    private static final double LEGIBLE = 0.0215;

    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(1000, 800);

    private Bounds seen(String selector) {
        AtomicReference<Bounds> seen = new AtomicReference<>();
        onFx(() -> {
            fixture.stage.getScene().getRoot().layout();
            Node node = fixture.find(selector);
            seen.set(node.localToScene(node.getLayoutBounds()));
        });
        return seen.get();
    }

    /** @return height of the smallest letters in a node, as they are seen, in points of the screen */
    private double letters(String selector) {
        AtomicReference<Double> least = new AtomicReference<>();
        onFx(() -> least.set(fixture.find(selector).lookupAll(".text").stream()
                .map(Text.class::cast)
                .mapToDouble(text -> text.getFont().getSize() * Zoomed.of(text))
                .min()
                .orElseThrow()));
        return least.get();
    }

    private boolean isSeen(String selector) {
        AtomicReference<Boolean> seen = new AtomicReference<>();
        onFx(() -> {
            Node node = fixture.find(selector);
            boolean visible = node != null;
            for (Node each = node; each != null; each = each.getParent()) {
                visible &= each.isVisible();
            }
            seen.set(visible);
        });
        return seen.get();
    }

    private Dividers dividers() {
        return fixture.window.preferences().dividersProperty().get();
    }

    @Test
    void dividersAreMovedByKeysKeptAndPutBack() {
        fixture.train(1, config -> config);
        // Beside them, chart and map have no more than they need.
        robot.strike(KeyCode.F9);
        until("no settings", () -> !isSeen("#train"));
        double width = seen("#loss-chart").getWidth();
        onFx(() -> fixture.find("#divide-charts").requestFocus());
        robot.type(KeyCode.RIGHT, 2);
        until("a wider chart", () -> seen("#loss-chart").getWidth() > width + 40);
        double wider = seen("#loss-chart").getWidth();

        double height = seen("#latent-map").getHeight();
        onFx(() -> fixture.find("#divide-rows").requestFocus());
        robot.type(KeyCode.DOWN, 2);
        until("a higher map", () -> Math.abs(seen("#latent-map").getHeight() - height - 48) < 8);
        assertThat(fixture.window.model().selectedEpochProperty().get())
                .as("the timeline's keys")
                .isEqualTo(1);

        Dividers moved = dividers();
        fixture.reopen();
        until("ready", () -> fixture.window.model().history().size() == 1);
        assertThat(dividers()).isEqualTo(moved);
        assertThat(seen("#loss-chart").getWidth()).isCloseTo(wider, within(2.0));

        robot.doubleClickOn("#divide-charts");
        until("put back", () -> Double.isNaN(dividers().charts()));
        assertThat(seen("#loss-chart").getWidth()).isCloseTo(width, within(8.0));
        onFx(() -> fixture.find("#divide-rows").requestFocus());
        robot.type(KeyCode.DELETE);
        until("put back", () -> Double.isNaN(dividers().rows()));
    }

    @Test
    void anyViewFillsTheWindowAndGivesTheRoomBack() {
        fixture.train(1, config -> config);
        double height = seen("#latent-map").getHeight();
        robot.clickOn("#fill-map");
        until("no chart", () -> !isSeen("#loss-chart"));
        assertThat(isSeen("#reconstruction-grid")).isFalse();
        assertThat(isSeen("#timeline-track")).as("the timeline stays").isTrue();
        assertThat(seen("#latent-map").getHeight()).isGreaterThan(height + 150);
        robot.type(KeyCode.ESCAPE);
        until("the chart", () -> isSeen("#loss-chart") && isSeen("#reconstruction-grid"));

        onFx(() -> fixture.find("#loss-chart").requestFocus());
        robot.strike(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
        until("the chart alone", () -> isSeen("#loss-chart") && !isSeen("#latent-map"));
        robot.strike(KeyCode.CONTROL, KeyCode.DIGIT2);
        until("a panel that is asked for", () -> isSeen(".decode") && isSeen("#latent-map"));

        robot.strike(KeyCode.F9);
        until("no settings", () -> !isSeen("#train"));
        assertThat(fixture.window.preferences().settingsFoldedProperty().get()).isTrue();
        robot.clickOn("#fold-settings");
        until("settings", () -> isSeen("#train"));
    }

    @Test
    void viewsArePresentedLargeAndTrainedMeanwhile() {
        TrainingModel model = fixture.window.model();
        until("ready", () -> model.history().size() == 1);
        // Epochs so slow that the last one is not trained before it is paused.
        onFx(() -> model.setSettings(model.settingsProperty().get().withBatch(4)));
        robot.strike(KeyCode.F11);
        until("the map alone", () -> isSeen("#presentation") && isSeen("#latent-map") && !isSeen("#loss-chart"));
        assertThat(fixture.stage.isFullScreen()).isTrue();
        assertThat(isSeen("#latent-field")).as("settings").isFalse();
        assertThat(letters("#latent-legend"))
                .as("a legend for the last row")
                .isGreaterThan(LEGIBLE * Screen.getPrimary().getBounds().getHeight());
        robot.type(KeyCode.DIGIT1);
        until("the chart alone", () -> isSeen("#loss-chart") && !isSeen("#latent-map"));
        robot.clickOn("#present-train");
        until("training", () -> model.history().size() > 2);
        robot.clickOn("#present-pause");
        until("paused", () -> model.stateProperty().get() == RunState.PAUSED);
        robot.type(KeyCode.DIGIT3);
        until("images", () -> isSeen("#reconstruction-grid") && !isSeen("#loss-chart"));
        robot.type(KeyCode.HOME);
        until("the timeline", () -> model.selectedEpochProperty().get() == 0);
        robot.type(KeyCode.DIGIT4);
        until("all", () -> isSeen("#reconstruction-grid") && isSeen("#loss-chart") && isSeen("#latent-map"));
        robot.type(KeyCode.ESCAPE);
        until("left", () -> !isSeen("#presentation") && isSeen("#latent-field"));
        assertThat(fixture.stage.isFullScreen()).isFalse();
        assertThat(fixture.window.preferences().textSizeProperty().get()).isEqualTo(100);
    }
}
