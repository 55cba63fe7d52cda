package latentlab.view.reconstruction;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import latentlab.data.ImageShape;
import latentlab.figure.Role;
import latentlab.figure.TextStyle;
import latentlab.figure.TextStyle.Align;
import latentlab.figure.TextStyle.Level;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;
import latentlab.view.paint.CanvasPen;
import latentlab.view.paint.FigureCanvas;
import latentlab.view.paint.ImagePixels;
import latentlab.view.reconstruction.Enlarged.Part;

/**
 * Paints an original and its reconstruction side by side, so large that one can point at a pixel of both, and reads its
 * values where they have room. Arrow keys go from pixel to pixel, plus and minus zoom.
 */
final class PixelPane extends Region {
    private static final double GAP = 12;
    private static final double TITLE = 20;
    /** Width of all images together. */
    private static final double WIDTH = 492;
    /** Room that a number takes in a pixel. */
    private static final double NUMBER_WIDTH = 24;

    private static final double NUMBER_HEIGHT = 11;
    private static final double STEP = 1.5;

    private static final TextStyle NAME = TextStyle.of(12, Role.MUTED, Align.CENTER, Level.TOP);

    private final Texts texts;
    private final ThemeColours colours;
    private final FigureCanvas canvas = new FigureCanvas();
    private final CanvasPen pen;
    private final Map<Part, WritableImage> pictures = new EnumMap<>(Part.class);
    private final ReadOnlyIntegerWrapper pixel = new ReadOnlyIntegerWrapper(-1);
    private Enlarged shown;
    private Magnifier magnifier;

    PixelPane(Texts texts, ThemeColours colours) {
        this.texts = texts;
        this.colours = colours;
        pen = new CanvasPen(canvas.getGraphicsContext2D(), colours);
        getChildren().add(canvas);
        setId("enlarged-pixels");
        getStyleClass().add("pixel-pane");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        setOnMouseMoved(this::point);
        setOnMouseExited(_ -> pixel.set(-1));
        setOnMousePressed(_ -> requestFocus());
        setOnScroll(this::zoom);
        setOnKeyPressed(this::walk);
        pixel.subscribe(this::requestLayout);
        focusVisibleProperty().subscribe(this::requestLayout);
        colours.versionProperty().subscribe(this::requestLayout);
        texts.messagesProperty().subscribe(this::requestLayout);
    }

    /** The pixel that the pointer or the keys are at, row by row from 0 on; -1 for none. */
    ReadOnlyIntegerProperty pixelProperty() {
        return pixel.getReadOnlyProperty();
    }

    void show(Enlarged next) {
        if (magnifier == null || !next.shape().equals(shown.shape())) {
            magnifier = new Magnifier(next.shape().width(), next.shape().height());
            pixel.set(-1);
        }
        shown = next;
        pictures.clear();
        for (Part part : parts()) {
            ImageShape shape = shown.shape();
            WritableImage picture = new WritableImage(shape.width(), shape.height());
            ImagePixels.write(picture.getPixelWriter(), 0, 0, shown.bytes(part), 0, shape);
            pictures.put(part, picture);
        }
        requestLayout();
    }

    private List<Part> parts() {
        return shown.noisy() == null ? List.of(Part.ORIGINAL, Part.RECONSTRUCTION) : List.of(Part.values());
    }

    private double side() {
        int parts = shown == null ? 2 : parts().size();
        return Math.floor((WIDTH - (parts - 1) * GAP) / parts);
    }

    private double x(int part) {
        return part * (side() + GAP);
    }

    /** Side of a pixel on the screen. */
    private double scale() {
        return side() / magnifier.span();
    }

    /** @return the place in the image that is at a place of the pane, in one direction */
    private double column(double x) {
        return magnifier.left() + (x % (side() + GAP)) / scale();
    }

    private double row(double y) {
        return magnifier.top() + (y - TITLE) / scale();
    }

    private void point(MouseEvent event) {
        if (shown == null) {
            return;
        }
        int column = (int) Math.floor(column(event.getX()));
        int row = (int) Math.floor(row(event.getY()));
        boolean inside = event.getY() >= TITLE
                && event.getX() % (side() + GAP) < side()
                && column >= 0
                && column < shown.shape().width()
                && row >= 0
                && row < shown.shape().height();
        pixel.set(inside ? row * shown.shape().width() + column : -1);
    }

    private void zoom(ScrollEvent event) {
        if (shown != null && event.getDeltaY() != 0) {
            zoom(event.getDeltaY() > 0 ? STEP : 1 / STEP, column(event.getX()), row(event.getY()));
            event.consume();
        }
    }

    private void zoom(double factor, double x, double y) {
        magnifier.zoom(factor, x, y, side());
        requestLayout();
    }

