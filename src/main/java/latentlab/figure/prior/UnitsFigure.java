package latentlab.figure.prior;

import java.util.List;
import latentlab.figure.Area;
import latentlab.figure.ImageStrip;
import latentlab.figure.Ink;
import latentlab.figure.Pen;
import latentlab.figure.Role;
import latentlab.figure.Stroke;
import latentlab.figure.TextStyle;
import latentlab.figure.TextStyle.Align;
import latentlab.figure.TextStyle.Level;
import latentlab.figure.Track;

/**
 * The units of a variational code, a row each below a line of headings: number, divergence as a bar, its curve over the
 * epochs, and what the decoder makes of an image's code while that unit alone goes from one end of the prior to the
 * other.
 *
 * @param rows from the top
 * @param images of each row its steps, row after row
 * @param steps images a row
 * @param epochs from 0 to this one the curves go, at least 1
 * @param epoch that is shown, which has a dot on its unit's curve
 * @param words what stands over the columns, and what a unit is called that tells nothing
 */
public record UnitsFigure(List<UnitRow> rows, ImageStrip images, int steps, int epochs, int epoch, Words words) {
    /** Height of a row, in points. */
    public static final double ROW = 36;
    /** Height of the headings. */
    public static final double HEAD = 18;

    /**
     * @param unit over the units' numbers
     * @param nats over the bars
     * @param epochs over the curves
     * @param first over the first of the images, e.g. "-2.5"
     * @param last over the last of them
     * @param collapsed beside a unit that tells nothing
     */
    public record Words(String unit, String nats, String epochs, String first, String last, String collapsed) {}

    private static final double SIDE = 32;
    private static final double NUMBER = 44;
    private static final double BAR = 96;
    private static final double NATS = 48;
    private static final double CURVE = 96;
    private static final double GAP = 12;
    /** Where the images begin. */
    private static final double IMAGES = NUMBER + BAR + NATS + CURVE + 3 * GAP;

    private static final TextStyle NAME = TextStyle.of(12, Role.TEXT, Align.RIGHT, Level.MIDDLE);
    private static final TextStyle HEADING = TextStyle.of(11, Role.MUTED, Align.LEFT, Level.MIDDLE);
    private static final TextStyle FIGURE = TextStyle.of(12, Role.MUTED, Align.LEFT, Level.MIDDLE);
    private static final Ink FILL = Ink.of(Role.ACCENT);
    private static final Stroke LINE = Stroke.of(Ink.of(Role.ACCENT), 1.5);
    private static final Stroke GROUND = Stroke.of(Ink.of(Role.GRID), 1);
    private static final Stroke POINTED = Stroke.of(Ink.of(Role.ACCENT), 1.5);

    /** Of all rows. */
    public double height() {
        return rows.size() * ROW;
    }

    /** Where all of a row's images end. */
    public double width() {
        return IMAGES + steps * (SIDE + 2);
    }

    /** @return the row at a height from the top of the first row; -1 where there is none */
    public int rowAt(double y) {
        int row = (int) Math.floor(y / ROW);
        return row >= 0 && row < rows.size() ? row : -1;
    }

    /** @return the step whose image is at that distance from the left; -1 where there is none */
    public int stepAt(double x) {
        int step = (int) Math.floor((x - IMAGES) / (SIDE + 2));
        return x >= IMAGES && step < steps ? step : -1;
    }

    /**
     * Draws the headings, and below them the rows that can be seen.
     *
     * @param top how much of the rows is out of sight above, in points
     * @param height how much of them is in sight
     * @param row that is pointed at; -1 for none
     * @param step of its images that is pointed at; -1 for none
     */
    public void draw(Pen pen, double top, double height, int row, int step) {
        double greatest = 1e-9;
        for (UnitRow each : rows) {
            greatest = Math.max(greatest, each.nats());
            for (double[] place : each.curve()) {
                greatest = Math.max(greatest, place[1]);
            }
        }
        double scale = greatest;
        headings(pen);
        int first = Math.clamp((int) Math.floor(top / ROW), 0, rows.size());
        int end = Math.clamp((int) Math.ceil((top + height) / ROW), first, rows.size());
        pen.within(new Area(0, HEAD, width(), height), () -> {
            for (int i = first; i < end; i++) {
                draw(pen, i, HEAD + i * ROW - top, scale, i == row ? step : -1);
            }
        });
    }

    private void headings(Pen pen) {
        double y = HEAD / 2 - 1;
        pen.text(words.unit(), 0, y, NUMBER - 4, HEADING);
        pen.text(words.nats(), NUMBER, y, BAR, HEADING);
        pen.text(words.epochs(), NUMBER + BAR + GAP + NATS, y, CURVE + GAP, HEADING);
        pen.text(words.first(), IMAGES, y, SIDE, HEADING);
        TextStyle right = TextStyle.of(11, Role.MUTED, Align.RIGHT, Level.MIDDLE);
        pen.text(words.last(), width() - 2, y, SIDE, right);
    }

    private void draw(Pen pen, int index, double y, double greatest, int step) {
        UnitRow row = rows.get(index);
        double middle = y + ROW / 2;
        pen.text(String.valueOf(row.number()), NUMBER - 6, middle, NAME);
        pen.fillRectangle(new Area(NUMBER, middle - 5, Math.max(1, BAR * row.nats() / greatest), 10), FILL);
        double x = NUMBER + BAR + GAP;
        pen.text(row.words(), x, row.collapsed() ? middle - 7 : middle, FIGURE);
        if (row.collapsed()) {
            pen.text(words.collapsed(), x, middle + 7, NATS + CURVE, FIGURE.in(Role.WARNING));
        } else {
            curve(pen, row, new Area(x + NATS, y + 6, CURVE, ROW - 12), greatest);
        }
        for (int i = 0; i < steps; i++) {
            Area area = new Area(IMAGES + i * (SIDE + 2), y + 2, SIDE, SIDE);
            pen.image(images, index * steps + i, area);
            if (i == step) {
                pen.rectangle(area, POINTED);
            }
        }
    }

    private void curve(Pen pen, UnitRow row, Area area, double greatest) {
        pen.line(area.x(), area.y() + area.height(), area.x() + area.width(), area.y() + area.height(), GROUND);
        double side = 5;
        double dotX = area.x() + area.width() * epoch / epochs;
        double dotY = area.y() + area.height() * (1 - row.nats() / greatest);
        pen.fillEllipse(new Area(dotX - side / 2, dotY - side / 2, side, side), FILL);
        if (row.curve().size() < 2) {
            return;
        }
        Track track = new Track();
        boolean start = true;
        for (double[] place : row.curve()) {
            double x = area.x() + area.width() * place[0] / epochs;
            double y = area.y() + area.height() * (1 - place[1] / greatest);
            if (start) {
                track.moveTo(x, y);
            } else {
                track.lineTo(x, y);
            }
            start = false;
        }
        pen.track(track, LINE);
    }
}
