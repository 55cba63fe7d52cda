package latentlab.view.reconstruction;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.event.EventHandler;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import latentlab.view.Texts;

/**
 * What pointer and keys do with a column of the grid: drag it elsewhere, enlarge it, put another image in its place,
 * take it out.
 */
final class ColumnGestures {
    /** Shorter ways are those of a hand that clicks. */
    private static final double DRAG = 6;

    private final ImageGrid grid;
    private final Texts texts;
    private final Actions actions;
    /** Before which column a dragged one would go; -1 while none is dragged, or it would stay. */
    private final ReadOnlyIntegerWrapper gap = new ReadOnlyIntegerWrapper(-1);

    private final EventHandler<KeyEvent> escape = this::escape;
    private final ContextMenu menu = new ContextMenu();
    private int pressed = -1;
    private double pressedAt;
    private boolean dragging;

    /** What is done with the image in a column. */
    interface Actions {
        void move(int from, int to);

        void enlarge(int column);

        /** @param typed what has been typed already */
        void replace(int column, String typed);

        void remove(int column);
    }

    ColumnGestures(ImageGrid grid, Texts texts, Actions actions) {
        this.grid = grid;
        this.texts = texts;
        this.actions = actions;
        grid.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        grid.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        grid.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        grid.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        grid.addEventHandler(KeyEvent.KEY_PRESSED, this::strike);
        grid.addEventHandler(KeyEvent.KEY_TYPED, this::type);
        grid.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::offer);
    }

    ReadOnlyIntegerProperty gapProperty() {
        return gap.getReadOnlyProperty();
    }

    private int columnAt(MouseEvent event) {
        return grid.count() == 0 ? -1 : grid.figure().columnAt(event.getX(), event.getY());
    }

    private void press(MouseEvent event) {
        menu.hide();
        pressed = event.getButton() == MouseButton.PRIMARY ? columnAt(event) : -1;
        pressedAt = event.getX();
    }

    private void drag(MouseEvent event) {
        if (pressed < 0 || pressed >= grid.count()) {
            return;
        }
        if (!dragging && Math.abs(event.getX() - pressedAt) >= DRAG) {
            dragging = true;
            grid.setCursor(Cursor.CLOSED_HAND);
            // The keys are not the grid's while the pointer alone has taken hold of it.
            grid.getScene().addEventFilter(KeyEvent.KEY_PRESSED, escape);
        }
        if (dragging) {
            int before = grid.figure().gapAt(event.getX());
            gap.set(before == pressed || before == pressed + 1 ? -1 : before);
        }
    }

    private void release(MouseEvent event) {
        int from = pressed;
        int before = gap.get();
        end();
        if (before >= 0 && from < grid.count()) {
            actions.move(from, before > from ? before - 1 : before);
        }
    }

    private void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            end();
            event.consume();
        }
    }

    private void end() {
        if (dragging) {
            grid.setCursor(null);
            grid.getScene().removeEventFilter(KeyEvent.KEY_PRESSED, escape);
        }
        dragging = false;
        pressed = -1;
        gap.set(-1);
    }

    private void click(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && event.isStillSincePress()) {
            int column = columnAt(event);
            if (column >= 0) {
                actions.enlarge(column);
            }
        }
    }

    private void strike(KeyEvent event) {
        int at = grid.pointedProperty().get();
        if (at < 0) {
            return;
        }
        switch (event.getCode()) {
            case LEFT, RIGHT -> {
                if (!event.isAltDown()) {
                    return;
                }
                step(at, event.getCode() == KeyCode.LEFT ? at - 1 : at + 1);
            }
            case ENTER -> actions.enlarge(at);
            case DELETE, BACK_SPACE -> actions.remove(at);
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** Stays with the image that moves. */
    private void step(int from, int to) {
        if (to >= 0 && to < grid.count()) {
            actions.move(from, to);
            grid.point(to);
        }
    }

    private void type(KeyEvent event) {
        int at = grid.pointedProperty().get();
        boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isControlDown();
        if (at >= 0 && plain && event.getCharacter().matches("\\p{Nd}")) {
            actions.replace(at, event.getCharacter());
            event.consume();
        }
    }

    private void offer(ContextMenuEvent event) {
        if (grid.count() == 0) {
            return;
        }
        int column = event.isKeyboardTrigger()
                ? grid.pointedProperty().get()
                : grid.figure().columnAt(event.getX(), event.getY());
        if (column < 0) {
            return;
        }
        menu.getItems()
                .setAll(
                        item("enlarge", KeyCode.ENTER, () -> actions.enlarge(column)),
                        item("replace", null, () -> actions.replace(column, "")),
                        item("left", KeyCode.LEFT, () -> step(column, column - 1)),
                        item("right", KeyCode.RIGHT, () -> step(column, column + 1)),
                        item("remove", KeyCode.DELETE, () -> actions.remove(column)));
        menu.getItems().get(2).setDisable(column == 0);
        menu.getItems().get(3).setDisable(column == grid.count() - 1);
        menu.getItems().get(4).setDisable(grid.count() == 1);
        if (event.isKeyboardTrigger()) {
            Point2D place = grid.below(column);
            menu.show(grid, place.getX(), place.getY());
        } else {
            menu.show(grid, event.getScreenX(), event.getScreenY());
        }
        event.consume();
    }

    private MenuItem item(String id, KeyCode key, Runnable action) {
        MenuItem item = new MenuItem(texts.get("view.reconstruction.column." + id));
        item.setId("column-" + id);
        if (key != null) {
            item.setAccelerator(
                    key == KeyCode.LEFT || key == KeyCode.RIGHT
                            ? new KeyCodeCombination(key, KeyCombination.ALT_DOWN)
                            : new KeyCodeCombination(key));
        }
        item.setOnAction(_ -> action.run());
        return item;
    }
}
