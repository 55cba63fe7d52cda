package latentlab.view.comparison;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import latentlab.comparison.Axis;
import latentlab.comparison.Comparison;
import latentlab.comparison.Picture;
import latentlab.figure.comparison.AgainstFigure;
import latentlab.figure.comparison.HeatMapFigure;
import latentlab.figure.comparison.OverlayFigure;
import latentlab.figure.comparison.ParallelFigure;
import latentlab.figure.comparison.ParallelFigure.Range;
import latentlab.figure.comparison.RunsFigure;
import latentlab.figure.comparison.RunsWords;
import latentlab.figure.comparison.Spot;
import latentlab.map.CardPlace;
import latentlab.map.LabelPlaces.Box;
import latentlab.view.TakesKeys;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;
import latentlab.view.paint.CanvasPen;
import latentlab.view.paint.FigureCanvas;

/**
 * Paints a picture of several runs. What is pointed at lies on a canvas of its own, so that moving the pointer does not
 * repaint all of them. Arrow keys point, too.
 */
final class ComparisonChart extends Region implements TakesKeys {
    /** From the pointer to what it reads. */
    private static final double AWAY = 14;

    private final FigureCanvas figureCanvas = new FigureCanvas();
    private final FigureCanvas pointedCanvas = new FigureCanvas();
    /** What the pointer reads. */
    private final Label readout = new Label();

    private final Texts texts;
    private final CanvasPen pen;
    private final CanvasPen pointedPen;
    private final Use use;
    private final ReadoutWords words;
    private Comparison comparison;
    private Picture picture;
    /** Of the axes of parallel coordinates. */
    private final Map<Integer, Range> ranges = new HashMap<>();
    /** Null while there is nothing to show. */
    private RunsFigure figure;

    /** Runs that are emphasised. */
    private List<Integer> emphasised = List.of();
    /** Null while nothing is pointed at. */
    private Spot pointed;
    /** Whether the keys have pointed last, instead of the pointer. */
    private boolean byKeys;

    /** The axis that keys and drags are about; -1 for none. */
    private int axis = -1;

    /** Where on it a drag began. */
    private double dragFrom;

    private double pointerX;
    private double pointerY;
    private boolean changed;

    /**
     * What happens with runs that are pointed at.
     *
     * @param point receives the runs that are pointed at, by their places in the comparison
     * @param pick receives the run that is clicked, of several the best
     * @param open receives the run that is double-clicked, likewise
     * @param kept receives how many runs the ranges keep
     */
    record Use(Consumer<List<Integer>> point, Consumer<Integer> pick, Consumer<Integer> open, Consumer<Integer> kept) {}

    ComparisonChart(Texts texts, ThemeColours colours, Use use) {
        this.texts = texts;
        this.use = use;
        words = new ReadoutWords(texts);
        pen = new CanvasPen(figureCanvas.getGraphicsContext2D(), colours);
        pointedPen = new CanvasPen(pointedCanvas.getGraphicsContext2D(), colours);
        readout.setId("comparison-readout");
        readout.getStyleClass().add("comparison-readout");
        readout.setMouseTransparent(true);
        readout.setWrapText(true);
        readout.setManaged(false);
        readout.setVisible(false);
        getChildren().addAll(figureCanvas, pointedCanvas, readout);
        getStyleClass().add("comparison-chart");
        setId("comparison-chart");
        setMinSize(200, 140);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        colours.versionProperty().subscribe(this::repaint);
        texts.messagesProperty().subscribe(this::repaint);
        setOnMouseMoved(this::follow);
        setOnMouseExited(_ -> point(null, false));
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseClicked(this::click);
        setOnKeyPressed(this::take);
    }

    void show(Comparison shown, Picture drawn) {
        comparison = shown;
        picture = drawn;
        emphasised = List.of();
        pointed = null;
        axis = -1;
        ranges.clear();
        makeFigure();
        repaint();
        tellKept();
    }

    /** @param named what is shown, the runs with other names */
    void name(Comparison named) {
        comparison = named;
        makeFigure();
        repaint();
    }

    /** @return the colour of a run that is shown, as a number of a class; -1 where runs have none of their own */
    int colour(int run) {
        return figure.colour(run);
    }

    /** @return the first run that is pointed at from a place, -1 for none */
    int at(double x, double y) {
        Spot there = figure.at(x, y);
        return there == null || there.runs().isEmpty() ? -1 : there.runs().getFirst();
    }

    /** @param runs that the others fade behind; none for no emphasis */
    void emphasise(List<Integer> runs) {
        emphasised = runs;
        requestLayout();
    }

    private void repaint() {
        changed = true;
        requestLayout();
    }

    private void follow(MouseEvent event) {
        pointerX = event.getX();
        pointerY = event.getY();
        point(figure == null ? null : figure.at(pointerX, pointerY), false);
    }

    private void point(Spot now, boolean keys) {
        pointed = now;
        byKeys = keys;
        use.point().accept(now == null ? List.of() : now.runs());
        requestLayout();
    }

    private void press(MouseEvent event) {
        requestFocus();
        axis = -1;
        if (figure instanceof ParallelFigure parallel && event.getButton() == MouseButton.PRIMARY) {
            axis = parallel.axis(event.getX(), event.getY());
            dragFrom = parallel.fraction(event.getY());
        }
        requestLayout();
    }

