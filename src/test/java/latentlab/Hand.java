package latentlab;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import org.testfx.api.FxRobot;
import org.testfx.robot.Motion;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A robot that looks for its targets on the user interface's thread. TestFX looks on the test's, and since JavaFX computes bounds
 * when they are asked for, that corrupts the bounds of a window that is painting at the same time.
 */
final class Hand extends FxRobot {
    @Override
    public FxRobot clickOn(String query, Motion motion, MouseButton... buttons) {
        return clickOn(middle(query), motion, buttons);
    }

    @Override
    public FxRobot moveTo(String query, Motion motion) {
        return moveTo(middle(query), motion);
    }

    /** @return the middle of the first visible node that the query finds in any window, on the screen */
    private Point2D middle(String query) {
        try {
            return WaitForAsyncUtils.waitForAsyncFx(
                    60_000,
                    () -> point(lookup(query).match(Node::isVisible).<Node>query())
                            .query());
        } catch (RuntimeException e) {
            throw new AssertionError("cannot point at " + query, e);
        }
    }
}
