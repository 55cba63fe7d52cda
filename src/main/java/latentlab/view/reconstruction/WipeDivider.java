package latentlab.view.reconstruction;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import latentlab.figure.Area;
import latentlab.figure.ImageGridFigure;

/** Moves the divider of a grid in which two epochs share each image: by the pointer within any of them, and by keys. */
final class WipeDivider {
    private static final double STEP = 0.05;

    private final ImageGrid grid;
    private final DoubleProperty share = new SimpleDoubleProperty(0.5);
    /** The column whose divider is dragged; -1 for none. */
    private int dragged = -1;

    WipeDivider(ImageGrid grid) {
        this.grid = grid;
        // Filters: what else a grid does with the pointer is not for images that have a divider.
        grid.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            dragged = event.getButton() == MouseButton.PRIMARY ? column(event) : -1;
            drag(event);
        });
        grid.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
        grid.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            drag(event);
            dragged = -1;
        });
        grid.addEventFilter(
                MouseEvent.MOUSE_MOVED, event -> grid.setCursor(column(event) < 0 ? null : Cursor.H_RESIZE));
    }

    /** How much of each image is left of the divider, 0 to 1. */
    DoubleProperty shareProperty() {
        return share;
    }

    /** @return the column of the image with a divider that the pointer is in, or -1 */
    private int column(MouseEvent event) {
        GridPictures shown = grid.shown();
        if (shown == null || !shown.wiped()) {
            return -1;
        }
        ImageGridFigure figure = grid.figure();
        int column = figure.columnAt(event.getX(), event.getY());
        if (column < 0) {
            return -1;
        }
        Area place = figure.place(shown.wipedRow(), column);
        return event.getY() >= place.y() && event.getY() < place.bottom() ? column : -1;
    }

    private void drag(MouseEvent event) {
        GridPictures shown = grid.shown();
        if (dragged < 0 || shown == null || !shown.wiped()) {
            return;
        }
        Area image = shown.originals().fitted(grid.figure().place(shown.wipedRow(), dragged));
        share.set(Math.clamp((event.getX() - image.x()) / image.width(), 0, 1));
        grid.requestFocus();
        event.consume();
    }

    /** @return whether the key moves the divider, as it has then */
    boolean moved(KeyCode code) {
        if (grid.shown() == null || !grid.shown().wiped() || code != KeyCode.LEFT && code != KeyCode.RIGHT) {
            return false;
        }
        share.set(Math.clamp(share.get() + (code == KeyCode.LEFT ? -STEP : STEP), 0, 1));
        return true;
    }
}
