package latentlab.figure.comparison;

import java.util.List;
import latentlab.figure.Ink;
import latentlab.figure.Pen;
import latentlab.figure.Role;
import latentlab.figure.TextStyle;
import latentlab.figure.TextStyle.Align;
import latentlab.figure.TextStyle.Level;

/**
 * Which colour is which runs, as a column of names.
 *
 * @param names in the order of the colours
 * @param cut whether a name too long is cut short rather than squeezed further
 */
record Legend(List<String> names, boolean cut) {
    static final double ROW = 18;
    private static final double SAMPLE = 18;
    /** What it takes beside its names. */
    static final double BESIDE = Styles.GAP + SAMPLE + Styles.GAP / 2 + Styles.GAP;
    /** Wider ones are squeezed: runs are told apart by their colours, too. */
    private static final double MOST = 0.4;

    private static final double SQUEEZED = 0.8;
    private static final TextStyle NAME = TextStyle.of(12, Role.TEXT, Align.LEFT, Level.MIDDLE);

    /** @return what its names may take of a figure's width, in points */
    double room(Pen pen, double width) {
        double widest =
                names.stream().mapToDouble(name -> pen.width(name, NAME)).max().orElse(0);
        return Math.min(widest, MOST * width);
    }

    /**
     * @param right end of the plot that it stands beside
     * @param height that there is for it; how many more names there are is at its end
     */
    void draw(Pen pen, double right, double height, double room) {
        double x = right + Styles.GAP;
        int rows = (int) (height / ROW);
        int shown = names.size() <= rows ? names.size() : Math.max(0, rows - 1);
        for (int colour = 0; colour < shown; colour++) {
            double y = Styles.TOP + (colour + 0.5) * ROW;
            pen.line(x, y, x + SAMPLE, y, Styles.line(Ink.ofLine(colour, 1), 3));
            String name = names.get(colour);
            String written = cut ? pen.cut(name, room / SQUEEZED, NAME) : name;
            pen.text(written, x + SAMPLE + Styles.GAP / 2, y, room, NAME);
        }
        if (shown < names.size()) {
            String more = "+" + (names.size() - shown);
            pen.text(more, x + SAMPLE + Styles.GAP / 2, Styles.TOP + (shown + 0.5) * ROW, room, NAME);
        }
    }
}
