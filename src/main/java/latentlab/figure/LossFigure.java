package latentlab.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import latentlab.figure.LossPanel.Curve;
import latentlab.figure.TextStyle.Align;
import latentlab.figure.TextStyle.Level;
import latentlab.run.RateChange;

/**
 * The loss chart: one panel, or several side by side.
 *
 * @param height in points
 * @param panels from left to right; none where there is no epoch
 * @param rateChanges marked by a dashed line in each panel
 * @param branch the epoch at which the run has left another one, whose losses are faint up to there; 0 for none
 */
public record LossFigure(
        double height,
        List<LossPanel> panels,
        LossStyle style,
        LossWords words,
        List<RateChange> rateChanges,
        int branch) {
    /** A line more above several panels without titles: what the losses are. */
    private static final double MEASURE_HEIGHT = 19;

    private static final TextStyle EPOCHS = TextStyle.of(11, Role.MUTED, Align.CENTER, Level.BOTTOM);
    private static final TextStyle MEASURE = TextStyle.of(11, Role.MUTED, Align.LEFT, Level.TOP);

    /**
     * @param width in points
     * @param height in points
     * @param contents curves of each panel
     * @param epochs the epoch axis of all panels
     * @param losses makes the loss axis for a panel's curves of losses
     */
    public static LossFigure of(
            double width,
            double height,
            List<List<Curve>> contents,
            AxisScale epochs,
            Function<List<Curve>, AxisScale> losses,
            LossStyle style,
            LossWords words,
            List<RateChange> rateChanges) {
        boolean several = contents.size() > 1;
        double pitch = width / Math.max(1, contents.size());
        double top = style.room().top() + (several && !style.titled() ? MEASURE_HEIGHT : 0);
        double plotWidth =
                Math.max(1, pitch - style.room().left() - style.room().right());
        double plotHeight = Math.max(1, height - top - style.room().bottom());
        List<LossPanel> panels = new ArrayList<>();
        for (int i = 0; i < contents.size(); i++) {
            List<Curve> curves = contents.get(i);
            double shares = curves.stream().anyMatch(Curve::share) ? LossPanel.SHARES_ROOM : 0;
            // The names of both curves have no room above a third of the chart; the other two panels name one each.
            String name = (several || style.titled()) && curves.size() > 1
                    ? words.both()
                    : style.titled() ? curves.getFirst().name() : null;
            panels.add(new LossPanel(
                    new LossPanel.Heading(name, several ? "" : words.measure(), i * pitch + 4),
                    curves,
                    epochs,
                    losses.apply(curves.stream().filter(curve -> !curve.share()).toList()),
                    new Area(i * pitch + style.room().left(), top, plotWidth - shares, plotHeight)));
        }
        return new LossFigure(height, List.copyOf(panels), style, words, rateChanges, 0);
    }

    /** @return the same of a run that has left another one. @param epoch the last one they share */
    public LossFigure branchedAt(int epoch) {
        return new LossFigure(height, panels, style, words, rateChanges, epoch);
    }

    /** @return where a chart without a title says what the losses are; null where it has no room for it */
    public Area measure(Pen pen) {
        return panels.size() > 1
                ? new Area(0, 0, 4 + pen.width(words.measure(), MEASURE), MEASURE_HEIGHT)
                : panels.isEmpty() ? null : LossTitle.measure(pen, panels.getFirst());
    }

    public void draw(Pen pen) {
        for (LossPanel panel : panels) {
            panel.draw(pen, style, words, rateChanges, branch);
        }
        TextStyle epochs = style.titled() ? EPOCHS.in(Role.TEXT) : EPOCHS;
        for (LossPanel panel : panels) {
            pen.text(
                    words.epochs(),
                    panel.plot().centreX(),
                    height - style.room().foot(),
                    epochs);
        }
        if (panels.size() > 1 && !style.titled()) {
            pen.text(words.measure(), 4, 3, MEASURE);
        }
    }
}
