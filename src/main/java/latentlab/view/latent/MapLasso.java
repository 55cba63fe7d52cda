package latentlab.view.latent;

import atlantafx.base.theme.Styles;
import java.util.BitSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polygon;
import latentlab.map.MapArea;
import latentlab.map.MapProjection;
import latentlab.session.Selection.Mode;
import latentlab.view.Buttons;
import latentlab.view.Keys;
import latentlab.view.Texts;

/**
 * Selects points on a map: those inside a rectangle or a freehand line. A tool stays active until its button is
 * released; with it, Shift adds to the selection and the shortcut key removes. Without a tool, Shift draws a rectangle
 * and the shortcut key a line, and a click with either toggles one point. By keyboard, S toggles the current point, the
 * shortcut key with A selects all, and Escape clears the selection.
 */
final class MapLasso {
    /** A drag shorter than this, in pixels, counts as a click. */
    private static final double LEAST = 4;

    /** Receives the user's selections. */
    interface Actions {
        /** @param images test images visible on the map */
        void select(BitSet images, Mode mode);

        /** @param image a test image to select, or to remove if it is selected */
        void toggle(int image);
    }

    private final Region map;
    private final Supplier<MapProjection> places;
    private final IntPredicate visible;
    private final IntSupplier pointed;
    private final BooleanSupplier cardShown;
    private final Runnable pointNowhere;
    private final Polygon outline = new Polygon();
    private final ToggleButton box = new ToggleButton();
    private final ToggleButton lasso = new ToggleButton();
    private final HBox tools = new HBox(box, lasso);
    private Actions actions;
    /** Start of the outline; null while none is drawn. */
    private Point2D start;
    /** The test image at the start, or -1. */
    private int startImage = -1;

    private boolean freehand;
    private Mode mode = Mode.REPLACE;

    /**
     * @param map sends the events
     * @param places the current projection, or null while there is no map
     * @param visible whether a test image is visible on the map
     * @param pointed the test image under the pointer or reached by keyboard, or -1
     * @param cardShown whether there is a card, which Escape hides first
     * @param pointNowhere hides the card of that image
     */
    MapLasso(
            Region map,
            Texts texts,
            Supplier<MapProjection> places,
            IntPredicate visible,
            IntSupplier pointed,
            BooleanSupplier cardShown,
            Runnable pointNowhere) {
        this.map = map;
        this.places = places;
        this.visible = visible;
        this.pointed = pointed;
        this.cardShown = cardShown;
        this.pointNowhere = pointNowhere;
        outline.setManaged(false);
        outline.setMouseTransparent(true);
        outline.getStyleClass().add("map-outline");
        tools.setManaged(false);
        tools.getStyleClass().add("map-tools");
        tools.setPickOnBounds(false);
        ToggleGroup one = new ToggleGroup();
        tool(box, "box", one, texts);
        tool(lasso, "lasso", one, texts);
        one.selectedToggleProperty().subscribe(tool -> map.setCursor(tool == null ? Cursor.DEFAULT : Cursor.CROSSHAIR));
        // Filters, so that they come before the handlers of a press and a drag without modifiers.
        map.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
        map.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
        map.addEventFilter(MouseEvent.MOUSE_RELEASED, this::release);
        map.addEventFilter(MouseEvent.MOUSE_CLICKED, this::click);
        map.addEventHandler(KeyEvent.KEY_PRESSED, this::type);
    }

    private void tool(ToggleButton button, String name, ToggleGroup one, Texts texts) {
        button.idProperty().bind(map.idProperty().map(id -> id + "-" + name));
        button.setToggleGroup(one);
        button.getStyleClass().addAll(Styles.SMALL, "map-tool");
        Buttons.icon(
                Buttons.named(button, texts.bind("view.latent." + name + ".help", Keys.shortcut())), "icon-" + name);
    }

    /** The outline being drawn, to be placed above everything else. */
    Node outline() {
        return outline;
    }

    /** One button per tool. */
    HBox tools() {
        return tools;
    }

    void setActions(Actions receiver) {
        actions = receiver;
    }

    private void press(MouseEvent event) {
        boolean tool = box.isSelected() || lasso.isSelected();
        boolean asked = tool || event.isShiftDown() || event.isShortcutDown();
        // The target is checked since the buttons on the map are its children.
        if (event.getTarget() != map
                || event.getButton() != MouseButton.PRIMARY
                || !asked
                || actions == null
                || places.get() == null) {
            return;
        }
        event.consume();
        map.requestFocus();
        freehand = tool ? lasso.isSelected() : event.isShortcutDown();
        mode = !tool
                ? Mode.REPLACE
                : event.isShiftDown() ? Mode.ADD : event.isShortcutDown() ? Mode.REMOVE : Mode.REPLACE;
        start = inSight(event);
        startImage = pointed.getAsInt();
        // The card would cover the outline.
        pointNowhere.run();
        outline.getPoints().setAll(start.getX(), start.getY());
    }

