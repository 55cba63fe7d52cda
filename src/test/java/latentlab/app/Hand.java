package latentlab.app;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.robot.Motion;
import org.testfx.service.query.PointQuery;

/**
 * A robot that looks for its targets on the user interface's thread. TestFX looks on the test's, and since JavaFX
 * computes bounds when they are asked for, that corrupts the bounds of a window that is painting at the same time. As a
 * person would, it waits for a target that is not there yet, or still moving.
 */
public final class Hand extends FxRobot {
    /**
     * There is but one. A window of JavaFX's headless platform keeps the robot that was there before it, and a robot
     * the window it pointed at last: robots of their own would keep the windows of all tests in memory.
     */
    public static final Hand ONLY = new Hand();

    private Hand() {}

    /** Presses keys together, and lets them go. */
    public void strike(KeyCode... keys) {
        press(keys).release(keys);
    }

    /** Lets go of what a test still holds when it ends, and goes back to where the first test has found it. */
    void rest() {
        release(new KeyCode[0]);
        if (!robotContext().getMouseRobot().getPressedButtons().isEmpty()) {
            release(new MouseButton[0]);
        }
        robotContext().getBaseRobot().moveMouse(Point2D.ZERO);
    }

    @Override
    public FxRobot clickOn(String query, Motion motion, MouseButton... buttons) {
        return clickOn(point(middle(query)), motion, buttons);
    }

    @Override
    public FxRobot clickOn(PointQuery place, Motion motion, MouseButton... buttons) {
        return moveTo(place, motion).clickOn(buttons);
    }

    /** Waits for tooltips of what it has come past to go, which would take its click. */
    @Override
    public FxRobot moveTo(PointQuery place, Motion motion) {
        super.moveTo(place, motion);
        Point2D pointer = robotContext().getBaseRobot().retrieveMouse();
        WindowFixture.until(
                "no tooltip under the pointer",
                () -> Window.getWindows().stream()
                        .noneMatch(each -> each instanceof Tooltip tooltip
                                && new Rectangle2D(
                                                tooltip.getX(), tooltip.getY(), tooltip.getWidth(), tooltip.getHeight())
                                        .contains(pointer)));
        return this;
    }

    @Override
    public FxRobot moveTo(String query, Motion motion) {
        return moveTo(middle(query), motion);
    }

    /** @return the middle of the first visible node that the query finds in any window, on the screen */
    private Point2D middle(String query) {
        CompletableFuture<Point2D> rest = new CompletableFuture<>();
        AtomicReference<RuntimeException> obstacle = new AtomicReference<>();
        AnimationTimer look = new AnimationTimer() {
            private Point2D last;

            @Override
            public void handle(long now) {
                Point2D place = look();
                if (place != null && place.equals(last)) {
                    rest.complete(place);
                    stop();
                }
                last = place;
            }

            private Point2D look() {
                try {
                    return point(lookup(query).match(Node::isVisible).<Node>query())
                            .query();
                } catch (RuntimeException e) {
                    obstacle.set(e); // not there, or out of sight
                    return null;
                }
            }
        };
        Platform.runLater(look::start);
        try {
            return rest.get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("cannot point at " + query + ": " + obstacle, e);
        } finally {
            Platform.runLater(look::stop);
        }
    }
}
