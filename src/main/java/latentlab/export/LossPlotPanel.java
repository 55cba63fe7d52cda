package latentlab.export;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import latentlab.chart.AxisScale;
import latentlab.run.RateChange;

/**
 * One coordinate system of the loss plot.
 *
 * @param title what stands above it
 * @param axis what stands beside the loss axis
 * @param curves from the one painted first; with more than one there is a legend
 * @param area where the curves are painted, axes and labels around it
 * @param lettering fonts and language
 */
record LossPlotPanel(String title, String axis, List<Curve> curves, Rectangle2D area, Lettering lettering) {
    private static final Color TEXT = new Color(0x222222);
    private static final Color MUTED = new Color(0x666666);
    private static final Color GRID = new Color(0xe4e4e4);
    private static final Color AXIS = new Color(0x999999);
    private static final BasicStroke HAIRLINE = new BasicStroke(1);
    private static final BasicStroke CURVE = new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final BasicStroke DASHED =
            new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {4, 3}, 0);
    private static final double MARKER = 5;
    /** Up to so many epochs each one is marked by a dot. */
    private static final int MARKED = 20;

    /** @param values element e belongs to epoch e; NaN where there is none */
    record Curve(String name, Color colour, double[] values) {}

    void paint(Graphics2D graphics, List<RateChange> rateChanges) {
        new Painting(graphics, epochScale(), lossScale()).paint(rateChanges);
    }

    private int lastEpoch() {
        return curves.getFirst().values().length - 1;
    }

    private AxisScale epochScale() {
        int last = Math.max(1, lastEpoch());
        return new AxisScale(-0.02 * last, 1.02 * last, false);
    }

    /**
     * The untrained model's loss is several times that of the first epoch; with it in range, learning would be a flat line at
     * the bottom. Its curve comes in from above instead.
     */
    private AxisScale lossScale() {
        double[] trained = values(1).toArray();
        double low = Arrays.stream(trained).min().orElse(Double.NaN);
        double high = Arrays.stream(trained).max().orElse(Double.NaN);
        double untrained = values(0).max().orElse(Double.NaN);
        if (lastEpoch() >= 3 && untrained > high + (high - low) / 2) {
            return AxisScale.around(low, high, false);
        }
        return AxisScale.around(
                values(0).min().orElse(Double.NaN), values(0).max().orElse(Double.NaN), false);
    }

    private DoubleStream values(int fromEpoch) {
        return curves.stream()
                .flatMapToDouble(curve -> Arrays.stream(curve.values()).skip(fromEpoch))
                .filter(Double::isFinite);
    }

    /** The panel on a canvas, with its scales. */
    private final class Painting {
        private final Graphics2D graphics;
        private final AxisScale epochs;
        private final AxisScale losses;
        private final Font small = lettering.plain(11);

        Painting(Graphics2D graphics, AxisScale epochs, AxisScale losses) {
            this.graphics = graphics;
            this.epochs = epochs;
            this.losses = losses;
        }

        void paint(List<RateChange> rateChanges) {
            paintTitle();
            paintAxes();
            Shape clip = graphics.getClip();
            graphics.clip(new Rectangle2D.Double(
                    area.getX() - MARKER, area.getY(), area.getWidth() + 2 * MARKER, area.getHeight() + MARKER));
            paintRateChanges(rateChanges);
            curves.forEach(this::paintCurve);
            graphics.setClip(clip);
        }

        private void paintTitle() {
            Font font = lettering.bold(13);
            double baseline = area.getY() - 16;
            text(title, font, TEXT, area.getX(), baseline, 0);
            if (curves.size() > 1) {
                paintLegend(baseline);
            } else if (curves.getFirst().values()[0] > losses.max()) {
                // Where the curve that comes in from above begins.
                double untrained = curves.getFirst().values()[0];
                String words = lettering.messages().text("export.plot.untrained", untrained);
                text(words, small, MUTED, area.getMaxX(), baseline, 1);
            }
        }

        private void paintLegend(double baseline) {
            double x = area.getMaxX();
            for (Curve curve : curves.reversed()) {
                x -= text(curve.name(), small, TEXT, x, baseline, 1) + 6;
                graphics.setColor(curve.colour());
                graphics.setStroke(CURVE);
                graphics.draw(new Line2D.Double(x - 18, baseline - 4, x, baseline - 4));
                x -= 18 + 16;
            }
        }

        private void paintAxes() {
            graphics.setStroke(HAIRLINE);
            List<Double> ticks = losses.ticks(5);
            DecimalFormat format = decimals(ticks);
            for (double tick : ticks) {
                graphics.setColor(GRID);
                graphics.draw(new Line2D.Double(area.getX(), y(tick), area.getMaxX(), y(tick)));
                text(format.format(tick), small, MUTED, area.getX() - 8, y(tick) + 4, 1);
            }
            for (double tick : epochs.wholeTicks(6)) {
                graphics.setColor(AXIS);
                graphics.draw(new Line2D.Double(x(tick), area.getMaxY(), x(tick), area.getMaxY() + 4));
                text(String.valueOf((long) tick), small, MUTED, x(tick), area.getMaxY() + 17, 0.5);
            }
            graphics.setColor(AXIS);
            graphics.draw(new Line2D.Double(area.getX(), area.getMaxY(), area.getMaxX(), area.getMaxY()));
            String epoch = lettering.messages().text("export.plot.epoch");
            text(epoch, small, TEXT, area.getCenterX(), area.getMaxY() + 36, 0.5);
            AffineTransform upright = graphics.getTransform();
            graphics.rotate(-Math.PI / 2, area.getX() - 50, area.getCenterY());
            text(axis, small, TEXT, area.getX() - 50, area.getCenterY(), 0.5);
            graphics.setTransform(upright);
        }

        private DecimalFormat decimals(List<Double> ticks) {
            DecimalFormat format = new DecimalFormat(
                    "0", DecimalFormatSymbols.getInstance(lettering.messages().locale()));
            if (ticks.size() > 1) {
                double step = ticks.get(1) - ticks.get(0);
                int digits = Math.max(0, (int) Math.ceil(-Math.log10(step) - 1e-9));
                format.setMinimumFractionDigits(digits);
                format.setMaximumFractionDigits(digits);
            }
            return format;
        }

        private void paintRateChanges(List<RateChange> rateChanges) {
            double free = Double.NEGATIVE_INFINITY;
            for (RateChange change : rateChanges) {
                // Between the last epoch of the old rate and the first of the new one.
                double x = x(change.epoch() - 0.5);
                graphics.setColor(AXIS);
                graphics.setStroke(DASHED);
                graphics.draw(new Line2D.Double(x, area.getY(), x, area.getMaxY()));
                String rate = lettering.messages().text("export.plot.rate", change.after());
                double width = Lettering.width(rate, small);
                boolean fitsRight = x + 5 + width <= area.getMaxX();
                double left = fitsRight ? x + 5 : x - 5 - width;
                if (left >= free) {
                    text(rate, small, MUTED, left, area.getY() + 11, 0);
                    free = left + width + 5;
                }
            }
        }

        /** Never joins a gap; a point without neighbours is a dot. */
        private void paintCurve(Curve curve) {
            graphics.setColor(curve.colour());
            graphics.setStroke(CURVE);
            double[] values = curve.values();
            Path2D line = new Path2D.Double();
            boolean drawing = false;
            for (int epoch = 0; epoch < values.length; epoch++) {
                if (!Double.isFinite(values[epoch])) {
                    drawing = false;
                    continue;
                }
                if (drawing) {
                    line.lineTo(x(epoch), y(values[epoch]));
                } else {
                    line.moveTo(x(epoch), y(values[epoch]));
                }
                boolean alone = !drawing && (epoch + 1 == values.length || !Double.isFinite(values[epoch + 1]));
                if (alone || values.length <= MARKED + 1) {
                    graphics.fill(
                            new Ellipse2D.Double(x(epoch) - MARKER / 2, y(values[epoch]) - MARKER / 2, MARKER, MARKER));
                }
                drawing = true;
            }
            graphics.draw(line);
        }

        /**
         * @param align 0: begins at x, 0.5: is centred there, 1: ends there
         * @return its width
         */
        private double text(String words, Font font, Color colour, double x, double baseline, double align) {
            double width = Lettering.width(words, font);
            graphics.setColor(colour);
            Lettering.draw(graphics, words, font, x - align * width, baseline);
            return width;
        }

        private double x(double epoch) {
            return area.getX() + epochs.fraction(epoch) * area.getWidth();
        }

        private double y(double loss) {
            return area.getMaxY() - losses.fraction(loss) * area.getHeight();
        }
    }
}
