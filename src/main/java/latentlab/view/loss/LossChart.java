package latentlab.view.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Dimension2D;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import latentlab.engine.settings.Loss;
import latentlab.figure.Area;
import latentlab.figure.AxisScale;
import latentlab.figure.LossFigure;
import latentlab.figure.LossPanel;
import latentlab.figure.LossPanel.Curve;
import latentlab.figure.LossPanel.Measure;
import latentlab.figure.LossStyle;
import latentlab.figure.Role;
import latentlab.glossary.Term;
import latentlab.preferences.LossOptions;
import latentlab.text.Sentence;
import latentlab.view.Buttons;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;
import latentlab.view.paint.CanvasPen;
import latentlab.view.paint.FigureCanvas;
import latentlab.view.words.Terms;

/**
 * Paints the losses over the epochs: both in one panel, or the notebook's three (both, training, validation). The
 * marker of the selected epoch and the crosshair lie on a canvas of their own, so that moving them does not repaint the
 * curves.
 */
final class LossChart extends Region {
    private static final LossStyle STYLE = LossStyle.WINDOW;
    /** From the loss axis to the button, which leaves the arrowhead free. */
    private static final double BESIDE = 6;
    /** What the axes are called in. */
    private static final double NAME_HEIGHT = 18;

    private final FigureCanvas curvesCanvas = new FigureCanvas();
    private final FigureCanvas markerCanvas = new FigureCanvas();
    private final Texts texts;
    private final ThemeColours colours;
    /** What the axis leaves out of epoch 0, or that it does not: a click changes that. */
    final Button untrained = new Button();

    /** Over what the axes are called, which are explained there. */
    private final Label epochAxis = new Label();

    private final Label lossAxis = new Label();
    private final ObjectProperty<Term> measured = new SimpleObjectProperty<>(Term.MSE);

    private final CanvasPen pen;
    private LossCurves curves = LossCurves.NONE;
    private LossOptions options = LossOptions.DEFAULT;
    private Loss loss = Loss.MSE;
    /** The epoch at which the run has left another one; 0 for none. */
    private int branch;

    /** Element e belongs to epoch e; null where it is not to be shown. */
    private double[] accuracy;

    private int neighbours;
    /** In place of the losses; null for these. */
    private Other other;

    private List<LossPanel> panels = List.of();
    private int selected;
    private double pointerX = Double.NaN;
    private double pointerY;
    private boolean curvesChanged = true;

    /** @param pick receives the epoch that is clicked or dragged to */
    LossChart(Texts texts, ThemeColours colours, IntConsumer pick) {
        this.texts = texts;
        this.colours = colours;
        pen = new CanvasPen(curvesCanvas.getGraphicsContext2D(), colours);
        untrained.setId("loss-untrained");
        untrained.getStyleClass().add("loss-untrained");
        untrained.setManaged(false);
        untrained.setVisible(false);
        epochAxis.setId("loss-epoch-axis");
        lossAxis.setId("loss-axis");
        for (Label each : List.of(epochAxis, lossAxis)) {
            each.setManaged(false);
        }
        Terms.tell(epochAxis, Term.EPOCH, texts);
        Terms.tell(lossAxis, measured, texts);
        getChildren().addAll(curvesCanvas, markerCanvas, epochAxis, lossAxis, untrained);
        Buttons.named(untrained, texts.bind("view.loss.untrained.help"));
        untrained.accessibleHelpProperty().bind(texts.bind("view.loss.untrained.help"));
        untrained.accessibleTextProperty().bind(untrained.textProperty());
        setMinSize(200, 120);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        focusVisibleProperty().subscribe(this::requestLayout);
        getStyleClass().add("loss-chart");
        colours.versionProperty().subscribe(this::repaintCurves);
        texts.messagesProperty().subscribe(this::repaintCurves);
        setOnMouseMoved(this::point);
        setOnMouseExited(_ -> {
            pointerX = Double.NaN;
            requestLayout();
        });
        setOnMousePressed(event -> pickAt(event, pick));
        setOnMouseDragged(event -> pickAt(event, pick));
    }

    /**
     * Curves that are none of losses.
     *
     * @param measure what their numbers are
     * @param term what explains them
     */
    record Other(String measure, Term term, List<Curve> curves) {}

    /** @param now what to show in place of the losses; null for these */
    void show(Other now) {
        other = now;
        repaintCurves();
    }

    void show(LossCurves now) {
        curves = now;
        repaintCurves();
    }

    void show(LossOptions now) {
        options = now;
        repaintCurves();
    }

