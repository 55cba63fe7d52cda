package latentlab.figure;

/**
 * How a text is drawn.
 *
 * @param size of the font, in points
 * @param align which end of the text its place is
 * @param level which height of the text its place is
 * @param upwards whether it is turned by a quarter, to be read from bottom to top: align then means bottom, middle and
 *     top
 */
public record TextStyle(double size, boolean bold, Ink ink, Align align, Level level, boolean upwards) {
    public enum Align {
        LEFT,
        CENTER,
        RIGHT
    }

    /** Of the font, not of the letters a text happens to have: texts in a row stand in line. */
    public enum Level {
        TOP,
        MIDDLE,
        BOTTOM
    }

    /** Level, neither bold nor turned. */
    public static TextStyle of(double size, Role role, Align align, Level level) {
        return new TextStyle(size, false, Ink.of(role), align, level, false);
    }

    public TextStyle in(Role role) {
        return new TextStyle(size, bold, Ink.of(role), align, level, upwards);
    }
}
