package latentlab.figure;

import java.util.stream.DoubleStream;

/**
 * The losses of epoch 0 that an axis leaves out.
 *
 * @param losses the axis
 * @param beyond what lies outside of it, ascending
 */
public record LeftOut(AxisScale losses, double[] beyond) {
    /** Side of the arrowhead that leads there. */
    private static final double HEAD = 7;

    /** @param first losses of epoch 0; NaN where there is none */
    public static LeftOut of(AxisScale losses, DoubleStream first) {
        return new LeftOut(
                losses,
                first.filter(loss -> loss < losses.min() || loss > losses.max())
                        .sorted()
                        .toArray());
    }

    public boolean none() {
        return beyond.length == 0;
    }

    public double least() {
        return beyond[0];
    }

    public double most() {
        return beyond[beyond.length - 1];
    }

    /** @return the one furthest from 0; NaN for none */
    double furthest() {
        return none() ? Double.NaN : Math.abs(least()) > Math.abs(most()) ? least() : most();
    }

    /** Draws arrowheads at the edges behind which they lie. @param x where epoch 0 is */
    public void draw(Pen pen, Area plot, double x) {
        if (!none() && most() > losses.max()) {
            head(pen, x, plot.y(), HEAD);
        }
        if (!none() && least() < losses.min()) {
            head(pen, x, plot.bottom(), -HEAD);
        }
    }

    private static void head(Pen pen, double x, double tip, double down) {
        Track head = new Track();
        head.moveTo(x - HEAD / 2, tip + down);
        head.lineTo(x, tip);
        head.lineTo(x + HEAD / 2, tip + down);
        pen.track(head, Stroke.of(Ink.of(Role.TEXT), 1.5));
    }
}
