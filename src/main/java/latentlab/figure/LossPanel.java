package latentlab.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import latentlab.figure.TextStyle.Align;
import latentlab.figure.TextStyle.Level;
import latentlab.run.RateChange;

/**
 * One coordinate system of the loss chart with its curves.
 *
 * @param heading what stands above it
 * @param curves from the one drawn first
 * @param epochs the epoch axis
 * @param losses the loss axis, at the left; shares have one at the right
 * @param plot where the curves are drawn, axes and labels around it
 */
public record LossPanel(Heading heading, List<Curve> curves, AxisScale epochs, AxisScale losses, Area plot) {
    private static final double SMALL = 11;
    private static final double RATE_ROW = 15;
    /** What a button takes beside its words. */
    private static final double LEFT_OUT_ROOM = 24;
    /** In a narrower plot labels of the rates would hide the curves; the crosshair reads them there. */
    private static final double ROOM_FOR_RATES = 180;

    /** How far a tick's label may stand out on the right. */
    private static final double OVERHANG = 9;

    /** The axis of shares, at the right; the same in every run, so that runs can be compared. */
    private static final AxisScale SHARES = new AxisScale(0, 1, false);

    /** What the axis of shares takes of the plot's width, in points. */
    public static final double SHARES_ROOM = 32;

    private static final TextStyle LOSS_TICK = TextStyle.of(SMALL, Role.MUTED, Align.RIGHT, Level.MIDDLE);
    private static final TextStyle EPOCH_TICK = TextStyle.of(SMALL, Role.MUTED, Align.CENTER, Level.TOP);
    private static final TextStyle RATE = TextStyle.of(SMALL, Role.MUTED, Align.LEFT, Level.TOP);
    private static final Stroke GRID = Stroke.of(Ink.of(Role.GRID), 1);

    /** What a curve is of. */
    public enum Measure {
        LOSS,
        /** Peak signal-to-noise ratio, from which the mean squared error follows. */
        PSNR,
        /** 0 to 1, read on an axis of its own. */
        SHARE
    }

    /**
     * @param values element e belongs to epoch e; NaN where there is none
     * @param smooth the same, smoothed, or null to draw the values themselves strongly
     */
    public record Curve(String name, Role role, Measure measure, double[] values, double[] smooth) {
        public boolean share() {
            return measure == Measure.SHARE;
        }
    }

    /** A line from top to bottom, and what it is for. */
    private record Mark(double x, String label) {}

    /**
     * @param name in place of the curves' names, where others name them; null to name them
     * @param measure what the losses are, at the right end where there is room; empty for nothing
     * @param left where it may begin
     */
    record Heading(String name, String measure, double left) {}

    /**
     * @return the loss of epoch 0 that the axis leaves out, the furthest of several; NaN where it leaves none out
     */
    public double leftOut() {
        return beyond().furthest();
    }

    private LeftOut beyond() {
        return LeftOut.of(
                losses,
                curves.stream()
                        .filter(curve -> !curve.share() && curve.values().length > 0)
                        .mapToDouble(curve -> curve.values()[0]));
    }

    void draw(Pen pen, LossStyle style, LossWords words, List<RateChange> changes, int branch) {
        drawAxes(pen, style, words);
        curves.stream().filter(Curve::share).forEach(curve -> drawShares(pen, curve.role(), words));
        // Curves that leave the scale, as epoch 0 may, run out of the plot's edge.
        pen.within(new Area(plot.x() - 2, plot.y() - 2, plot.width() + 4, plot.height() + 4), () -> {
            drawMarks(pen, style, words, changes, branch);
            for (Curve curve : curves) {
                if (curve.smooth() == null) {
                    drawCurve(pen, style, curve, curve.values(), branch);
                } else {
                    drawCurve(pen, style, scale(curve), curve.values(), style.faint(curve.role()));
                    drawCurve(pen, style, curve, curve.smooth(), branch);
                }
            }
        });
        beyond().draw(pen, plot, x(0));
        if (style.titled()) {
            LossTitle.draw(pen, style, words, this);
        } else {
            LossTitle.drawNames(pen, this);
        }
    }

    private void drawAxes(Pen pen, LossStyle style, LossWords words) {
        double lastLabel = Double.POSITIVE_INFINITY;
        List<Double> ticks = losses.ticks((int) (plot.height() / style.lossTickRoom()));
        for (double tick : ticks) {
            double y = crisp(y(losses, tick));
            pen.line(plot.x(), y, plot.right(), y, GRID);
            if (lastLabel - y > 13) {
                pen.text(words.loss(tick, ticks), plot.x() - 6, y, LOSS_TICK);
                lastLabel = y;
            }
        }
        for (double tick : epochs.wholeTicks((int) (plot.width() / 56))) {
            double x = crisp(x(tick));
            pen.line(x, plot.bottom(), x, plot.bottom() + 4, Stroke.of(style.tick(), 1));
            String label = words.epoch(tick);
            double most = plot.right() + OVERHANG - pen.width(label, EPOCH_TICK) / 2;
            pen.text(label, Math.min(x, most), plot.bottom() + 5, EPOCH_TICK);
        }
        pen.line(plot.x(), crisp(plot.bottom()), plot.right(), crisp(plot.bottom()), Stroke.of(style.axis(), 1));
    }

