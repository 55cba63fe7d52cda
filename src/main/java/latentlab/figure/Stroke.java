package latentlab.figure;

/**
 * How a line is drawn.
 *
 * @param width in points
 * @param ends of the line, and its corners
 * @param dash length of a dash and of the gap after it, in points; 0 for an unbroken line
 */
public record Stroke(Ink ink, double width, Ends ends, double dash, double gap) {
    /** What the ends and corners of a line look like. */
    public enum Ends {
        /** Ends stand out by half of the line's width, corners are pointed. */
        SQUARE,
        ROUND
    }

    /** An unbroken line with square ends. */
    public static Stroke of(Ink ink, double width) {
        return new Stroke(ink, width, Ends.SQUARE, 0, 0);
    }

    /** A broken line with square ends, one point wide. */
    public static Stroke dashed(Ink ink, double dash, double gap) {
        return new Stroke(ink, 1, Ends.SQUARE, dash, gap);
    }
}
