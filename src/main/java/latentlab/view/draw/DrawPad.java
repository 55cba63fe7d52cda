package latentlab.view.draw;

import java.util.EnumSet;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import latentlab.data.digits.Drawing;
import latentlab.figure.Role;
import latentlab.view.TakesKeys;
import latentlab.view.ThemeColours;
import latentlab.view.paint.FigureCanvas;

/** A pad for drawing white on black, like the data: with mouse and pen, and with the arrow keys. */
final class DrawPad extends Region implements TakesKeys {
    /** Step of an arrow key, as a share of the pad's side. */
    private static final double STEP = 1 / 40.0;
    /** Colour of a line's edge, at half of its intensity. */
    private static final Color SOFT_INK = Color.gray(0.5);

    private final FigureCanvas canvas = new FigureCanvas();
    private final ThemeColours colours;
    private final ObjectProperty<Drawing> drawing = new SimpleObjectProperty<>(Drawing.EMPTY);
    /** Position of the keyboard's pen, 0 to 1 across and down. */
    private double penX = 0.5;

    private double penY = 0.5;
    /** Whether the keyboard's pen is down. */
    private boolean penDown;
    /** Arrow keys that are down; two of them move the pen diagonally. */
    private final Set<KeyCode> held = EnumSet.noneOf(KeyCode.class);

    DrawPad(double side, ThemeColours colours) {
        this.colours = colours;
        setId("draw-pad");
        getStyleClass().add("draw-pad");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        setMinSize(side, side);
        setPrefSize(side, side);
        setMaxSize(side, side);
        getChildren().add(canvas);
        drawing.subscribe(this::requestLayout);
        colours.versionProperty().subscribe(this::requestLayout);
        focusVisibleProperty().subscribe(this::requestLayout);
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        addEventHandler(KeyEvent.KEY_RELEASED, this::release);
        focusedProperty().subscribe(this::lift);
    }

    ObjectProperty<Drawing> drawingProperty() {
        return drawing;
    }

    @Override
    public boolean takes(KeyCode code) {
        return isFocusVisible() && (code.isArrowKey() || code == KeyCode.SPACE);
    }

    private void press(MouseEvent event) {
        requestFocus();
        if (event.getButton() == MouseButton.PRIMARY) {
            penDown = false;
            drawing.set(drawing.get().begin(event.getX() / getWidth(), event.getY() / getHeight()));
        }
        event.consume();
    }

    private void drag(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            drawing.set(drawing.get().lineTo(event.getX() / getWidth(), event.getY() / getHeight()));
        }
    }

    private void press(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.SPACE && takes(code)) {
            putDown();
            event.consume();
        } else if (code.isArrowKey() && (takes(code) || event.isShiftDown())) {
            held.add(code);
            if (event.isShiftDown()) {
                putDown();
            }
            penX = Math.clamp(penX + STEP * direction(KeyCode.LEFT, KeyCode.RIGHT), 0, 1);
            penY = Math.clamp(penY + STEP * direction(KeyCode.UP, KeyCode.DOWN), 0, 1);
            if (penDown) {
                drawing.set(drawing.get().lineTo(penX, penY));
            }
            requestLayout();
            event.consume();
        }
    }

    private int direction(KeyCode back, KeyCode forth) {
        return (held.contains(forth) ? 1 : 0) - (held.contains(back) ? 1 : 0);
    }

    private void putDown() {
        if (!penDown) {
            penDown = true;
            drawing.set(drawing.get().begin(penX, penY));
        }
    }

    private void release(KeyEvent event) {
        held.remove(event.getCode());
        if (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.SHIFT) {
            penDown = false;
        }
    }

    /** Lifts the keyboard's pen. */
    private void lift() {
        penDown = false;
        held.clear();
    }

    void clear() {
        lift();
        drawing.set(Drawing.EMPTY);
    }

    void undo() {
        lift();
        drawing.set(drawing.get().undo());
    }

    /** Paints during layout, so that any number of changes in a pulse are painted once. */
    @Override
    protected void layoutChildren() {
        double side = getWidth();
        canvas.fit(side, side);
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.setFill(Color.BLACK);
        graphics.fillRect(0, 0, side, side);
        graphics.setLineCap(StrokeLineCap.ROUND);
        graphics.setLineJoin(StrokeLineJoin.ROUND);
        ink(graphics, SOFT_INK, side * (2 * Drawing.PEN + Drawing.SOFT / 2));
        ink(graphics, Color.WHITE, side * (2 * Drawing.PEN - Drawing.SOFT / 2));
        // A frame, since in the dark theme the window is about as dark as the pad.
        graphics.setLineWidth(1);
        graphics.setStroke(colours.get(Role.GRID));
        graphics.strokeRect(0.5, 0.5, side - 1, side - 1);
        if (isFocusVisible() && !canvas.posing()) {
            double radius = side * Drawing.PEN;
            graphics.setLineWidth(1.5);
            graphics.setStroke(colours.get(Role.VALID));
            graphics.strokeOval(side * penX - radius, side * penY - radius, 2 * radius, 2 * radius);
        }
    }

    private void ink(GraphicsContext graphics, Color colour, double breadth) {
        graphics.setStroke(colour);
        graphics.setLineWidth(breadth);
        double side = getWidth();
        for (float[] stroke : drawing.get().strokes()) {
            graphics.beginPath();
            graphics.moveTo(side * stroke[0], side * stroke[1]);
            // A line from a point to itself is a dot.
            graphics.lineTo(side * stroke[0], side * stroke[1]);
            for (int i = 2; i < stroke.length; i += 2) {
                graphics.lineTo(side * stroke[i], side * stroke[i + 1]);
            }
            graphics.stroke();
        }
    }
}