    /** Ticks only: the grid is that of the losses, and a second one would hide both. */
    private void drawShares(Pen pen, Role role, LossWords words) {
        Stroke axis = Stroke.of(Ink.of(role), 1);
        TextStyle label = TextStyle.of(SMALL, role, Align.LEFT, Level.MIDDLE);
        double x = crisp(plot.right());
        pen.line(x, plot.y(), x, plot.bottom(), axis);
        for (double tick : SHARES.ticks((int) Math.clamp(plot.height() / 36, 2, 5))) {
            double y = crisp(y(SHARES, tick));
            pen.line(x, y, x + 3, y, axis);
            pen.text(words.share(tick), x + 5, y, label);
        }
    }

    /** Where the rate was changed, and where the run has left another one. */
    private void drawMarks(Pen pen, LossStyle style, LossWords words, List<RateChange> changes, int branch) {
        Stroke dashed = Stroke.dashed(style.axis(), 3, 4);
        List<Mark> marks = new ArrayList<>();
        for (RateChange change : changes) {
            // Between the last epoch of the old rate and the first of the new one.
            marks.add(new Mark(crisp(x(change.epoch() - 0.5)), words.rate(change.after())));
        }
        if (branch > 0) {
            marks.add(new Mark(crisp(x(branch)), words.branch()));
            marks.sort(Comparator.comparingDouble(Mark::x));
        }
        double[] places = marks.stream().mapToDouble(Mark::x).toArray();
        double[] widths = marks.stream()
                .mapToDouble(mark -> pen.width(mark.label(), RATE))
                .toArray();
        for (Mark mark : marks) {
            pen.line(mark.x(), plot.y(), mark.x(), plot.bottom(), dashed);
        }
        if (plot.width() < ROOM_FOR_RATES) {
            return;
        }
        double free = taken(pen, style, words);
        for (RateMarks.Label label : RateMarks.labels(places, widths, plot.x(), free, plot.right())) {
            double y = plot.y() + 2 + label.row() * RATE_ROW;
            pen.fillRectangle(new Area(label.x() - 1, y, widths[label.mark()] + 2, RATE_ROW), Ink.of(Role.BACKGROUND));
            pen.text(marks.get(label.mark()).label(), label.x(), y, RATE);
        }
    }

    /** @return up to where the first row is taken by what a panel without a title says of epoch 0 */
    private double taken(Pen pen, LossStyle style, LossWords words) {
        double loss = leftOut();
        String label = style.titled() || Double.isNaN(loss) ? "" : words.untrained(loss);
        return label.isEmpty() ? plot.x() : plot.x() + pen.width(label, RATE) + LEFT_OUT_ROOM;
    }

    /** Of a branch, what it shares with the run that it has left is faint. */
    private void drawCurve(Pen pen, LossStyle style, Curve curve, double[] values, int branch) {
        Stroke stroke = style.curve(curve.role());
        if (branch <= 0) {
            drawCurve(pen, style, scale(curve), values, stroke);
            return;
        }
        int shared = Math.min(branch, values.length - 1);
        double[] own = values.clone();
        Arrays.fill(own, 0, Math.max(0, shared), Double.NaN);
        drawCurve(pen, style, scale(curve), Arrays.copyOf(values, shared + 1), style.faint(curve.role()));
        drawCurve(pen, style, scale(curve), own, stroke);
    }

    /** Never joins a gap; where there are more epochs than can be told apart, draws what they span. */
    private void drawCurve(Pen pen, LossStyle style, AxisScale scale, double[] values, Stroke stroke) {
        double perPoint = (epochs.max() - epochs.min()) / plot.width();
        int bundle = Math.max(1, (int) Math.floor(perPoint / style.steps()));
        double radius = stroke.width() + style.dot();
        boolean dotted = values.length <= style.dotted() + 1;
        Track track = new Track();
        boolean drawing = false;
        int points = 0;
        double lastX = 0;
        double lastY = 0;
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
                drawDot(pen, drawing && points == 1, lastX, lastY, radius, stroke.ink());
                drawing = false;
                continue;
            }
            double x = x(from);
            if (drawing) {
                track.lineTo(x, low);
                points++;
            } else {
                track.moveTo(x, low);
                points = 1;
            }
            if (high > low) {
                track.lineTo(x, high);
                points++;
            }
            drawDot(pen, dotted, x, high, radius, stroke.ink());
            drawing = true;
            lastX = x;
            lastY = high;
        }
        pen.track(track, stroke);
        drawDot(pen, drawing && points == 1, lastX, lastY, radius, stroke.ink());
    }

    /** A point with no neighbours has no line to be seen by. */
    private static void drawDot(Pen pen, boolean wanted, double x, double y, double radius, Ink ink) {
        if (wanted) {
            pen.fillEllipse(new Area(x - radius, y - radius, 2 * radius, 2 * radius), ink);
        }
    }

    /** At the plot's left end, further left where a heading would not fit. @param width of the heading */
    double headingStart(double width) {
        return Math.max(heading.left(), Math.min(plot.x(), plot.right() + OVERHANG - width));
    }

    public double x(double epoch) {
        return plot.x() + epochs.fraction(epoch) * plot.width();
    }

    /** @return where a curve is at an epoch; NaN where it has no value, or none yet */
    public double y(Curve curve, int epoch) {
        return epoch < curve.values().length ? y(scale(curve), curve.values()[epoch]) : Double.NaN;
    }

    private double y(AxisScale scale, double value) {
        return plot.bottom() - scale.fraction(value) * plot.height();
    }

    private AxisScale scale(Curve curve) {
        return curve.share() ? SHARES : losses;
    }

    /** A line one point wide is sharp between two pixels' edges. */
    private static double crisp(double at) {
        return Math.floor(at) + 0.5;
    }
}
