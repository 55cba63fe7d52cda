package latentlab.figure.comparison;

import java.util.Arrays;
import latentlab.comparison.KeyFigure;
import latentlab.figure.Area;
import latentlab.figure.AxisScale;
import latentlab.figure.Ink;
import latentlab.figure.Pen;

/** Which colour is which value of a figure, and where it is on an axis. */
final class ValueScale {
    /** Values that span more than this ratio are on a logarithmic scale. */
    static final double WIDE = 20;

    private static final int STEPS = 64;
    private static final double TICK = 44;

    private final KeyFigure figure;
    private final AxisScale scale;

    /** @param values those that are finite count */
    ValueScale(KeyFigure figure, double[] values) {
        this.figure = figure;
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        double low = Arrays.stream(finite).min().orElse(Double.NaN);
        double high = Arrays.stream(finite).max().orElse(Double.NaN);
        boolean wide = low > 0 && high > WIDE * low;
        scale = low < high ? new AxisScale(low, high, wide) : AxisScale.around(low, high, false);
    }

    /** @return 0 for the least value, 1 for the greatest; NaN for none */
    double share(double value) {
        return Double.isNaN(value) ? Double.NaN : Math.clamp(scale.fraction(value), 0, 1);
    }

    /** Draws the colours from the least value below to the greatest above, with numbers to their right. */
    void draw(Pen pen, Area area, RunsWords words) {
        double step = area.height() / STEPS;
        for (int i = 0; i < STEPS; i++) {
            double top = Math.floor(area.bottom() - (i + 1) * step);
            double bottom = i == 0 ? area.bottom() : Math.floor(area.bottom() - i * step);
            pen.fillRectangle(new Area(area.x(), top, area.width(), bottom - top), Ink.ofScale((i + 0.5) / STEPS));
        }
        for (double tick : scale.ticks(Math.max(2, (int) (area.height() / TICK)))) {
            double y = Math.floor(area.bottom() - scale.fraction(tick) * area.height()) + 0.5;
            pen.line(area.right(), y, area.right() + 4, y, Styles.AXIS);
            pen.text(words.tick(figure, tick), area.right() + 7, y, Styles.RIGHT_OF);
        }
    }

    /** @return the widest number that {@link #draw} writes in so high an area */
    double width(Pen pen, double height, RunsWords words) {
        return scale.ticks(Math.max(2, (int) (height / TICK))).stream()
                .mapToDouble(tick -> pen.width(words.tick(figure, tick), Styles.RIGHT_OF))
                .max()
                .orElse(0);
    }
}
