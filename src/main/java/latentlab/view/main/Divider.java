package latentlab.view.main;

import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import latentlab.view.TakesKeys;
import latentlab.view.Texts;
import latentlab.view.Tip;

/** The line between two views: dragged, moved by arrow keys, put back by a double click or the delete key. */
final class Divider extends Region implements TakesKeys {
    /** In points, as wide as the gap it lies in. */
    static final double THICKNESS = 8;

    /** How far an arrow key moves it, in points. */
    private static final double STEP = 24;

    private final Divided divided;
    private final boolean horizontal;
    /** Where on it the pointer has pressed, in points. */
    private double held;

    Divider(Divided divided, String id, Texts texts) {
        this.divided = divided;
        horizontal = divided.across() == Orientation.HORIZONTAL;
        setId(id);
        getStyleClass().add("divider");
        setFocusTraversable(true);
        setCursor(horizontal ? Cursor.H_RESIZE : Cursor.V_RESIZE);
        setAccessibleRole(AccessibleRole.SLIDER);
        accessibleTextProperty().bind(texts.bind("view.main.divider"));
        Tooltip tooltip = new Tip();
        tooltip.textProperty().bind(texts.bind("view.main.divider"));
        Tooltip.install(this, tooltip);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            requestFocus();
            held = horizontal ? event.getX() : event.getY();
            event.consume();
        });
        addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
            Point2D at = localToParent(event.getX(), event.getY());
            divided.move(
                    horizontal
                            ? at.getX() - held - divided.snappedLeftInset()
                            : at.getY() - held - divided.snappedTopInset());
            event.consume();
        });
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getClickCount() == 2) {
                divided.shareProperty().set(Double.NaN);
            }
            event.consume();
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (takes(event.getCode()) && !event.isShortcutDown()) {
                press(event.getCode());
                event.consume();
            }
        });
    }

    @Override
    public boolean takes(KeyCode code) {
        return switch (code) {
            case LEFT, RIGHT -> horizontal;
            case UP, DOWN -> !horizontal;
            case DELETE, BACK_SPACE -> true;
            default -> false;
        };
    }

    private void press(KeyCode code) {
        double before =
                horizontal ? getLayoutX() - divided.snappedLeftInset() : getLayoutY() - divided.snappedTopInset();
        switch (code) {
            case LEFT, UP -> divided.move(before - STEP);
            case RIGHT, DOWN -> divided.move(before + STEP);
            default -> divided.shareProperty().set(Double.NaN);
        }
    }
}
