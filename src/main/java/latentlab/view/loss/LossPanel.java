package latentlab.view.loss;

import java.util.List;
import java.util.function.DoubleFunction;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import latentlab.chart.AxisScale;
import latentlab.run.RateChange;
import latentlab.view.ThemeColours;
import latentlab.view.ThemeColours.Role;

/**
 * One coordinate system of the loss chart with its curves.
 *
 * @param heading what stands above it; the curves are named there
 * @param curves from the one painted first
 * @param epochs the epoch axis
 * @param losses the loss axis, at the left; shares have one at the right
 * @param plot where the curves are painted, axes and labels around it
 */
record LossPanel(Heading heading, List<Curve> curves, AxisScale epochs, AxisScale losses, Rectangle2D plot) {
    private static final double FAINT = 0.3;
    private static final Font SMALL = Font.font(11);
    private static final double RATE_ROW = 15;
    /** In a narrower plot labels of the rates would hide the curves; the crosshair reads them there. */
    private static final double ROOM_FOR_RATES = 180;

    /** How far a tick's label may stand out on the right. */
    private static final double OVERHANG = 9;

    private static final double SWATCH = 14;
    private static final double NAMES_GAP = 10;

    /** The axis of shares, at the right; the same in every run, so that runs can be compared. */
    private static final AxisScale SHARES = new AxisScale(0, 1, false);

    /** What the axis of shares takes of the plot's width. */
    static final double SHARES_ROOM = 32;

    /** What a curve is of. */
    enum Measure {
        LOSS,
        /** 0 to 1, read on an axis of its own. */
        SHARE
    }

    /**
     * @param values element e belongs to epoch e
     * @param smooth the same, smoothed, or null to draw the values themselves strongly
     */
    record Curve(String name, Role role, Measure measure, double[] values, double[] smooth) {
        boolean share() {
            return measure == Measure.SHARE;
        }
    }

    /**
     * @param name in place of the curves' names, where others name them; null to name them
     * @param measure what the losses are, at the right end where there is room; empty for nothing
     * @param left where it may begin
     */
    record Heading(String name, String measure, double left) {}

    /** How numbers and marks are written. */
    record Words(
            DoubleFunction<String> loss,
            DoubleFunction<String> share,
            DoubleFunction<String> epoch,
            DoubleFunction<String> rate) {}

    void paint(GraphicsContext graphics, ThemeColours colours, Words words, List<RateChange> changes) {
        graphics.setFont(SMALL);
        graphics.setLineWidth(1);
        paintAxes(graphics, colours, words);
        curves.stream().filter(Curve::share).forEach(curve -> paintShares(graphics, colours.get(curve.role()), words));
        graphics.save();
        graphics.beginPath();
        // Curves that leave the scale, as epoch 0 may, run out of the plot's edge.
        graphics.rect(plot.getMinX() - 2, plot.getMinY() - 2, plot.getWidth() + 4, plot.getHeight() + 4);
        graphics.clip();
        paintRateChanges(graphics, colours, words, changes);
        for (Curve curve : curves) {
            graphics.setStroke(colours.get(curve.role()));
            graphics.setFill(colours.get(curve.role()));
            if (curve.smooth() == null) {
                paintCurve(graphics, scale(curve), curve.values(), 1.75);
            } else {
                graphics.setGlobalAlpha(FAINT);
                paintCurve(graphics, scale(curve), curve.values(), 1);
                graphics.setGlobalAlpha(1);
                paintCurve(graphics, scale(curve), curve.smooth(), 1.75);
            }
        }
        graphics.restore();
        paintHeading(graphics, colours);
    }

    private void paintAxes(GraphicsContext graphics, ThemeColours colours, Words words) {
        Color grid = colours.get(Role.GRID);
        graphics.setFill(colours.get(Role.MUTED));
        graphics.setStroke(grid);
        graphics.setTextAlign(TextAlignment.RIGHT);
        graphics.setTextBaseline(VPos.CENTER);
        double lastLabel = Double.POSITIVE_INFINITY;
        for (double tick : losses.ticks((int) (plot.getHeight() / 36))) {
            double y = crisp(y(losses, tick));
            graphics.strokeLine(plot.getMinX(), y, plot.getMaxX(), y);
            if (lastLabel - y > 13) {
                graphics.fillText(words.loss().apply(tick), plot.getMinX() - 6, y);
                lastLabel = y;
            }
        }
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.setTextBaseline(VPos.TOP);
        for (double tick : epochs.wholeTicks((int) (plot.getWidth() / 56))) {
            double x = crisp(x(tick));
            graphics.strokeLine(x, plot.getMaxY(), x, plot.getMaxY() + 4);
            String label = words.epoch().apply(tick);
            double most = plot.getMaxX() + OVERHANG - TextWidth.of(label, SMALL) / 2;
            graphics.fillText(label, Math.min(x, most), plot.getMaxY() + 5);
        }
        graphics.setStroke(colours.get(Role.MUTED));
        graphics.strokeLine(plot.getMinX(), crisp(plot.getMaxY()), plot.getMaxX(), crisp(plot.getMaxY()));
    }

    /** Ticks only: the grid is that of the losses, and a second one would hide both. */
    private void paintShares(GraphicsContext graphics, Color colour, Words words) {
        graphics.setStroke(colour);
        graphics.setFill(colour);
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setTextBaseline(VPos.CENTER);
        double x = crisp(plot.getMaxX());
        graphics.strokeLine(x, plot.getMinY(), x, plot.getMaxY());
        for (double tick : SHARES.ticks((int) Math.clamp(plot.getHeight() / 36, 2, 5))) {
            double y = crisp(y(SHARES, tick));
            graphics.strokeLine(x, y, x + 3, y);
            graphics.fillText(words.share().apply(tick), x + 5, y);
        }
    }

