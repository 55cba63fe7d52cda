package latentlab.view.reconstruction;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import latentlab.data.Dataset;
import latentlab.data.ImageShape;
import latentlab.engine.model.Reconstructions;
import latentlab.figure.ImageGridFigure;
import latentlab.figure.ImageGridFigure.Row;
import latentlab.figure.ImageStrip;
import latentlab.figure.Role;
import latentlab.view.CanvasPen;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;

/**
 * Paints originals over reconstructions, ink on black as the data is, with the error of each reconstruction under it;
 * between them, of a denoising model, the noisy images it sees.
 */
final class ImageGrid extends Region {
    private final Canvas canvas = new Canvas();
    private final Texts texts;
    private final ThemeColours colours;
    private final ReadOnlyIntegerWrapper pointed = new ReadOnlyIntegerWrapper(-1);
    private final CanvasPen pen;
    private ImageShape shape;
    private ImageStrip originals;
    /** Null where the model sees the originals. */
    private ImageStrip noisy;

    private ImageStrip reconstructed;
    private double[] errors = {};

    ImageGrid(Texts texts, ThemeColours colours) {
        this.texts = texts;
        this.colours = colours;
        pen = new CanvasPen(canvas.getGraphicsContext2D(), colours);
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
        setOnMouseMoved(event -> pointed.set(count() == 0 ? -1 : figure().columnAt(event.getX(), event.getY())));
        setOnMouseExited(_ -> pointed.set(-1));
    }

    /** The column that the pointer or the keys are at, or -1. */
    ReadOnlyIntegerProperty pointedProperty() {
        return pointed.getReadOnlyProperty();
    }

    private void walk(KeyEvent event) {
        int at = pointed.get();
        int count = count();
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

    private int count() {
        return originals == null ? 0 : originals.count();
    }

    /** Of images that are there. */
    private ImageGridFigure figure() {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(texts.get("view.reconstruction.originals"), originals));
        if (noisy != null) {
            rows.add(new Row(texts.get("view.reconstruction.noisy"), noisy));
        }
        rows.add(new Row(texts.get("view.reconstruction.reconstructions"), reconstructed));
        return new ImageGridFigure(
                getWidth(),
                getHeight(),
                Dataset.SAMPLES,
                rows,
                errors,
                error -> texts.get("view.reconstruction.error", error));
    }

    /** @return where on the screen the images of a column end, below and to the left */
    Point2D below(int column) {
        ImageGridFigure figure = figure();
        return localToScreen(figure.x(column), figure.end());
    }

    /** @param images shape [count, channels, height, width] */
    void showOriginals(byte[] images, ImageShape of) {
        shape = of;
        originals = new ImageStrip(images, shape);
        reconstructed = new ImageStrip(new byte[images.length], shape);
        noisy = null;
        errors = new double[0];
        requestLayout();
    }

    /** @param reconstructions of the originals shown, in the same order */
    void showReconstructions(Reconstructions reconstructions) {
        if (reconstructions.count() == count()) {
            reconstructed = new ImageStrip(reconstructions.pixels(), shape);
            if (reconstructions.noisy() != null) {
                noisy = new ImageStrip(reconstructions.noisy(), shape);
            }
            errors = reconstructions.errors();
            requestLayout();
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /** As high as the images are when they fill the width, unless they would take the room of everything else. */
    @Override
    protected double computePrefHeight(double width) {
        return ImageGridFigure.heightFor(width, Dataset.SAMPLES);
    }

    /** Coalesced by layout: however many changes come in a pulse, they are painted once. */
    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, getWidth(), getHeight());
        if (count() == 0) {
            return;
        }
        ImageGridFigure figure = figure();
        figure.draw(pen);
        int ringed = Math.max(0, pointed.get());
        if (isFocusVisible() && ringed < count()) {
            graphics.setStroke(colours.get(Role.ACCENT));
            graphics.setLineWidth(2);
            graphics.strokeRect(figure.x(ringed) - 2, 1, figure.side() + 4, figure.bottom());
        }
    }
}
