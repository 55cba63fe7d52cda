package latentlab.view.reconstruction;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import latentlab.data.Dataset;
import latentlab.data.ImageShape;
import latentlab.engine.model.Reconstructions;
import latentlab.figure.Role;
import latentlab.view.InkStrip;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;

/**
 * Paints originals over reconstructions, ink on black as the data is, with the error of each reconstruction under it; between
 * them, of a denoising model, the noisy images it sees.
 */
final class ImageGrid extends Region {
    private static final double GAP = 8;
    private static final double CAPTION_WIDTH = 104;
    private static final double ERROR_HEIGHT = 18;
    /** Side of an image at most. */
    private static final double MOST = 112;

    private final Canvas canvas = new Canvas();
    private final Texts texts;
    private final ThemeColours colours;
    private final ReadOnlyIntegerWrapper pointed = new ReadOnlyIntegerWrapper(-1);
    private int count;
    private ImageShape shape;
    private InkStrip originals;
    /** Null where the model sees the originals. */
    private InkStrip noisy;

    private InkStrip reconstructed;
    private double[] errors = {};

    ImageGrid(Texts texts, ThemeColours colours) {
        this.texts = texts;
        this.colours = colours;
        getChildren().add(canvas);
        setMinSize(420, 110);
        getStyleClass().add("image-grid");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        setOnKeyPressed(this::walk);
        focusedProperty().subscribe(() -> pointed.set(-1));
        focusVisibleProperty().subscribe(this::requestLayout);
        pointed.subscribe(this::requestLayout);
        colours.versionProperty().subscribe(this::requestLayout);
        texts.messagesProperty().subscribe(this::requestLayout);
        setOnMouseMoved(event -> pointed.set(columnAt(event.getX(), event.getY())));
        setOnMouseExited(_ -> pointed.set(-1));
    }

    /** The column that the pointer or the keys are at, or -1. */
    ReadOnlyIntegerProperty pointedProperty() {
        return pointed.getReadOnlyProperty();
    }

    private void walk(KeyEvent event) {
        int at = pointed.get();
        switch (event.getCode()) {
            case LEFT -> pointed.set(at < 0 ? count - 1 : Math.max(0, at - 1));
            case RIGHT -> pointed.set(Math.min(count - 1, at + 1));
            case HOME -> pointed.set(Math.min(count - 1, 0));
            case END -> pointed.set(count - 1);
            case ESCAPE -> pointed.set(-1);
            default -> {
                return;
            }
        }
        // Arrows at either end are not meant to lead to the next control.
        event.consume();
    }

    /** @return where on the screen the images of a column end, below and to the left */
    Point2D below(int column) {
        double pitch = cell() + GAP;
        return localToScreen(left() + column * pitch, rows() * pitch - GAP + ERROR_HEIGHT);
    }

    /** @param images shape [count, channels, height, width] */
    void showOriginals(byte[] images, ImageShape of) {
        shape = of;
        count = images.length / shape.size();
        originals = new InkStrip(images, shape);
        reconstructed = new InkStrip(new byte[images.length], shape);
        noisy = null;
        errors = new double[0];
        requestLayout();
    }

    /** @param reconstructions of the originals shown, in the same order */
    void showReconstructions(Reconstructions reconstructions) {
        if (reconstructions.count() == count) {
            reconstructed = new InkStrip(reconstructions.pixels(), shape);
            if (reconstructions.noisy() != null) {
                noisy = new InkStrip(reconstructions.noisy(), shape);
            }
            errors = reconstructions.errors();
            requestLayout();
        }
    }

    private int rows() {
        return noisy == null ? 2 : 3;
    }

    private double cell() {
        double down = (getHeight() - (rows() - 1) * GAP - ERROR_HEIGHT) / rows();
        return Math.max(8, Math.floor(Math.min(across(getWidth()), down)));
    }

    /** The side of an image when all of a row share a width. */
    private static double across(double width) {
        return (width - CAPTION_WIDTH - GAP * (Dataset.SAMPLES - 1)) / Dataset.SAMPLES;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /** As high as the images are when they fill the width, unless they would take the room of everything else. */
    @Override
    protected double computePrefHeight(double width) {
        return 2 * Math.clamp(Math.floor(across(width)), 40, MOST) + GAP + ERROR_HEIGHT;
    }

    private double left() {
        double used = CAPTION_WIDTH + count * cell() + (count - 1) * GAP;
        return Math.max(0, Math.floor((getWidth() - used) / 2)) + CAPTION_WIDTH;
    }

    private int columnAt(double x, double y) {
        double pitch = cell() + GAP;
        int column = (int) Math.floor((x - left()) / pitch);
        boolean inside = column >= 0 && column < count && (x - left()) % pitch < cell();
        return inside && y < rows() * pitch - GAP ? column : -1;
    }

    /** Coalesced by layout: however many changes come in a pulse, they are painted once. */
    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, getWidth(), getHeight());
        if (count == 0) {
            return;
        }
        double cell = cell();
        double left = left();
        double last = (rows() - 1) * (cell + GAP);
        graphics.setFill(colours.get(Role.MUTED));
        graphics.setFont(Font.font(12));
        graphics.setTextAlign(TextAlignment.RIGHT);
        graphics.setTextBaseline(VPos.CENTER);
        double end = left - GAP;
        double room = CAPTION_WIDTH - GAP;
        graphics.fillText(texts.get("view.reconstruction.originals"), end, cell / 2, room);
        if (noisy != null) {
            graphics.fillText(texts.get("view.reconstruction.noisy"), end, cell + GAP + cell / 2, room);
        }
        graphics.fillText(texts.get("view.reconstruction.reconstructions"), end, last + cell / 2, room);
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.setTextBaseline(VPos.TOP);
        graphics.setFont(Font.font(11));
        for (int i = 0; i < count; i++) {
            double x = left + i * (cell + GAP);
            originals.paint(graphics, i, x, 0, cell);
            if (noisy != null) {
                noisy.paint(graphics, i, x, cell + GAP, cell);
            }
            reconstructed.paint(graphics, i, x, last, cell);
            if (i < errors.length) {
                graphics.setFill(colours.get(Role.MUTED));
                graphics.fillText(
                        texts.get("view.reconstruction.error", errors[i]), x + cell / 2, last + cell + 3, cell + GAP);
            }
            if (isFocusVisible() && i == Math.max(0, pointed.get())) {
                graphics.setStroke(colours.get(Role.ACCENT));
                graphics.setLineWidth(2);
                graphics.strokeRect(x - 2, 1, cell + 4, last + cell);
            }
        }
    }
}