    /** Zooms about the pixel that is pointed at, or the middle. */
    void zoom(boolean in) {
        if (shown != null) {
            int at = pixel.get();
            int width = shown.shape().width();
            double x = at < 0 ? magnifier.left() + magnifier.span() / 2 : at % width + 0.5;
            double y = at < 0 ? magnifier.top() + magnifier.span() / 2 : Math.floorDiv(at, width) + 0.5;
            zoom(in ? STEP : 1 / STEP, x, y);
        }
    }

    private void walk(KeyEvent event) {
        if (shown == null || event.isAltDown() || event.isShortcutDown()) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> step(-1, 0);
            case RIGHT -> step(1, 0);
            case UP -> step(0, -1);
            case DOWN -> step(0, 1);
            case PLUS, ADD, EQUALS -> zoom(true);
            case MINUS, SUBTRACT -> zoom(false);
            case DIGIT0, NUMPAD0 -> {
                magnifier.whole();
                requestLayout();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void step(int columns, int rows) {
        int width = shown.shape().width();
        int height = shown.shape().height();
        int column = width / 2;
        int row = height / 2;
        if (pixel.get() >= 0) {
            column = Math.clamp(pixel.get() % width + columns, 0, width - 1);
            row = Math.clamp(Math.floorDiv(pixel.get(), width) + rows, 0, height - 1);
        }
        magnifier.reveal(column, row);
        pixel.set(row * width + column);
        requestLayout();
    }

    @Override
    protected double computePrefWidth(double height) {
        return WIDTH;
    }

    @Override
    protected double computePrefHeight(double width) {
        return TITLE + side();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        canvas.fit(getWidth(), getHeight());
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, getWidth(), getHeight());
        if (shown == null) {
            return;
        }
        List<Part> parts = parts();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            double x = x(i);
            pen.text(name(part), x + side() / 2, 0, side(), NAME);
            graphics.save();
            graphics.beginPath();
            graphics.rect(x, TITLE, side(), side());
            graphics.clip();
            paint(graphics, part, x);
            graphics.restore();
        }
        if (isFocusVisible()) {
            graphics.setStroke(colours.get(Role.ACCENT));
            graphics.setLineWidth(2);
            graphics.strokeRect(1, TITLE - 1, WIDTH - 2, side() + 1);
        }
    }

    private String name(Part part) {
        return switch (part) {
            case ORIGINAL -> texts.get("view.reconstruction.enlarged.original");
            case NOISY -> texts.get("view.reconstruction.enlarged.noisy");
            case RECONSTRUCTION -> texts.get("view.reconstruction.enlarged.reconstruction");
        };
    }

    private void paint(GraphicsContext graphics, Part part, double x) {
        int width = shown.shape().width();
        int height = shown.shape().height();
        double scale = scale();
        double left = x - magnifier.left() * scale;
        double top = TITLE - magnifier.top() * scale;
        graphics.setFill(Color.BLACK);
        graphics.fillRect(x, TITLE, side(), side());
        graphics.setImageSmoothing(false);
        graphics.drawImage(pictures.get(part), left, top, width * scale, height * scale);
        if (scale >= NUMBER_WIDTH && scale >= NUMBER_HEIGHT * shown.shape().channels() + 2) {
            int firstRow = (int) Math.max(0, Math.floor(magnifier.top()));
            int firstColumn = (int) Math.max(0, Math.floor(magnifier.left()));
            for (int row = firstRow; row < Math.min(height, magnifier.top() + magnifier.span()); row++) {
                for (int column = firstColumn;
                        column < Math.min(width, magnifier.left() + magnifier.span());
                        column++) {
                    numbers(
                            graphics,
                            part,
                            row * width + column,
                            left + (column + 0.5) * scale,
                            top + (row + 0.5) * scale);
                }
            }
        }
        if (pixel.get() >= 0) {
            graphics.setStroke(colours.get(Role.ACCENT));
            graphics.setLineWidth(2);
            graphics.strokeRect(
                    left + pixel.get() % width * scale, top + Math.floorDiv(pixel.get(), width) * scale, scale, scale);
        }
    }

    /** Of each channel, one below the other, in what can be read on the pixel. */
    private void numbers(GraphicsContext graphics, Part part, int at, double x, double y) {
        int channels = shown.shape().channels();
        ToDoubleFunction<Integer> value = channel -> shown.value(part, channel, at);
        double light = channels == 1
                ? value.applyAsDouble(0)
                : 0.3 * value.applyAsDouble(0) + 0.59 * value.applyAsDouble(1) + 0.11 * value.applyAsDouble(2);
        graphics.setFill(light > 0.5 ? Color.BLACK : Color.WHITE);
        graphics.setFont(Font.font(9));
        graphics.setTextAlign(TextAlignment.CENTER);
        for (int channel = 0; channel < channels; channel++) {
            double line = y + (channel - (channels - 1) / 2.0) * NUMBER_HEIGHT + 3;
            graphics.fillText(texts.get("view.reconstruction.enlarged.value", value.applyAsDouble(channel)), x, line);
        }
    }
}