    private void drag(MouseEvent event) {
        if (start == null) {
            return;
        }
        event.consume();
        Point2D now = inSight(event);
        if (freehand) {
            outline.getPoints().addAll(now.getX(), now.getY());
        } else {
            outline.getPoints()
                    .setAll(
                            start.getX(),
                            start.getY(),
                            now.getX(),
                            start.getY(),
                            now.getX(),
                            now.getY(),
                            start.getX(),
                            now.getY());
        }
    }

    private void release(MouseEvent event) {
        if (start == null) {
            return;
        }
        event.consume();
        boolean clicked = outline.getLayoutBounds().getWidth() < LEAST
                && outline.getLayoutBounds().getHeight() < LEAST;
        if (places.get() == null) {
            end();
        } else if (clicked) {
            end();
            clickOn(startImage);
        } else {
            BitSet inside = inside();
            end();
            actions.select(inside, mode);
        }
    }

    private void clickOn(int image) {
        boolean tool = box.isSelected() || lasso.isSelected();
        if (image >= 0) {
            actions.toggle(image);
        } else if (tool && mode == Mode.REPLACE) {
            actions.select(new BitSet(), mode);
        }
    }

    /** Consumes clicks made for selecting, so that the map does not take two of them for a double click. */
    private void click(MouseEvent event) {
        boolean asked = box.isSelected() || lasso.isSelected() || event.isShiftDown() || event.isShortcutDown();
        if (event.getTarget() == map && event.getButton() == MouseButton.PRIMARY && asked) {
            event.consume();
        }
    }

    private void end() {
        start = null;
        outline.getPoints().clear();
    }

    private void type(KeyEvent event) {
        if (actions == null || places.get() == null) {
            return;
        }
        boolean shortcut = event.isShortcutDown();
        if (event.getCode() == KeyCode.ESCAPE && start != null) {
            end();
        } else if (event.getCode() == KeyCode.ESCAPE && !cardShown.getAsBoolean()) {
            actions.select(new BitSet(), Mode.REPLACE);
        } else if (event.getCode() == KeyCode.S && !shortcut && pointed.getAsInt() >= 0) {
            actions.toggle(pointed.getAsInt());
        } else if (event.getCode() == KeyCode.A && shortcut) {
            actions.select(all(), Mode.REPLACE);
        } else {
            return;
        }
        event.consume();
    }

    private Point2D inSight(MouseEvent event) {
        MapArea sight = places.get().sight();
        return new Point2D(
                Math.clamp(event.getX(), sight.minX(), sight.maxX()),
                Math.clamp(event.getY(), sight.minY(), sight.maxY()));
    }

    private BitSet all() {
        BitSet all = new BitSet();
        for (int image = 0; image < places.get().points().x().length; image++) {
            all.set(image, visible.test(image));
        }
        return all;
    }

    /** @return the visible images inside the outline */
    private BitSet inside() {
        List<Double> points = outline.getPoints();
        double[] xs = new double[points.size() / 2];
        double[] ys = new double[xs.length];
        for (int corner = 0; corner < xs.length; corner++) {
            xs[corner] = points.get(2 * corner);
            ys[corner] = points.get(2 * corner + 1);
        }
        MapProjection now = places.get();
        BitSet inside = new BitSet();
        for (int image = 0; image < now.points().x().length; image++) {
            double x = now.x(image);
            double y = now.y(image);
            // The bounds are checked first, since an outline has hundreds of corners.
            if (visible.test(image) && outline.getLayoutBounds().contains(x, y) && within(xs, ys, x, y)) {
                inside.set(image);
            }
        }
        return inside;
    }

    /** Even-odd rule: a ray to the right from a place inside crosses the outline an odd number of times. */
    private static boolean within(double[] xs, double[] ys, double x, double y) {
        boolean within = false;
        int before = xs.length - 1;
        for (int corner = 0; corner < xs.length; corner++) {
            boolean spans = ys[corner] > y != ys[before] > y;
            if (spans && x < xs[corner] + (y - ys[corner]) / (ys[before] - ys[corner]) * (xs[before] - xs[corner])) {
                within = !within;
            }
            before = corner;
        }
        return within;
    }
}
