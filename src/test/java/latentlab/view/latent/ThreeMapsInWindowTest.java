package latentlab.view.latent;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Spinner;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import latentlab.MadeUpImages;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.preferences.MapLayout;
import latentlab.run.Run;
import latentlab.run.RunState;
import latentlab.session.TrainingModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.util.WaitForAsyncUtils;

/** Maps side by side, of other epochs and other runs, and the notebook's comparison. */
class ThreeMapsInWindowTest {
    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture =
            new WindowFixture(990, 720).loading((_, _) -> MadeUpImages.dataset(2000, 10, 10));

    @BeforeEach
    void ready() {
        until("ready", () -> fixture.window.model().history().size() == 1);
    }

    private void train(int latent, int epochs) {
        onFx(() -> fixture.window
                .model()
                .startOver(fixture.window
                        .model()
                        .settingsProperty()
                        .get()
                        .withLatent(latent)
                        .withEpochs(epochs)));
        onFx(() -> fixture.window.model().train());
        until(
                "trained",
                () -> fixture.window.model().history().size() == epochs + 1
                        && fixture.run().model().latent() == latent);
    }

    private void choose(String box, int index) {
        onFx(() -> fixture.<ComboBox<?>>find(box).getSelectionModel().select(index));
    }

    private String shownIn(String box) {
        return ((ListCell<?>) fixture.<ComboBox<?>>find(box).getButtonCell()).getText();
    }

    private boolean showsLosses() {
        for (Node each = fixture.find("#loss-chart"); each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private double mapHeight() {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            fixture.stage.getScene().getRoot().layout();
            return fixture.find("#latent-map").getLayoutBounds().getHeight();
        });
    }

    private String conclusion() {
        return fixture.<Label>find("#map-conclusion").getText();
    }

    @Test
    void threeMapsTakeTheRowAndOneGivesItBack() {
        fixture.untilMapped("#latent-map", 0);
        double beside = mapHeight();
        robot.clickOn("#maps-three");
        fixture.untilMapped("#latent-map-2", 0);
        fixture.untilMapped("#latent-map-3", 0);
        assertThat(showsLosses()).isFalse();
        robot.clickOn("#maps-large");
        until("one large map", () -> fixture.find("#latent-map-2") == null && !showsLosses());
        assertThat(fixture.window.preferences().mapLayoutProperty().get()).isEqualTo(MapLayout.LARGE);
        assertThat(mapHeight()).as("the height that there is").isGreaterThan(beside + 30);
        robot.clickOn("#maps-beside");
        until(
                "the chart, and the height that the map had",
                () -> showsLosses()
                        && fixture.find("#latent-map").getLayoutBounds().getHeight() == beside);
    }

    @Test
    void aPinnedMapStaysAtItsEpochWhileTheOtherFollowsTheTimeline() {
        train(2, 4);
        robot.clickOn("#maps-three");
        fixture.untilMapped("#latent-map", 4);
        fixture.untilMapped("#latent-map-3", 0);
        onFx(() -> fixture.<Spinner<Integer>>find("#latent-epoch-3")
                .getValueFactory()
                .setValue(3));
        fixture.untilMapped("#latent-map-3", 3);
        robot.clickOn("#timeline-track");
        robot.press(KeyCode.HOME).release(KeyCode.HOME);
        fixture.untilMapped("#latent-map", 0);
        assertThat(fixture.find("#latent-map-3").getAccessibleText()).contains("after epoch 3;");
    }

    @Test
    void theImagePointedAtOnOneMapLightsUpOnTheOthers() {
        train(2, 2);
        robot.clickOn("#maps-three");
        fixture.untilMapped("#latent-map-2", 2);
        fixture.untilMapped("#latent-map-3", 0);
        WritableImage before = fixture.picture("#latent-map-3");
        onFx(() -> fixture.find("#latent-map").requestFocus());
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        until("lit", () -> fixture.window.exploration().hoveredProperty().get() >= 0);
        until("a ring", () -> !WindowFixture.samePixels(before, fixture.snapshot("#latent-map-3")));
        onFx(() -> fixture.find("#latent-map").requestFocus());
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        until("no ring", () -> WindowFixture.samePixels(before, fixture.snapshot("#latent-map-3")));
    }

    @Test
    void runsOfTheSittingStayToBeChosenByName() {
        train(2, 2);
        WritableImage[] first = new WritableImage[1];
        fixture.untilMapped("#latent-map", 2);
        robot.clickOn("#maps-large");
        until("large", () -> !showsLosses());
        onFx(() -> first[0] = fixture.snapshot("#latent-map"));
        train(3, 1);
        fixture.untilMapped("#latent-map", 1);
        choose("#latent-source", 3);
        until("the first run", () -> shownIn("#latent-source").equals("Run 1: 2 units, Epochs 2"));
        fixture.untilMapped("#latent-map", 2);
        assertThat(fixture.<Spinner<Integer>>find("#latent-epoch").getValue()).isEqualTo(2);
        choose("#latent-axes", 1);
        until("as it was", () -> fixture.find("#latent-unit-x").getParent().isVisible());
        assertThat(fixture.<Node>find("#latent-map").getAccessibleText()).contains("after epoch 2;");
    }

    @Test
    void trainsAndComparesWhatTheNotebookDoes() {
        robot.clickOn("#notebook-maps");
        until("compared", () -> conclusion().startsWith("Ten nearest on the map name the class: pixels"));
        assertThat(fixture.window.model().trainedRuns())
                .extracting(run -> run.model().latent())
                .containsExactly(2, 20);
        assertThat(shownIn("#latent-source")).isEqualTo("Pixels");
        assertThat(shownIn("#latent-source-2")).isEqualTo("Run 1: 2 units");
        assertThat(shownIn("#latent-source-3")).isEqualTo("Codes");
        onFx(() -> fixture.window.preferences().languageProperty().set(Locale.JAPANESE));
        until("Japanese", () -> conclusion().contains("10 近傍"));
        onFx(() -> fixture.window.preferences().languageProperty().set(Locale.ENGLISH));

        // What has been trained is not trained again.
        choose("#latent-axes-3", 0);
        until("another map, another conclusion", () -> conclusion().isEmpty());
        robot.clickOn("#notebook-maps");
        until("compared", () -> conclusion().startsWith("Ten nearest"));
        assertThat(fixture.window.model().trainedRuns()).hasSize(2);
    }

    @Test
    void stopEndsTheComparison() {
        TrainingModel model = fixture.window.model();
        // As soon as anything is trained: a person has more time, since the notebook's data are a hundred times as
        // many.
        onFx(() -> model.trainedRuns().addListener((ListChangeListener<Run>) _ -> model.stop()));
        robot.clickOn("#notebook-maps");
        until("stopped", () -> model.stateProperty().get() == RunState.STOPPED);
        until("ended", () -> conclusion().isEmpty());
        assertThat(model.trainedRuns()).hasSize(1);
        assertThat(fixture.window.preferences().mapLayoutProperty().get())
                .as("nothing to compare")
                .isEqualTo(MapLayout.BESIDE);
    }
}