    /** @param measure what the run's losses are */
    void show(Loss measure) {
        loss = measure;
        repaintCurves();
    }

    /** @param epoch at which the run has left another one; 0 for none */
    void showBranch(int epoch) {
        branch = epoch;
        repaintCurves();
    }

    /**
     * @param known accuracy in latent space, 0 to 1: element e belongs to epoch e, NaN where there is none; null for no
     * curve
     * @param voting how many neighbours that is the accuracy of
     */
    void showAccuracy(double[] known, int voting) {
        accuracy = known;
        neighbours = voting;
        repaintCurves();
    }

    void select(int epoch) {
        selected = epoch;
        requestLayout();
    }

    private void repaintCurves() {
        curvesChanged = true;
        requestLayout();
    }

    private void point(MouseEvent event) {
        pointerX = event.getX();
        pointerY = event.getY();
        requestLayout();
    }

    private void pickAt(MouseEvent event, IntConsumer pick) {
        point(event);
        int epoch = epochAt(event.getX());
        if (event.getButton() == MouseButton.PRIMARY && epoch >= 0) {
            pick.accept(epoch);
        }
    }

    /** @return the panel whose plot is at a place, or null */
    private LossPanel panelAt(double x) {
        for (LossPanel panel : panels) {
            Area plot = panel.plot();
            if (x >= plot.x() - STYLE.room().right()
                    && x <= plot.right() + STYLE.room().right()) {
                return panel;
            }
        }
        return null;
    }

    /** @return the epoch nearest to a place, or -1 where there is no plot or no epoch */
    private int epochAt(double x) {
        LossPanel panel = panelAt(x);
        if (panel == null || curves.epochs() == 0) {
            return -1;
        }
        Area plot = panel.plot();
        double epoch = panel.epochs().value((x - plot.x()) / plot.width());
        return Math.clamp(Math.round(epoch), 0, curves.epochs() - 1);
    }

    /** Coalesced by layout: however many changes come in a pulse, they are painted once. */
    @Override
    protected void layoutChildren() {
        boolean refitted = curvesCanvas.fit(getWidth(), getHeight());
        markerCanvas.fit(getWidth(), getHeight());
        if (curvesChanged || refitted) {
            curvesChanged = false;
            paintCurves();
        }
        paintMarkers();
    }

