package latentlab.view.reconstruction;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import latentlab.data.Dataset;
import latentlab.figure.ImageGridFigure;
import latentlab.figure.Role;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;
import latentlab.view.paint.CanvasPen;
import latentlab.view.paint.FigureCanvas;

/**
 * Paints originals over reconstructions, with the error of each reconstruction under it; between them, of a denoising
 * model, the noisy images it sees, and below them what they differ in.
 */
final class ImageGrid extends Region {
    private final FigureCanvas canvas = new FigureCanvas();
    private final Texts texts;
    private final ThemeColours colours;
    private final ReadOnlyIntegerWrapper pointed = new ReadOnlyIntegerWrapper(-1);
    private final CanvasPen pen;
    private final WipeDivider divider = new WipeDivider(this);
    /** Null until there is something to do with columns. */
    private ColumnGestures gestures;
    /** Null before there is a run. */
    private GridPictures shown;

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
        divider.shareProperty().subscribe(this::requestLayout);
        setOnMouseMoved(event -> pointed.set(shown == null ? -1 : figure().columnAt(event.getX(), event.getY())));
        setOnMouseExited(_ -> pointed.set(-1));
    }

    /** The column that the pointer or the keys are at, or -1. */
    ReadOnlyIntegerProperty pointedProperty() {
        return pointed.getReadOnlyProperty();
    }

    /** Place of the divider between two epochs in each image, 0 to 1. */
    ReadOnlyDoubleProperty dividerProperty() {
        return divider.shareProperty();
    }

    /** Goes to a column. */
    void point(int column) {
        pointed.set(column);
    }

    /** Lets pointer and keys change the columns. */
    void setActions(ColumnGestures.Actions actions) {
        gestures = new ColumnGestures(this, texts, actions);
        gestures.gapProperty().subscribe(this::requestLayout);
    }

    private void walk(KeyEvent event) {
        if (event.isShiftDown() && divider.moved(event.getCode())) {
            event.consume();
            return;
        }
        if (event.isAltDown()) {
            return;
        }
        int at = pointed.get();
        int count = count();
        switch (event.getCode()) {
            case LEFT -> pointed.set(at < 0 ? count - 1 : Math.max(0, at - 1));
            case RIGHT -> pointed.set(Math.min(count - 1, at + 1));
            case HOME -> pointed.set(Math.min(count - 1, 0));
            case END -> pointed.set(count - 1);
            case ESCAPE -> {
                if (at < 0 || isHover()) {
                    // Not for the keys' place, which there is none of: ends a comparison.
                    return;
                }
                pointed.set(-1);
            }
            default -> {
                return;
            }
        }
        // Arrows at either end are not meant to lead to the next control.
        event.consume();
    }

    int count() {
        return shown == null ? 0 : shown.count();
    }

    /** What is painted; null before there is a run. */
    GridPictures shown() {
        return shown;
    }

    /** Of images that are there. */
    ImageGridFigure figure() {
        return new ImageGridFigure(
                getWidth(),
                getHeight(),
                Dataset.SAMPLES,
                shown.rows(texts, divider.shareProperty().get()),
                shown.numbers(texts));
    }

    /** @return where on the screen a column begins, above its middle */
    Point2D above(int column) {
        ImageGridFigure figure = figure();
        return localToScreen(figure.x(column) + figure.side() / 2, 0);
    }

    /** @return where on the screen the images of a column end, below and to the left */
    Point2D below(int column) {
        ImageGridFigure figure = figure();
        return localToScreen(figure.x(column), figure.end());
    }

    void show(GridPictures pictures) {
        shown = pictures;
        if (pointed.get() >= pictures.count()) {
            pointed.set(pictures.count() - 1);
        }
        requestLayout();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /** As high as the images are when they fill the width, unless they would take the room of everything else. */
    @Override
    protected double computePrefHeight(double width) {
        return shown == null
                ? ImageGridFigure.heightFor(width, Dataset.SAMPLES)
                : ImageGridFigure.heightFor(width, Dataset.SAMPLES, shown.rowCount(), shown.lineCount());
    }

    /** Coalesced by layout: however many changes come in a pulse, they are painted once. */
    @Override
    protected void layoutChildren() {
        canvas.fit(getWidth(), getHeight());
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, getWidth(), getHeight());
        if (count() == 0) {
            return;
        }
        ImageGridFigure figure = figure();
        figure.draw(pen);
        if (gestures != null && gestures.gapProperty().get() >= 0) {
            figure.drawGap(pen, gestures.gapProperty().get());
        }
        int ringed = Math.max(0, pointed.get());
        if (isFocusVisible() && ringed < count() && !canvas.posing()) {
            graphics.setStroke(colours.get(Role.ACCENT));
            graphics.setLineWidth(2);
            graphics.strokeRect(figure.x(ringed) - 2, 1, figure.side() + 4, figure.bottom());
        }
    }
}
