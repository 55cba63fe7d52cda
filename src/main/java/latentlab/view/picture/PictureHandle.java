package latentlab.view.picture;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.ImageView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import latentlab.view.Buttons;
import latentlab.view.Keys;
import latentlab.view.Texts;
import latentlab.view.picture.Pictures.Dragged;

/**
 * What the picture of a view is taken by: dragged it takes the picture to another program, pressed it copies it. A drag
 * that began on the view itself would be one of the map, of the chart or of the drawing.
 */
public final class PictureHandle extends Button {
    /** Width of what the pointer drags along, in points. */
    private static final double DRAGGED = 160;

    private final Pictures pictures;
    private final Motif motif;
    private final List<Node> nodes;
    private final Texts texts;
    private final ContextMenu menu;
    /** Taken when the handle is pressed; null while it is not. */
    private Dragged dragged;

    PictureHandle(Pictures pictures, Motif motif, List<Node> nodes, Texts texts) {
        this.pictures = pictures;
        this.motif = motif;
        this.nodes = nodes;
        this.texts = texts;
        setId("picture-" + motif.word());
        getStyleClass().addAll(Styles.SMALL, Styles.FLAT, "picture-handle");
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        Buttons.icon(Buttons.named(this, texts.bind("view.picture.help"), Keys.COPY), "icon-picture");
        MenuItem copy = item("copy", this::copy);
        copy.setAccelerator(Keys.COPY.combination());
        menu = new ContextMenu(copy, item("save", () -> pictures.save(motif, nodes)));
        menu.setId("picture-menu");
        setOnAction(_ -> copy());
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                dragged = pictures.drag(motif, nodes);
            }
        });
        addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> dragged = null);
        setOnDragDetected(this::drag);
        serve(this);
    }

    private MenuItem item(String name, Runnable action) {
        MenuItem item = new MenuItem();
        item.setId("picture-" + name);
        item.textProperty().bind(texts.bind("view.picture." + name));
        item.setOnAction(_ -> action.run());
        return item;
    }

    /** Lets the picture be copied by its key, and chosen from a menu, while the focus or the pointer is in a place. */
    public void serve(Node place) {
        place.addEventHandler(KeyEvent.KEY_PRESSED, this::take);
        place.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            // A map is moved by drags with this button.
            boolean asked = event.getButton() == MouseButton.SECONDARY && event.isStillSincePress();
            if (asked && !isDisabled() && !ownMenu(event)) {
                menu.show(this, event.getScreenX(), event.getScreenY());
                event.consume();
            }
        });
        place.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            if (event.isKeyboardTrigger() && !isDisabled()) {
                showMenuAtFocus();
                event.consume();
            }
        });
    }

    /** Whether what was clicked has a menu of its own, as fields of text do. */
    private static boolean ownMenu(MouseEvent event) {
        for (Node node = event.getPickResult().getIntersectedNode(); node != null; node = node.getParent()) {
            if (node instanceof TextInputControl
                    || node instanceof Control control && control.getContextMenu() != null) {
                return true;
            }
        }
        return false;
    }

    private void take(KeyEvent event) {
        if (isDisabled()) {
            return;
        }
        boolean asksForMenu =
                event.getCode() == KeyCode.CONTEXT_MENU || event.getCode() == KeyCode.F10 && event.isShiftDown();
        if (Keys.COPY.combination().match(event)) {
            copy();
        } else if (asksForMenu) {
            showMenuAtFocus();
        } else {
            return;
        }
        event.consume();
    }

    private void showMenuAtFocus() {
        Node focused = getScene().getFocusOwner();
        Bounds bounds = focused.getLayoutBounds();
        Point2D at = focused.localToScreen(bounds.getMinX() + 8, Math.min(bounds.getMaxY(), bounds.getMinY() + 24));
        menu.show(this, at.getX(), at.getY());
    }

    private void copy() {
        pictures.copy(motif, nodes, getScene().getFocusOwner());
    }

    /** What is dragged from here now. */
    Dragged dragged() {
        return dragged;
    }

    private void drag(MouseEvent event) {
        if (dragged == null) {
            return;
        }
        Dragboard board = startDragAndDrop(TransferMode.COPY);
        board.setContent(dragged.content());
        ImageView small = new ImageView(dragged.shot().image());
        small.setPreserveRatio(true);
        small.setFitWidth(DRAGGED);
        board.setDragView(small.snapshot(null, null), 0, 0);
        // The drag takes the button's release.
        disarm();
        dragged = null;
        event.consume();
    }
}