    private void paintCurves() {
        GraphicsContext graphics = curvesCanvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, getWidth(), getHeight());
        LossFigure figure = figure(options);
        panels = figure.panels();
        figure.draw(pen);
        placeUntrained();
        placeNames(figure);
    }

    /** Where the figure has written them, above and below the plots. */
    private void placeNames(LossFigure figure) {
        measured.set(other == null ? term(loss) : other.term());
        Area measure = figure.measure(pen);
        if (measure != null) {
            lossAxis.resizeRelocate(measure.x(), measure.y(), measure.width(), measure.height());
        }
        epochAxis.resizeRelocate(0, getHeight() - NAME_HEIGHT, getWidth(), NAME_HEIGHT);
        lossAxis.setAccessibleText(figure.words().measure());
        epochAxis.setAccessibleText(figure.words().epochs());
        lossAxis.setVisible(measure != null);
        epochAxis.setVisible(!panels.isEmpty());
    }

    private static Term term(Loss loss) {
        return switch (loss) {
            case MSE -> Term.MSE;
            case SSE -> Term.SSE;
            case BCE -> Term.CROSS_ENTROPY;
            case MAE -> Term.MAE;
            case BERNOULLI, GAUSSIAN -> Term.LIKELIHOOD;
        };
    }

    /** In the upper left corner of the first panel whose axis leaves epoch 0 out, or would do so. */
    private void placeUntrained() {
        boolean asked = other == null && options.untrained() && !options.logarithmic();
        for (LossPanel panel : asked ? figure(options.withUntrained(false)).panels() : panels) {
            double loss = panel.leftOut();
            if (!Double.isNaN(loss)) {
                untrained.setText(texts.get(
                        asked
                                ? "view.loss.untrained.hide"
                                : loss > panel.losses().max() ? "view.loss.untrained" : "view.loss.untrained.below",
                        loss));
                untrained.setVisible(true);
                untrained.autosize();
                untrained.relocate(
                        Math.round(panel.plot().x()) + BESIDE,
                        Math.round(panel.plot().y()) + 1);
                return;
            }
        }
        untrained.setVisible(false);
    }

    private LossFigure figure(LossOptions options) {
        LossFigure figure = LossFigure.of(
                getWidth(),
                getHeight(),
                curves.epochs() == 0 ? List.of() : contents(options),
                new AxisScale(0, curves.lastEpoch(), false),
                losses -> LossCurves.lossScale(
                        options.logarithmic(),
                        options.untrained() || other != null,
                        losses.stream().map(Curve::values).toArray(double[][]::new)),
                STYLE,
                new LossChartWords(texts, loss, other == null ? null : other.measure()),
                curves.rateChanges());
        return figure.branchedAt(branch);
    }

    private List<List<Curve>> contents(LossOptions options) {
        if (other != null) {
            return List.of(other.curves());
        }
        Curve train = curve(options, "view.loss.train", Role.TRAIN, curves.train());
        Curve valid = curve(options, "view.loss.valid", Role.VALID, curves.valid());
        if (options.threePanels()) {
            return List.of(List.of(train, valid), List.of(train), List.of(valid));
        }
        List<Curve> single = new ArrayList<>(List.of(train, valid));
        curves.parts().forEach((part, values) -> {
            String name = texts.get("view.loss.part", Sentence.of("engine.part." + part));
            single.add(new Curve(name, Role.MUTED, Measure.LOSS, values, null));
        });
        if (accuracy != null) {
            single.add(new Curve(
                    texts.get("view.loss.accuracyCurve", neighbours), Role.ACCURACY, Measure.SHARE, accuracy, null));
        }
        return List.of(single);
    }

    private Curve curve(LossOptions options, String nameKey, Role role, double[] values) {
        double weight = options.smoothing();
        return new Curve(
                texts.get(nameKey), role, Measure.LOSS, values, weight > 0 ? Smoothing.smooth(values, weight) : null);
    }

    private void paintMarkers() {
        GraphicsContext graphics = markerCanvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, getWidth(), getHeight());
        if (curves.epochs() == 0) {
            return;
        }
        for (LossPanel panel : panels) {
            paintMarker(graphics, panel);
        }
        if (markerCanvas.posing()) {
            return;
        }
        // Reached by keyboard, it reads the values of the selected epoch, which the arrow keys move.
        double reads =
                Double.isNaN(pointerX) && isFocusVisible() ? panels.getFirst().x(selected) : pointerX;
        int read = Double.isNaN(reads) ? -1 : epochAt(reads);
        if (read >= 0) {
            LossPanel panel = panelAt(reads);
            paintCrosshair(graphics, panel, read);
            LossReadout.of(texts, read, panel.curves(), curves.rateChanges(), branch)
                    .paint(
                            graphics,
                            colours,
                            new Point2D(
                                    reads, Double.isNaN(pointerX) ? panel.plot().bottom() : pointerY),
                            panel.plot().y() + 6,
                            new Dimension2D(getWidth(), getHeight()));
        }
    }

    private void paintMarker(GraphicsContext graphics, LossPanel panel) {
        Area plot = panel.plot();
        double x = panel.x(selected);
        graphics.setStroke(colours.get(Role.MARKER));
        graphics.setLineWidth(1.5);
        graphics.strokeLine(x, plot.y(), x, plot.bottom());
        paintDots(graphics, panel, selected, 4);
    }

    private void paintCrosshair(GraphicsContext graphics, LossPanel panel, int epoch) {
        Area plot = panel.plot();
        graphics.setStroke(colours.get(Role.MUTED));
        graphics.setLineWidth(1);
        double x = panel.x(epoch);
        graphics.strokeLine(x, plot.y(), x, plot.bottom());
        for (Curve curve : panel.curves()) {
            double y = panel.y(curve, epoch);
            if (y >= plot.y() && y <= plot.bottom()) {
                graphics.strokeLine(plot.x(), y, plot.right(), y);
            }
        }
        paintDots(graphics, panel, epoch, 3);
    }

    private void paintDots(GraphicsContext graphics, LossPanel panel, int epoch, double radius) {
        for (Curve curve : panel.curves()) {
            double y = panel.y(curve, epoch);
            if (y >= panel.plot().y() - 1 && y <= panel.plot().bottom() + 1) {
                graphics.setFill(colours.get(Role.BACKGROUND));
                graphics.fillOval(panel.x(epoch) - radius - 1, y - radius - 1, 2 * radius + 2, 2 * radius + 2);
                graphics.setFill(colours.get(curve.role()));
                graphics.fillOval(panel.x(epoch) - radius, y - radius, 2 * radius, 2 * radius);
            }
        }
    }
}
