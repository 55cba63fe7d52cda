package latentlab.figure.map;

import java.util.List;
import java.util.function.IntFunction;
import latentlab.figure.Area;
import latentlab.figure.Ink;
import latentlab.figure.Pen;
import latentlab.figure.Role;
import latentlab.figure.TextStyle;
import latentlab.figure.TextStyle.Align;
import latentlab.figure.TextStyle.Level;

/**
 * Which colour is which class, one below the other.
 *
 * @param names by label
 * @param width in points; longer names are cut
 * @param height in points; of more classes than have room, those that come last are counted
 * @param more how many more there are, in words
 */
public record ClassKey(List<String> names, double width, double height, IntFunction<String> more) {
    private static final double LINE = 20;
    private static final double DOT = 9;
    private static final double INDENT = 16;

    private static final TextStyle NAME = TextStyle.of(12, Role.TEXT, Align.LEFT, Level.MIDDLE);

    public void draw(Pen pen) {
        int room = Math.max(1, (int) (height / LINE));
        int shown = names.size() <= room ? names.size() : room - 1;
        for (int label = 0; label < shown; label++) {
            double y = LINE / 2 + label * LINE;
            pen.fillEllipse(new Area(0, y - DOT / 2, DOT, DOT), Ink.ofClass(label, 1));
            pen.text(pen.cut(names.get(label), width - INDENT, NAME), INDENT, y, NAME);
        }
        if (shown < names.size()) {
            String rest = more.apply(names.size() - shown);
            pen.text(rest, INDENT, LINE / 2 + shown * LINE, width - INDENT, NAME.in(Role.MUTED));
        }
    }
}
