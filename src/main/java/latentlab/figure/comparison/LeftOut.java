package latentlab.figure.comparison;

import java.util.stream.DoubleStream;
import latentlab.figure.Area;
import latentlab.figure.AxisScale;
import latentlab.figure.Ink;
import latentlab.figure.Pen;
import latentlab.figure.Role;
import latentlab.figure.TickWords;
import latentlab.figure.Track;

/**
 * The losses of epoch 0 that an axis leaves out.
 *
 * @param losses the axis
 * @param beyond what lies outside of it, ascending
 */
record LeftOut(AxisScale losses, double[] beyond) {
    /** Side of the arrowhead that leads there. */
    private static final double HEAD = 7;

    /** @param first losses of epoch 0; NaN where there is none */
    static LeftOut of(AxisScale losses, DoubleStream first) {
        return new LeftOut(
                losses,
                first.filter(loss -> loss < losses.min() || loss > losses.max())
                        .sorted()
                        .toArray());
    }

    /**
     * Draws arrowheads at the edges behind which they lie, and writes them where the title leaves room.
     *
     * @param x where epoch 0 is
     */
    void draw(Pen pen, Area plot, double x, String title, TickWords words) {
        if (beyond.length == 0) {
            return;
        }
        double least = beyond[0];
        double most = beyond[beyond.length - 1];
        if (most > losses.max()) {
            head(pen, x, plot.y(), HEAD);
        }
        if (least < losses.min()) {
            head(pen, x, plot.bottom(), -HEAD);
        }
        String said = words.untrained(least, most);
        if (pen.width(title, Styles.TITLE) + Styles.GAP + pen.width(said, Styles.AT_END) <= plot.width()) {
            pen.text(said, plot.right(), Styles.TOP - 8, Styles.AT_END);
        }
    }

    private static void head(Pen pen, double x, double tip, double down) {
        Track head = new Track();
        head.moveTo(x - HEAD / 2, tip + down);
        head.lineTo(x, tip);
        head.lineTo(x + HEAD / 2, tip + down);
        pen.track(head, Styles.line(Ink.of(Role.TEXT), 1.5));
    }
}
