package latentlab.view.latent;

import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Region;
import latentlab.map.MapProjection;
import latentlab.map.MapZoom;

/**
 * Chooses the part of the map that is shown: the wheel or two fingers zoom about the pointer; scrolling on a trackpad
 * and dragging with the right or the middle button move the map. Keys: + and - zoom, 0 shows all, Shift with arrows
 * moves.
 */
final class MapNavigation {
    /** Enlargement per notch of the wheel, which is {@value #NOTCH} pixels. */
    private static final double NOTCH_TIMES = 1.25;

    private static final double NOTCH = 40;
    private static final double KEY_TIMES = 1.5;
    /** Movement per key press, as a share of the map's size. */
    private static final double KEY_PUSH = 0.125;

    private final Region map;
    private final Supplier<MapProjection> places;
    private final Supplier<Point2D> pivot;
    private final ReadOnlyObjectWrapper<MapZoom> zoom = new ReadOnlyObjectWrapper<>(MapZoom.WHOLE);
    /** Whether fingers are on a trackpad, as opposed to a wheel. */
    private boolean fingers;
    /** Last position of the pointer while it drags the map, or null. */
    private Point2D held;

    /**
     * @param map sends the events
     * @param places the current projection, or null while there is no map
     * @param pivot the centre for zooming by keyboard, or null for the middle
     */
    MapNavigation(Region map, Supplier<MapProjection> places, Supplier<Point2D> pivot) {
        this.map = map;
        this.places = places;
        this.pivot = pivot;
        map.addEventHandler(ScrollEvent.ANY, this::scroll);
        map.addEventHandler(ZoomEvent.ZOOM, event -> {
            zoom(event.getZoomFactor(), event.getX(), event.getY());
            event.consume();
        });
        map.addEventHandler(MouseEvent.MOUSE_PRESSED, this::hold);
        map.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        map.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        map.addEventHandler(KeyEvent.KEY_PRESSED, this::push);
        // The character typed, not the key: + is elsewhere on every keyboard.
        map.addEventHandler(KeyEvent.KEY_TYPED, this::type);
    }

    ReadOnlyObjectProperty<MapZoom> zoomProperty() {
        return zoom.getReadOnlyProperty();
    }

    void showWhole() {
        zoom.set(MapZoom.WHOLE);
    }

    private void scroll(ScrollEvent event) {
        event.consume();
        if (event.getEventType() == ScrollEvent.SCROLL_STARTED) {
            fingers = true;
        } else if (event.getEventType() == ScrollEvent.SCROLL_FINISHED) {
            fingers = false;
        } else if (event.isShortcutDown() || !fingers && !event.isInertia() && event.getDeltaX() == 0) {
            zoom(Math.pow(NOTCH_TIMES, event.getDeltaY() / NOTCH), event.getX(), event.getY());
        } else {
            push(event.getDeltaX(), event.getDeltaY());
        }
    }

    private void hold(MouseEvent event) {
        if (event.getButton() == MouseButton.SECONDARY || event.getButton() == MouseButton.MIDDLE) {
            held = new Point2D(event.getX(), event.getY());
            map.setCursor(Cursor.CLOSED_HAND);
        }
    }

    private void drag(MouseEvent event) {
        if (held != null) {
            push(event.getX() - held.getX(), event.getY() - held.getY());
            held = new Point2D(event.getX(), event.getY());
        }
    }

    private void release(MouseEvent event) {
        if (!event.isSecondaryButtonDown() && !event.isMiddleButtonDown()) {
            held = null;
            map.setCursor(Cursor.DEFAULT);
        }
    }

    private void push(KeyEvent event) {
        if (!event.isShiftDown()) {
            return;
        }
        double right = KEY_PUSH * map.getWidth();
        double down = KEY_PUSH * map.getHeight();
        // To see more in one direction, the map moves in the other.
        switch (event.getCode()) {
            case LEFT -> push(right, 0);
            case RIGHT -> push(-right, 0);
            case UP -> push(0, down);
            case DOWN -> push(0, -down);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void type(KeyEvent event) {
        if (places.get() == null || event.isShortcutDown() || event.isControlDown() || event.isAltDown()) {
            return;
        }
        Point2D fixed = pivot.get();
        double x = fixed == null ? map.getWidth() / 2 : fixed.getX();
        double y = fixed == null ? map.getHeight() / 2 : fixed.getY();
        switch (event.getCharacter()) {
            // On keyboards where + needs Shift, users often press = instead.
            case "+", "=" -> zoom(KEY_TIMES, x, y);
            case "-" -> zoom(1 / KEY_TIMES, x, y);
            case "0" -> showWhole();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void zoom(double times, double x, double y) {
        if (places.get() != null) {
            zoom.set(places.get().zoomed(times, x, y));
        }
    }

    private void push(double right, double down) {
        if (places.get() != null) {
            zoom.set(places.get().pushed(right, down));
        }
    }
}
