package latentlab.figure.comparison;

import latentlab.figure.Ink;
import latentlab.figure.Role;
import latentlab.figure.Stroke;
import latentlab.figure.TextStyle;
import latentlab.figure.TextStyle.Align;
import latentlab.figure.TextStyle.Level;

/** What figures of runs have in common to the eye. */
final class Styles {
    static final double TOP = 34;
    static final double BOTTOM = 48;
    static final double GAP = 20;

    static final TextStyle TITLE = TextStyle.of(14, Role.TEXT, Align.LEFT, Level.BOTTOM);
    static final TextStyle FOOT = TextStyle.of(11, Role.TEXT, Align.CENTER, Level.BOTTOM);
    static final TextStyle SIDE = new TextStyle(11, false, Ink.of(Role.TEXT), Align.CENTER, Level.MIDDLE, true);
    static final TextStyle BESIDE = TextStyle.of(11, Role.MUTED, Align.RIGHT, Level.MIDDLE);
    static final TextStyle AT_END = TextStyle.of(11, Role.MUTED, Align.RIGHT, Level.BOTTOM);
    static final TextStyle BELOW = TextStyle.of(11, Role.MUTED, Align.CENTER, Level.TOP);
    static final TextStyle RIGHT_OF = TextStyle.of(11, Role.MUTED, Align.LEFT, Level.MIDDLE);

    static final Stroke GRID = Stroke.of(Ink.of(Role.GRID), 1);
    static final Stroke AXIS = Stroke.of(new Ink(Role.MUTED, 0.66), 1);
    static final Stroke POINTED = Stroke.of(Ink.of(Role.ACCENT), 2.5);

    private Styles() {}

    static Stroke line(Ink ink, double width) {
        return new Stroke(ink, width, Stroke.Ends.ROUND, 0, 0);
    }
}
