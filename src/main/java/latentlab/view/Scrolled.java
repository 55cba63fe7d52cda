package latentlab.view;

import javafx.event.EventDispatcher;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/**
 * Shows its content in all the room there is, and scrolls where that is less than the content needs at least: then what
 * gets the focus comes into sight. While nothing is to be scrolled, it is as if it were not there.
 */
public final class Scrolled extends ScrollPane {
    private double mostWidth = Double.MAX_VALUE;
    private double mostHeight = Double.MAX_VALUE;
    private Subscription following = Subscription.EMPTY;

    public Scrolled(Region content) {
        super(content);
        getStyleClass().add("scrolled");
        setFitToWidth(true);
        setFitToHeight(true);
        setMinSize(0, 0);
        sceneProperty().subscribe(this::follow);
        EventDispatcher own = getEventDispatcher();
        // A scroll pane takes arrows and space for itself, even with nothing to scroll.
        setEventDispatcher((event, tail) ->
                event instanceof KeyEvent && fits() ? tail.dispatchEvent(event) : own.dispatchEvent(event, tail));
    }

    /** Never: a scroll pane takes the focus at each press of the mouse, also from what was pressed. */
    @Override
    public void requestFocus() {}

    /** Sets the most room it asks for, in points. */
    void limit(double width, double height) {
        mostWidth = width;
        mostHeight = height;
        requestLayout();
    }

    /** Is never narrower than the least width of its content: it is to be scrolled up and down only. */
    public void keepWidth() {
        setMinWidth(USE_COMPUTED_SIZE);
    }

    private boolean fits() {
        Bounds room = getViewportBounds();
        Bounds content = getContent().getLayoutBounds();
        return content.getWidth() <= room.getWidth() + 1 && content.getHeight() <= room.getHeight() + 1;
    }

    private void follow(Scene scene) {
        following.unsubscribe();
        following =
                scene == null ? Subscription.EMPTY : scene.focusOwnerProperty().subscribe(this::show);
    }

    private void show(Node focused) {
        if (focused == null || fits() || !inside(focused)) {
            return;
        }
        Bounds room = getViewportBounds();
        Bounds place = getContent().sceneToLocal(focused.localToScene(focused.getLayoutBounds()));
        Bounds all = getContent().getLayoutBounds();
        setVvalue(moved(
                getVvalue(), all.getHeight() - room.getHeight(), room.getHeight(), place.getMinY(), place.getMaxY()));
        setHvalue(moved(
                getHvalue(), all.getWidth() - room.getWidth(), room.getWidth(), place.getMinX(), place.getMaxX()));
    }

    private boolean inside(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each == getContent()) {
                return true;
            }
        }
        return false;
    }

    /**
     * @param value how far it is scrolled, 0 to 1
     * @param hidden length that is out of sight, in points
     * @return the nearest value with all between start and end in sight, or its start
     */
    private static double moved(double value, double hidden, double room, double start, double end) {
        if (hidden <= 0) {
            return value;
        }
        double at = value * hidden;
        return Math.clamp(Math.min(start, Math.max(at, end - room)) / hidden, 0, 1);
    }

    /** With the bar at the side that it has in that height: else as much of the content would be out of sight. */
    @Override
    protected double computeMinWidth(double height) {
        Region content = (Region) getContent();
        double own = content.minWidth(-1);
        double room = height - snappedTopInset() - snappedBottomInset();
        boolean higher = height >= 0 && content.minHeight(own) > room;
        return own + (higher ? barWidth() : 0) + snappedLeftInset() + snappedRightInset();
    }

    @Override
    protected double computePrefWidth(double height) {
        double own = getContent().prefWidth(-1);
        boolean higher = getContent().prefHeight(own) > mostHeight;
        return Math.min(mostWidth, own + (higher ? barWidth() + snappedLeftInset() + snappedRightInset() : 0));
    }

    /** @return what a bar at the side takes, which covers nothing then */
    private double barWidth() {
        return getChildrenUnmodifiable().stream()
                .filter(ScrollBar.class::isInstance)
                .map(ScrollBar.class::cast)
                .filter(bar -> bar.getOrientation() == Orientation.VERTICAL)
                .mapToDouble(bar -> bar.prefWidth(-1))
                .max()
                .orElse(0);
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.min(mostHeight, getContent().prefHeight(width));
    }
}