    private void drag(MouseEvent event) {
        if (axis >= 0 && figure instanceof ParallelFigure parallel) {
            ranges.put(axis, Range.between(dragFrom, parallel.fraction(event.getY())));
            rangesChanged();
        }
    }

    private void click(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (axis >= 0 && event.isStillSincePress()) {
            ranges.remove(axis);
            rangesChanged();
        } else if (axis < 0 && pointed != null && !pointed.runs().isEmpty()) {
            (event.getClickCount() == 2 ? use.open() : use.pick()).accept(best());
        }
    }

    /** The best of the runs that are pointed at. */
    private int best() {
        double sign = picture.figure() != null && picture.figure().moreIsBetter() ? -1 : 1;
        int best = pointed.runs().getFirst();
        for (int run : pointed.runs()) {
            best = picture.figure() != null
                            && sign * comparison.value(picture.figure(), run)
                                    < sign * comparison.value(picture.figure(), best)
                    ? run
                    : best;
        }
        return best;
    }

    private void rangesChanged() {
        makeFigure();
        repaint();
        tellKept();
    }

    private void tellKept() {
        use.kept()
                .accept(
                        figure instanceof ParallelFigure parallel
                                ? parallel.kept().size()
                                : comparison.runs().size());
    }

    @Override
    public boolean takes(KeyCode code) {
        return code.isArrowKey();
    }

    private void take(KeyEvent event) {
        if (figure == null) {
            return;
        }
        int right = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
        int down = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        if (right == 0 && down == 0) {
            takeOther(event);
            return;
        }
        event.consume();
        if (figure instanceof ParallelFigure parallel && (right != 0 || event.isShiftDown())) {
            if (right != 0) {
                byKeys = true;
                axis = axis < 0 ? 0 : Math.clamp(axis + right, 0, parallel.axes() - 1);
                requestLayout();
            } else if (axis >= 0) {
                ranges.put(axis, parallel.narrowed(axis, down < 0));
                rangesChanged();
            }
            return;
        }
        Spot from = pointed != null ? pointed : emphasised.isEmpty() ? null : new Spot(emphasised, -1);
        point(figure.step(from, right, down), true);
    }

    private void takeOther(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER
                && pointed != null
                && !pointed.runs().isEmpty()) {
            use.open().accept(best());
            event.consume();
        } else if ((event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) && axis >= 0) {
            ranges.remove(axis);
            rangesChanged();
            event.consume();
        }
    }

    private void makeFigure() {
        double width = Math.max(1, getWidth());
        double height = Math.max(1, getHeight());
        RunsWords said = new RunsWords(texts::get);
        figure = switch (picture.kind()) {
            case LOSSES ->
                new OverlayFigure(
                        comparison,
                        picture.axis(),
                        width,
                        height,
                        new ComparisonWords(texts),
                        texts.get("view.comparison.losses"),
                        texts.get(picture.axis() == Axis.TIME ? "view.comparison.seconds" : "view.loss.epochAxis"));
            case HEAT_MAP -> new HeatMapFigure(comparison, picture, width, height, said);
            case PARALLEL -> new ParallelFigure(comparison, picture, ranges, width, height, said);
            case AGAINST -> new AgainstFigure(comparison, picture, width, height, said);
        };
    }

    /** Coalesced by layout: however many changes come in a pulse, they are painted once. */
    @Override
    protected void layoutChildren() {
        boolean refitted = figureCanvas.fit(getWidth(), getHeight());
        pointedCanvas.fit(getWidth(), getHeight());
        if (changed || refitted) {
            changed = false;
            figureCanvas.getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
            if (comparison != null) {
                makeFigure();
                figure.draw(pen);
            }
        }
        paintPointed();
    }

    private void paintPointed() {
        pointedCanvas.getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
        boolean read = figure != null
                && pointed != null
                && !pointedCanvas.posing()
                && (pointed.runs().isEmpty() || pointed.runs().equals(emphasised));
        readout.setVisible(read);
        if (read) {
            figure.emphasise(pointedPen, pointed);
        } else if (figure != null && !emphasised.isEmpty() && (pointed == null || !pointedCanvas.posing())) {
            figure.emphasise(pointedPen, new Spot(emphasised, -1));
        }
        if (figure instanceof ParallelFigure parallel && axis >= 0 && byKeys && !pointedCanvas.posing()) {
            parallel.drawFocus(pointedPen, axis);
        }
        if (read) {
            readout.setText(words.text(comparison, picture, figure, pointed));
            setAccessibleHelp(readout.getText());
            placeReadout();
        }
    }

    /** Beside the pointer; what keys point at is read in the corner, since they leave the pointer where it is. */
    private void placeReadout() {
        readout.setMaxWidth(getWidth());
        double width = Math.min(getWidth(), readout.prefWidth(-1));
        double height = readout.prefHeight(width);
        Box beside = CardPlace.beside(pointerX, pointerY, AWAY, width, height, getWidth(), getHeight());
        readout.resizeRelocate(
                Math.rint(byKeys ? Math.max(0, getWidth() - width - AWAY) : beside.x() - width / 2),
                Math.rint(byKeys ? 0 : beside.y() - height / 2),
                width,
                height);
    }
}
