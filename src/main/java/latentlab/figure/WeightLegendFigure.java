package latentlab.figure;

import java.util.function.DoubleFunction;
import latentlab.figure.TextStyle.Align;
import latentlab.figure.TextStyle.Level;

/**
 * Which colour is which weight: from the most negative to the most positive, as far from zero on both sides.
 *
 * @param greatest weight at the right end
 * @param weight how a weight is written
 */
public record WeightLegendFigure(double greatest, DoubleFunction<String> weight) {
    /** In points. */
    public static final double WIDTH = 116;
    /** In points. */
    public static final double HEIGHT = 26;

    private static final double BAR = 10;
    /** Room at both ends for half of a number. */
    private static final double MARGIN = 16;

    private static final TextStyle NUMBER = TextStyle.of(11, Role.MUTED, Align.CENTER, Level.TOP);
    private static final Stroke BOX = Stroke.of(Ink.of(Role.GRID), 1);

    public void draw(Pen pen) {
        double length = WIDTH - 2 * MARGIN;
        pen.weightScale(new Area(MARGIN, 1, length, BAR));
        pen.rectangle(new Area(MARGIN - 0.5, 0.5, length + 1, BAR + 1), BOX);
        double y = BAR + 2;
        pen.text(weight.apply(-greatest), MARGIN, y, NUMBER);
        pen.text(weight.apply(0), WIDTH / 2, y, NUMBER);
        pen.text(weight.apply(greatest), WIDTH - MARGIN, y, NUMBER);
    }
}
