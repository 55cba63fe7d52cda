package latentlab.view.comparison;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import latentlab.comparison.Axis;
import latentlab.comparison.ComparedRun;
import latentlab.comparison.Comparison;
import latentlab.figure.comparison.OverlayFigure;
import latentlab.figure.comparison.Spot;
import latentlab.view.CanvasPen;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;

/**
 * Paints the validation losses of several runs. The run that is pointed at lies on a canvas of its own, so that moving
 * the pointer does not repaint all of them.
 */
final class ComparisonChart extends Region {
    /** From the pointer to what it reads. */
    private static final double AWAY = 14;

    private final Canvas curvesCanvas = new Canvas();
    private final Canvas pointedCanvas = new Canvas();
    /** What the pointer reads. */
    private final Label readout = new Label();

    private final Texts texts;
    private final CanvasPen pen;
    private final CanvasPen pointedPen;
    private final IntConsumer point;
    private Comparison comparison;
    private Axis axis = Axis.EPOCH;
    /** Null while there is nothing to show. */
    private OverlayFigure figure;

    /** The run that is emphasised, -1 for none. */
    private int emphasised = -1;
    /** Null while the pointer is not near a curve. */
    private Spot pointed;

    private double pointerX;
    private double pointerY;
    private boolean changed;

    /**
     * @param point receives the run that is pointed at, by its place in the comparison; -1 for none
     * @param pick receives the run that is clicked
     */
    ComparisonChart(Texts texts, ThemeColours colours, IntConsumer point, IntConsumer pick) {
        this.texts = texts;
        this.point = point;
        pen = new CanvasPen(curvesCanvas.getGraphicsContext2D(), colours);
        pointedPen = new CanvasPen(pointedCanvas.getGraphicsContext2D(), colours);
        readout.setId("comparison-readout");
        readout.getStyleClass().add("comparison-readout");
        readout.setMouseTransparent(true);
        readout.setManaged(false);
        readout.setVisible(false);
        getChildren().addAll(curvesCanvas, pointedCanvas, readout);
        setId("comparison-chart");
        setMinSize(200, 140);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        colours.versionProperty().subscribe(this::repaint);
        texts.messagesProperty().subscribe(this::repaint);
        setOnMouseMoved(this::follow);
        setOnMouseExited(_ -> point(null));
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && pointed != null) {
                pick.accept(pointed.runs().getFirst());
            }
        });
    }

    void show(Comparison shown, Axis by) {
        comparison = shown;
        axis = by;
        emphasised = -1;
        pointed = null;
        makeFigure();
        repaint();
    }

    /** @return the colour of a run that is shown, as a number of a class */
    int colour(int run) {
        return figure.colour(run);
    }

    /** @return the run that is pointed at from a place, -1 for none */
    int at(double x, double y) {
        Spot there = figure.at(x, y);
        return there == null ? -1 : there.runs().getFirst();
    }

    /** @param run that the others fade behind; -1 for none */
    void emphasise(int run) {
        emphasised = run;
        requestLayout();
    }

    private void repaint() {
        changed = true;
        requestLayout();
    }

    private void follow(MouseEvent event) {
        pointerX = event.getX();
        pointerY = event.getY();
        point(figure == null ? null : figure.at(pointerX, pointerY));
    }

    private void point(Spot now) {
        pointed = now;
        point.accept(now == null ? -1 : now.runs().getFirst());
        requestLayout();
    }

    private void makeFigure() {
        figure = new OverlayFigure(
                comparison,
                axis,
                Math.max(1, getWidth()),
                Math.max(1, getHeight()),
                new ComparisonWords(texts),
                texts.get("view.comparison.losses"),
                texts.get(axis == Axis.TIME ? "view.comparison.seconds" : "view.loss.epochAxis"));
    }

    /** Coalesced by layout: however many changes come in a pulse, they are painted once. */
    @Override
    protected void layoutChildren() {
        if (curvesCanvas.getWidth() != getWidth() || curvesCanvas.getHeight() != getHeight()) {
            for (Canvas canvas : List.of(curvesCanvas, pointedCanvas)) {
                canvas.setWidth(getWidth());
                canvas.setHeight(getHeight());
            }
            changed = true;
        }
        if (changed) {
            changed = false;
            curvesCanvas.getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
            if (comparison != null) {
                makeFigure();
                figure.draw(pen);
            }
        }
        paintPointed();
    }

    private void paintPointed() {
        pointedCanvas.getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
        boolean read = pointed != null && pointed.runs().getFirst() == emphasised;
        readout.setVisible(read);
        if (figure != null && emphasised >= 0) {
            figure.emphasise(pointedPen, read ? pointed : Spot.of(emphasised));
        }
        if (read) {
            ComparedRun run = comparison.runs().get(pointed.runs().getFirst());
            String label = comparison.label(run);
            String said = texts.get(
                    "view.comparison.readout",
                    run.name(),
                    pointed.detail(),
                    run.history().get(pointed.detail()).validLoss());
            readout.setText(label.equals(run.name()) ? said : said + "\n" + label);
            readout.setMaxWidth(getWidth());
            double width = Math.min(getWidth(), readout.prefWidth(-1));
            double height = readout.prefHeight(width);
            double x = pointerX + AWAY + width > getWidth() ? pointerX - AWAY - width : pointerX + AWAY;
            double y = pointerY + AWAY + height > getHeight() ? pointerY - AWAY - height : pointerY + AWAY;
            readout.resizeRelocate(Math.max(0, Math.rint(x)), Math.max(0, Math.rint(y)), width, height);
        }
    }
}
