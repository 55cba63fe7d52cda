package latentlab.view.timeline;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.session.TrainingModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What lies behind the track, and what the pointer does there. */
class TrackInWindowTest {
    private static final int LAST = 8;

    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(990, 720);

    private TrainingModel model;

    @BeforeEach
    void train() {
        fixture.train(LAST, settings -> settings);
        model = fixture.window.model();
    }

    private Point2D at(int epoch) {
        AtomicReference<Point2D> place = new AtomicReference<>();
        onFx(() -> {
            TrackBackdrop backdrop = fixture.find("#timeline-backdrop");
            place.set(backdrop.localToScreen(backdrop.scale().x(epoch), 3));
        });
        return place.get();
    }

    /** The events themselves, since the robot of the headless screen says nothing of keys that are held. */
    private void holdingShift(EventType<MouseEvent> type, int epoch) {
        Point2D screen = at(epoch);
        onFx(() -> {
            Node target = fixture.find("#timeline-track");
            Point2D at = target.localToScene(target.screenToLocal(screen));
            Event.fireEvent(
                    target,
                    new MouseEvent(
                            type,
                            at.getX(),
                            at.getY(),
                            screen.getX(),
                            screen.getY(),
                            MouseButton.PRIMARY,
                            1,
                            true,
                            false,
                            false,
                            false,
                            type != MouseEvent.MOUSE_RELEASED,
                            false,
                            false,
                            true,
                            false,
                            false,
                            new PickResult(target, at.getX(), at.getY())));
        });
    }

    /** Where the slider itself is, which keeps events of the mouse to itself. */
    private Point2D onTheLine(int epoch) {
        double[] half = {0};
        onFx(() -> half[0] = fixture.<TrackBackdrop>find("#timeline-backdrop").getHeight() / 2);
        return at(epoch).add(0, half[0] - 3);
    }

    private Tooltip preview() {
        return robot.listWindows().stream()
                .filter(window -> window instanceof Tooltip tooltip && "timeline-preview".equals(tooltip.getId()))
                .map(Tooltip.class::cast)
                .findFirst()
                .orElse(null);
    }

    @Test
    void hoveringPreviewsAnEpochWithoutGoingThere() {
        robot.moveTo(at(3));
        until("the preview", () -> preview() != null && preview().getText().startsWith("epoch 3 "));
        until("its images", () -> preview().getGraphic().getLayoutBounds().getWidth() > 100);
        assertThat(model.selectedEpochProperty().get()).isEqualTo(LAST);
        robot.moveTo(onTheLine(5));
        until("another", () -> preview() != null && preview().getText().startsWith("epoch 5 "));
        robot.moveTo("#reconstruction-grid");
        until("gone", () -> preview() == null);
    }

    @Test
    void aClickAnywhereOnTheTrackGoesThere() {
        robot.clickOn(at(2));
        until("there", () -> model.selectedEpochProperty().get() == 2);
    }

    @Test
    void dragsWithShiftMarkARangeAndAClickWithShiftClearsIt() {
        WritableImage before = fixture.picture("#timeline-backdrop");
        holdingShift(MouseEvent.MOUSE_PRESSED, 5);
        holdingShift(MouseEvent.MOUSE_DRAGGED, 3);
        holdingShift(MouseEvent.MOUSE_DRAGGED, 2);
        holdingShift(MouseEvent.MOUSE_RELEASED, 2);
        assertThat(model.selectedEpochProperty().get()).isEqualTo(LAST);
        until("painted", () -> !WindowFixture.samePixels(before, fixture.snapshot("#timeline-backdrop")));
        robot.clickOn("#timeline-speed");
        until("the card", () -> robot.lookup("#timeline-range").tryQuery().isPresent());
        onFx(() -> assertThat(((Label) robot.lookup("#timeline-range").query()).getText())
                .isEqualTo("epochs 2 to 5"));
        robot.strike(KeyCode.ESCAPE);
        until("closed", () -> robot.lookup("#timeline-range").tryQuery().isEmpty());
        holdingShift(MouseEvent.MOUSE_PRESSED, 4);
        holdingShift(MouseEvent.MOUSE_RELEASED, 4);
        robot.moveTo("#reconstruction-grid");
        until("as before", () -> WindowFixture.samePixels(before, fixture.snapshot("#timeline-backdrop")));
    }

    @Test
    void theCurveIsDrawnAsTheChartIs() {
        WritableImage linear = fixture.picture("#timeline-backdrop");
        robot.clickOn("#loss-logarithmic");
        until("in the logarithm", () -> !WindowFixture.samePixels(linear, fixture.snapshot("#timeline-backdrop")));
    }

    /** The untrained model's grey becomes something else with the first epoch. */
    @Test
    void aKeyGoesToWhereImagesChange() {
        int[] found = {LAST};
        while (found[0] == LAST) {
            robot.strike(KeyCode.N);
            onFx(() -> found[0] = model.selectedEpochProperty().get());
        }
        robot.moveTo(at(found[0]));
        until(
                "what the mark means",
                () -> preview() != null && preview().getText().contains("Images change at least twice as much"));
    }
}
