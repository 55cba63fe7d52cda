package latentlab.figure;

/**
 * How a loss chart is laid out; all lengths in points.
 *
 * @param room around each plot, for what is written there
 * @param titled whether panels have a title, and a name beside the loss axis; else curves are named in small letters
 *     above them
 * @param lossTickRoom what a tick of the loss axis takes of its length
 * @param axis of the epoch axis and the marks of rate changes
 * @param tick of the ticks of the epoch axis
 * @param curve width and ends of a curve, in any colour
 * @param dot how much the radius of a dot is wider than the curve
 * @param dotted up to so many epochs each is marked by a dot
 * @param steps how many epochs can be told apart in a point of the epoch axis; of more, what they span is drawn
 */
public record LossStyle(
        Room room,
        boolean titled,
        double lossTickRoom,
        Ink axis,
        Ink tick,
        Stroke curve,
        double dot,
        int dotted,
        double steps) {
    /** @param foot what the name of the epoch axis leaves free below itself */
    public record Room(double top, double right, double bottom, double left, double foot) {}

    /** For the window: small, since there is not much room. */
    public static final LossStyle WINDOW = new LossStyle(
            new Room(24, 10, 36, 52, 2),
            false,
            36,
            Ink.of(Role.MUTED),
            Ink.of(Role.GRID),
            Stroke.of(Ink.of(Role.TRAIN), 1.75),
            1,
            0,
            1);

    /** For texts and slides, which are looked at from further away. */
    public static final LossStyle FILE = new LossStyle(
            new Room(46, 20, 48, 70, 10),
            true,
            56,
            new Ink(Role.MUTED, 0.66),
            new Ink(Role.MUTED, 0.66),
            new Stroke(Ink.of(Role.TRAIN), 2, Stroke.Ends.ROUND, 0, 0),
            0.5,
            20,
            2);

    Stroke curve(Role role) {
        return new Stroke(Ink.of(role), curve.width(), curve.ends(), 0, 0);
    }

    /** Of values that lie behind their smoothed curve. */
    Stroke faint(Role role) {
        return new Stroke(new Ink(role, 0.3), 1, curve.ends(), 0, 0);
    }
}
