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
 * How people pick points out on a map: round those in a rectangle or in a line drawn by hand. A tool stays until its button is
 * released; then Shift adds and the shortcut key takes out. Without one, Shift draws a rectangle and the shortcut key a line, and a
 * click with either picks one point out or puts it back. By keyboard, S does that with the point gone to, the shortcut key with A
 * picks out all, Escape none.
 */
final class MapLasso {
    /** Shorter than this, in pixels, a drag was meant as a click. */
    private static final double LEAST = 4;

    /** Hears what is picked out. */
    interface Actions {
        /** @param images test images that are seen on the map */
        void select(BitSet images, Mode mode);

        /** @param image a test image that is picked out, or put back if it is already */
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
    /** Where the outline begins; null while none is drawn. */
    private Point2D start;
    /** The test image it begins at, or -1. */
    private int startImage = -1;

    private boolean freehand;
    private Mode mode = Mode.REPLACE;

    /**
     * @param map hears the events
     * @param places where things lie now, or null while there is nothing
     * @param visible whether a test image is on the map
     * @param pointed the test image the pointer or the keys are at, or -1
     * @param cardShown whether there is a card, which Escape puts away first
     * @param pointNowhere puts the card of that image away
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
        // Before what a press and a drag without modifiers do.
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

    /** What is drawn, upon everything else. */
    Node outline() {
        return outline;
    }

    /** A button a tool. */
    HBox tools() {
        return tools;
    }

    void setActions(Actions receiver) {
        actions = receiver;
    }

    private void press(MouseEvent event) {
        boolean tool = box.isSelected() || lasso.isSelected();
        boolean asked = tool || event.isShiftDown() || event.isShortcutDown();
        // The buttons on the map are its children.
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
        // Its card would lie over what is drawn.
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

    /** A click that picked out is none for the map, and two of them are no double click. */
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

    /** @return the images on the map that lie within the outline */
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
            // The bounds first: an outline has hundreds of corners.
            if (visible.test(image) && outline.getLayoutBounds().contains(x, y) && within(xs, ys, x, y)) {
                inside.set(image);
            }
        }
        return inside;
    }

    /** Even-odd rule: a ray to the right from a place within crosses the outline an odd number of times. */
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