    private void paintRateChanges(
            GraphicsContext graphics, ThemeColours colours, Words words, List<RateChange> changes) {
        double[] places = new double[changes.size()];
        String[] labels = new String[changes.size()];
        double[] widths = new double[changes.size()];
        graphics.setStroke(colours.get(Role.MUTED));
        graphics.setLineDashes(3, 4);
        for (int i = 0; i < places.length; i++) {
            // Between the last epoch of the old rate and the first of the new one.
            places[i] = crisp(x(changes.get(i).epoch() - 0.5));
            labels[i] = words.rate().apply(changes.get(i).after());
            widths[i] = TextWidth.of(labels[i], SMALL);
            graphics.strokeLine(places[i], plot.getMinY(), places[i], plot.getMaxY());
        }
        graphics.setLineDashes();
        if (plot.getWidth() < ROOM_FOR_RATES) {
            return;
        }
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setTextBaseline(VPos.TOP);
        for (RateMarks.Label label : RateMarks.labels(places, widths, plot.getMinX(), plot.getMaxX())) {
            double y = plot.getMinY() + 2 + label.row() * RATE_ROW;
            graphics.setFill(colours.get(Role.BACKGROUND));
            graphics.fillRect(label.x() - 1, y, widths[label.mark()] + 2, RATE_ROW);
            graphics.setFill(colours.get(Role.MUTED));
            graphics.fillText(labels[label.mark()], label.x(), y);
        }
    }

    /** Never joins a gap; where several epochs share a pixel column, draws what they span. */
    private void paintCurve(GraphicsContext graphics, AxisScale scale, double[] values, double lineWidth) {
        graphics.setLineWidth(lineWidth);
        double perPixel = (epochs.max() - epochs.min()) / plot.getWidth();
        int bundle = Math.max(1, (int) Math.floor(perPixel));
        boolean drawing = false;
        int points = 0;
        double lastX = 0;
        double lastY = 0;
        graphics.beginPath();
        for (int from = 0; from < values.length; from += bundle) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int epoch = from; epoch < Math.min(values.length, from + bundle); epoch++) {
                double y = y(scale, values[epoch]);
                if (Double.isFinite(y)) {
                    low = Math.min(low, y);
                    high = Math.max(high, y);
                }
            }
            if (low > high) {
                dot(graphics, drawing && points == 1, lastX, lastY, lineWidth);
                drawing = false;
                continue;
            }
            double x = x(from);
            if (drawing) {
                graphics.lineTo(x, low);
                points++;
            } else {
                graphics.moveTo(x, low);
                points = 1;
            }
            if (high > low) {
                graphics.lineTo(x, high);
                points++;
            }
            drawing = true;
            lastX = x;
            lastY = high;
        }
        graphics.stroke();
        dot(graphics, drawing && points == 1, lastX, lastY, lineWidth);
    }

    /** A point with no neighbours has no line to be seen by. */
    private static void dot(GraphicsContext graphics, boolean alone, double x, double y, double lineWidth) {
        if (alone) {
            double radius = lineWidth + 1;
            graphics.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
        }
    }

    private void paintHeading(GraphicsContext graphics, ThemeColours colours) {
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setTextAlign(TextAlignment.LEFT);
        double y = plot.getMinY() - 13;
        if (heading.name() != null) {
            graphics.setFill(colours.get(Role.TEXT));
            graphics.fillText(heading.name(), headingStart(TextWidth.of(heading.name(), SMALL)), y);
            return;
        }
        double x = headingStart(SWATCH + 6 + TextWidth.of(curves.getFirst().name(), SMALL));
        for (Curve curve : curves) {
            graphics.setStroke(colours.get(curve.role()));
            graphics.setLineWidth(3);
            graphics.strokeLine(x, y, x + SWATCH, y);
            graphics.setFill(colours.get(Role.TEXT));
            graphics.fillText(curve.name(), x + SWATCH + 6, y);
            x += SWATCH + 6 + TextWidth.of(curve.name(), SMALL) + NAMES_GAP;
        }
        if (x + TextWidth.of(heading.measure(), SMALL) < plot.getMaxX()) {
            graphics.setTextAlign(TextAlignment.RIGHT);
            graphics.setFill(colours.get(Role.MUTED));
            graphics.fillText(heading.measure(), plot.getMaxX(), y);
        }
    }

    /** At the plot's left end, further left where it would not fit. */
    private double headingStart(double width) {
        return Math.max(heading.left(), Math.min(plot.getMinX(), plot.getMaxX() + OVERHANG - width));
    }

    double x(double epoch) {
        return plot.getMinX() + epochs.fraction(epoch) * plot.getWidth();
    }

    /** @return where a curve is at an epoch; NaN where it has no value, or none yet */
    double y(Curve curve, int epoch) {
        return epoch < curve.values().length ? y(scale(curve), curve.values()[epoch]) : Double.NaN;
    }

    private double y(AxisScale scale, double value) {
        return plot.getMaxY() - scale.fraction(value) * plot.getHeight();
    }

    private AxisScale scale(Curve curve) {
        return curve.share() ? SHARES : losses;
    }

    /** A one-pixel line is sharp between two pixels' edges. */
    private static double crisp(double at) {
        return Math.floor(at) + 0.5;
    }
}
