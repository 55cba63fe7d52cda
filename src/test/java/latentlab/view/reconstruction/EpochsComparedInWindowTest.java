package latentlab.view.reconstruction;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.engine.model.Reconstructions;
import latentlab.figure.Area;
import latentlab.session.TrainingModel;
import latentlab.view.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two epochs of a run, side by side and by wipe. */
class EpochsComparedInWindowTest {
    private static final int LAST = 6;

    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(1000, 720);

    private TrainingModel model;
    private ImageGrid grid;
    private Label caption;

    @BeforeEach
    void train() {
        fixture.train(LAST, settings -> settings);
        model = fixture.window.model();
        grid = fixture.find("#reconstruction-grid");
        caption = fixture.find("#reconstruction-caption");
        onFx(() -> model.select(2));
        until("epoch 2", () -> caption.getText().startsWith("epoch 2 "));
    }

    private void pin() {
        robot.strike(KeyCode.A);
        until("A", () -> caption.getText().startsWith("A: epoch 2, "));
    }

    private void compare() {
        pin();
        robot.strike(KeyCode.END);
        until("B", () -> caption.getText().contains("B: epoch " + LAST + ", "));
    }

    @Test
    void aStaysWhileBFollowsTheTimeline() {
        WritableImage before = fixture.picture("#timeline-backdrop");
        robot.clickOn("#reconstruction-pin");
        robot.moveTo("#loss-logarithmic");
        until("a mark", () -> !WindowFixture.samePixels(before, fixture.snapshot("#timeline-backdrop")));
        until("A", () -> caption.getText().startsWith("A: epoch 2, "));
        robot.strike(KeyCode.END);
        until("B", () -> caption.getText().contains("B: epoch " + LAST + ", "));
        Reconstructions made = fixture.run().reconstruct(2, fixture.run().samples());
        onFx(() -> {
            GridPictures shown = grid.shown();
            assertThat(shown.rowCount()).isEqualTo(4);
            assertThat(shown.rows(new Texts(), 0.5)).hasSize(4);
            assertThat(shown.against().made().pixels()).isEqualTo(made.pixels());
            assertThat(shown.against().made().errors()).isEqualTo(made.errors());
            assertThat(shown.errors()).isNotEqualTo(made.errors());
            assertThat(caption.getText())
                    .isEqualTo("A: epoch 2, loss %.4f  ·  B: epoch 6, loss %.4f"
                            .formatted(
                                    model.history().get(2).validLoss(),
                                    model.history().get(LAST).validLoss()));
            // As many images as before, none of them cut.
            assertThat(grid.figure().end()).isLessThanOrEqualTo(grid.getHeight());
        });
        AtomicReference<Reconstructions> known = new AtomicReference<>();
        onFx(() -> known.set(grid.shown().against().made()));
        robot.strike(KeyCode.LEFT);
        until("B before", () -> caption.getText().contains("B: epoch 5, "));
        onFx(() -> assertThat(grid.shown().against().made()).as("computed once").isSameAs(known.get()));
    }

    @Test
    void swapsAndEnds() {
        compare();
        robot.strike(KeyCode.V);
        until(
                "swapped",
                () -> caption.getText().startsWith("A: epoch 6, ")
                        && caption.getText().contains("B: epoch 2, "));
        robot.clickOn("#reconstruction-swap");
        until("and back", () -> caption.getText().startsWith("A: epoch 2, "));
        robot.strike(KeyCode.ESCAPE);
        until("ended", () -> caption.getText().startsWith("epoch 6 "));
        onFx(() -> {
            assertThat(grid.shown().rowCount()).isEqualTo(2);
            assertThat(fixture.<Node>find("#reconstruction-swap").isVisible()).isFalse();
        });
    }

    /** Where a window begins, whose menu keeps Escape to itself. */
    @Test
    void escapeEndsItFromAMenuThatIsClosed() {
        compare();
        onFx(() -> fixture.find("#export").requestFocus());
        robot.strike(KeyCode.ESCAPE);
        until("ended", () -> caption.getText().startsWith("epoch 6 "));
    }

    @Test
    void anotherRunEndsIt() {
        compare();
        onFx(() -> model.reset());
        until(
                "the new run",
                () -> model.history().size() == 1 && caption.getText().startsWith("epoch 0 "));
        onFx(() -> {
            assertThat(grid.shown().against()).isNull();
            assertThat(fixture.<Node>find("#reconstruction-end").isVisible()).isFalse();
        });
    }

    private Point2D inRow(int row, int column, double share) {
        AtomicReference<Point2D> place = new AtomicReference<>();
        onFx(() -> {
            Area image = grid.figure().place(row, column);
            place.set(grid.localToScreen(image.x() + share * image.width(), image.centreY()));
        });
        return place.get();
    }

    /** The event itself, since the robot of the headless screen says nothing of keys that are held. */
    private void strikeHoldingShift(KeyCode code) {
        onFx(() -> Event.fireEvent(grid, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, true, false, false, false)));
    }

    @Test
    void aDividerIsDraggedOverAllImagesAtOnce() {
        compare();
        robot.strike(KeyCode.W);
        until("one row for both", () -> grid.shown().wiped() && grid.shown().rowCount() == 3);
        WritableImage half = fixture.picture("#reconstruction-grid");
        robot.moveTo(inRow(1, 4, 0.5)).press(MouseButton.PRIMARY);
        robot.moveTo(inRow(1, 4, 0.25)).release(MouseButton.PRIMARY);
        until("moved", () -> Math.abs(grid.dividerProperty().get() - 0.25) < 0.03);
        until("painted", () -> !WindowFixture.samePixels(half, fixture.snapshot("#reconstruction-grid")));
        double[] before = {0};
        onFx(() -> before[0] = grid.dividerProperty().get());
        strikeHoldingShift(KeyCode.RIGHT);
        onFx(() -> {
            assertThat(grid.dividerProperty().get()).isGreaterThan(before[0]);
            assertThat(grid.getAccessibleText()).contains("B right of it");
        });
        // Not beside the images that have a divider.
        double[] now = {0};
        onFx(() -> now[0] = grid.dividerProperty().get());
        robot.moveTo(inRow(0, 4, 0.5)).press(MouseButton.PRIMARY);
        robot.moveTo(inRow(0, 4, 0.9)).release(MouseButton.PRIMARY);
        onFx(() -> assertThat(grid.dividerProperty().get()).isEqualTo(now[0]));
        robot.clickOn("#reconstruction-wipe");
        until("side by side", () -> grid.shown().rowCount() == 4);
    }
}
