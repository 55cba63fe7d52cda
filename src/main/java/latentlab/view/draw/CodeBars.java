package latentlab.view.draw;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import latentlab.figure.Role;
import latentlab.session.UnitRanges;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;
import latentlab.view.paint.FigureCanvas;

/**
 * Paints a latent code: for each unit a bar from zero to its value, over the unit's range on the test images. All units
 * share one axis. A bar outside its range has another colour. Many units are split into several lines.
 */
final class CodeBars extends Region {
    private static final double AXIS_WIDTH = 34;
    /** Least width per unit; the next constant is the greatest. */
    private static final double NARROW = 6;

    private static final double WIDE = 26;
    /** Least width per unit at which its number is shown below. */
    private static final double NUMBERED = 15;

    private static final double NUMBER_HEIGHT = 14;
    private static final double LINE_GAP = 8;
    private static final double RANGE_OPACITY = 0.35;

    private final FigureCanvas canvas = new FigureCanvas();
    private final Texts texts;
    private final ThemeColours colours;
    private final ReadOnlyIntegerWrapper pointed = new ReadOnlyIntegerWrapper(-1);
    private UnitRanges ranges;
    private float[] code = {};

    CodeBars(Texts texts, ThemeColours colours) {
        this.texts = texts;
        this.colours = colours;
        setId("draw-code");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinWidth(140);
        getChildren().add(canvas);
        colours.versionProperty().subscribe(this::requestLayout);
        texts.messagesProperty().subscribe(this::requestLayout);
        setOnMouseMoved(event -> pointed.set(at(event.getX(), event.getY())));
        setOnMouseExited(_ -> pointed.set(-1));
    }

    /** The unit under the pointer, or -1. */
    ReadOnlyIntegerProperty pointedProperty() {
        return pointed.getReadOnlyProperty();
    }

    /** @param values shape [latent], as the ranges */
    void show(UnitRanges over, float[] values) {
        ranges = over;
        code = values;
        requestLayout();
    }

    private int columns() {
        int most = (int) Math.max(1, Math.floor((getWidth() - AXIS_WIDTH) / NARROW));
        int lines = (code.length + most - 1) / most;
        return (code.length + lines - 1) / Math.max(1, lines);
    }

    private int lines() {
        return (code.length + columns() - 1) / columns();
    }

    private double room() {
        return Math.min(WIDE, (getWidth() - AXIS_WIDTH) / columns());
    }

    private double lineHeight() {
        return (getHeight() + LINE_GAP) / lines();
    }

    private int at(double x, double y) {
        if (code.length == 0 || x < AXIS_WIDTH) {
            return -1;
        }
        int column = (int) Math.floor((x - AXIS_WIDTH) / room());
        int unit = (int) Math.floor(y / lineHeight()) * columns() + column;
        return column < columns() && unit < code.length ? unit : -1;
    }

    /** Paints during layout, so that any number of changes in a pulse are painted once. */
    @Override
    protected void layoutChildren() {
        canvas.fit(getWidth(), getHeight());
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, getWidth(), getHeight());
        if (code.length == 0) {
            return;
        }
        double least = 0;
        double most = 0;
        for (int unit = 0; unit < code.length; unit++) {
            least = Math.min(least, Math.min(ranges.low()[unit], code[unit]));
            most = Math.max(most, Math.max(ranges.high()[unit], code[unit]));
        }
        boolean numbered = room() >= NUMBERED;
        double height = lineHeight() - LINE_GAP - (numbered ? NUMBER_HEIGHT : 0);
        double perUnit = height / Math.max(most - least, 1e-6);
        graphics.setFont(Font.font(11));
        for (int line = 0; line < lines(); line++) {
            double zero = line * lineHeight() + perUnit * most;
            axis(graphics, zero, perUnit, least, most);
            int end = Math.min(code.length, (line + 1) * columns());
            for (int unit = line * columns(); unit < end; unit++) {
                bar(graphics, unit, zero, perUnit);
                if (numbered) {
                    number(graphics, unit, line * lineHeight() + height + 1);
                }
            }
        }
    }

    private void axis(GraphicsContext graphics, double zero, double perUnit, double least, double most) {
        graphics.setFill(colours.get(Role.MUTED));
        graphics.setTextAlign(TextAlignment.RIGHT);
        double end = AXIS_WIDTH - 6;
        graphics.setTextBaseline(VPos.TOP);
        graphics.fillText(texts.get("view.draw.axis", most), end, zero - perUnit * most, end);
        graphics.setTextBaseline(VPos.BOTTOM);
        graphics.fillText(texts.get("view.draw.axis", least), end, zero - perUnit * least, end);
        graphics.setStroke(colours.get(Role.GRID));
        graphics.setLineWidth(1);
        double y = Math.floor(zero) + 0.5;
        graphics.strokeLine(AXIS_WIDTH, y, AXIS_WIDTH + columns() * room(), y);
    }

    private void bar(GraphicsContext graphics, int unit, double zero, double perUnit) {
        double left = AXIS_WIDTH + unit % columns() * room();
        double gap = Math.min(3, room() / 6);
        float low = ranges.low()[unit];
        float high = ranges.high()[unit];
        graphics.setFill(colours.get(Role.MUTED).deriveColor(0, 1, 1, RANGE_OPACITY));
        graphics.fillRect(left + gap, zero - perUnit * high, room() - 2 * gap, Math.max(1, perUnit * (high - low)));
        boolean inside = code[unit] >= low && code[unit] <= high;
        graphics.setFill(colours.get(inside ? Role.TRAIN : Role.VALID));
        double inset = Math.min(room() / 3.5, 2 * gap);
        double top = Math.max(0, code[unit]);
        double length = Math.max(2, perUnit * Math.abs(code[unit]));
        graphics.fillRect(left + inset, zero - perUnit * top, room() - 2 * inset, length);
    }

    private void number(GraphicsContext graphics, int unit, double y) {
        graphics.setFill(colours.get(Role.MUTED));
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.setTextBaseline(VPos.TOP);
        double middle = AXIS_WIDTH + (unit % columns() + 0.5) * room();
        graphics.fillText(texts.get("view.draw.number", unit + 1), middle, y, room());
    }
}
