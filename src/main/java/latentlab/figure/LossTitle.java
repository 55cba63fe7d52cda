package latentlab.figure;

import java.util.List;
import latentlab.figure.LossPanel.Curve;
import latentlab.figure.LossPanel.Heading;
import latentlab.figure.TextStyle.Align;
import latentlab.figure.TextStyle.Level;

/** What stands above a panel of the loss chart. */
final class LossTitle {
    private static final double SWATCH = 14;
    private static final double SWATCH_GAP = 6;
    private static final double NAMES_GAP = 10;
    private static final double LEGEND_SWATCH = 18;
    private static final double LEGEND_GAP = 16;
    /** From the plot's left end to the name of the loss axis. */
    private static final double BESIDE = 54;

    private static final double MEASURE_HEIGHT = 16;

    private static final TextStyle NAME = TextStyle.of(11, Role.TEXT, Align.LEFT, Level.MIDDLE);
    private static final TextStyle AT_END = TextStyle.of(11, Role.MUTED, Align.RIGHT, Level.MIDDLE);
    /** Where the curve that comes in from outside the plot begins. */
    private static final TextStyle UNTRAINED = TextStyle.of(11, Role.MUTED, Align.LEFT, Level.BOTTOM);

    private static final TextStyle TITLE = new TextStyle(13, true, Ink.of(Role.TEXT), Align.LEFT, Level.MIDDLE, false);
    private static final TextStyle UPWARDS =
            new TextStyle(11, false, Ink.of(Role.TEXT), Align.CENTER, Level.MIDDLE, true);

    private LossTitle() {}

    /** Small, for the window: the curves' names, or one for both. */
    static void drawNames(Pen pen, LossPanel panel) {
        Heading heading = panel.heading();
        double right = panel.plot().right();
        double y = panel.plot().y() - 13;
        if (heading.name() != null) {
            pen.text(heading.name(), panel.headingStart(pen.width(heading.name(), NAME)), y, NAME);
            return;
        }
        double x = namesStart(pen, panel);
        for (Curve curve : panel.curves()) {
            double end = x + SWATCH + SWATCH_GAP + pen.width(curve.name(), NAME);
            if (curve != panel.curves().getFirst() && end > right) {
                // The crosshair names the others.
                pen.text("…", x, y, NAME);
                return;
            }
            pen.line(x, y, x + SWATCH, y, Stroke.of(Ink.of(curve.role()), 3));
            pen.text(curve.name(), x + SWATCH + SWATCH_GAP, y, NAME);
            x = end + NAMES_GAP;
        }
        if (hasMeasure(pen, panel)) {
            pen.text(heading.measure(), right, y, AT_END);
        }
    }

    private static double namesStart(Pen pen, LossPanel panel) {
        return panel.headingStart(
                SWATCH + SWATCH_GAP + pen.width(panel.curves().getFirst().name(), NAME));
    }

    /** Whether there is room for what the losses are, beside the names of the curves. */
    private static boolean hasMeasure(Pen pen, LossPanel panel) {
        double x = namesStart(pen, panel);
        for (Curve curve : panel.curves()) {
            x += SWATCH + SWATCH_GAP + pen.width(curve.name(), NAME) + NAMES_GAP;
        }
        return x + pen.width(panel.heading().measure(), AT_END) < panel.plot().right();
    }

    /** @return where {@link #drawNames} writes what the losses are; null where it has no room */
    static Area measure(Pen pen, LossPanel panel) {
        if (panel.heading().name() != null || !hasMeasure(pen, panel)) {
            return null;
        }
        double width = pen.width(panel.heading().measure(), AT_END);
        return new Area(
                panel.plot().right() - width, panel.plot().y() - 13 - MEASURE_HEIGHT / 2, width, MEASURE_HEIGHT);
    }

    /** For files: a title, a legend where there are several curves, and what the losses are beside their axis. */
    static void draw(Pen pen, LossStyle style, LossWords words, LossPanel panel) {
        List<Curve> curves = panel.curves();
        Area plot = panel.plot();
        double y = plot.y() - 20;
        pen.text(panel.heading().name(), plot.x(), y, TITLE);
        pen.text(words.measure(), plot.x() - BESIDE, plot.centreY(), UPWARDS);
        if (curves.size() > 1) {
            double x = plot.right();
            for (Curve curve : curves.reversed()) {
                pen.text(curve.name(), x, y, AT_END.in(Role.TEXT));
                x -= pen.width(curve.name(), AT_END) + SWATCH_GAP;
                pen.line(x - LEGEND_SWATCH, y, x, y, style.curve(curve.role()));
                x -= LEGEND_SWATCH + LEGEND_GAP;
            }
        }
        double untrained = panel.leftOut();
        if (!Double.isNaN(untrained)) {
            pen.text(words.untrained(untrained), plot.x(), plot.y() - 3, UNTRAINED);
        }
    }
}
