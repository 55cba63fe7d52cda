package latentlab.figure;

import java.util.List;
import latentlab.figure.WeightStrip.Placed;

/**
 * What figures are drawn with, on a canvas of the window or into a file. Places and lengths are in points, from the
 * upper left corner to the right and down; what is drawn later covers what is there. See
 * src/docs/decisions/0005-pen.md.
 */
public interface Pen {
    void line(double fromX, double fromY, double toX, double toY, Stroke stroke);

    void track(Track track, Stroke stroke);

    /** One of many thin lines. */
    record Curve(Track track, Stroke stroke) {}

    /**
     * Draws thin lines with round corners within an area: all of them together, since a canvas takes long to draw many
     * of them one by one.
     */
    default void curves(Area area, List<Curve> curves) {
        curves.forEach(curve -> track(curve.track(), curve.stroke()));
    }

    /** Fills what the lines of a track enclose, each joined to its own beginning. */
    void fillTrack(Track track, Ink ink);

    /** Draws the outline of an area, half of the line's width on either side of it. */
    void rectangle(Area area, Stroke stroke);

    void fillRectangle(Area area, Ink ink);

    /** Fills the ellipse that touches all four sides of an area. */
    void fillEllipse(Area area, Ink ink);

    /** Draws the outline of the ellipse that touches all four sides of an area. */
    void ellipse(Area area, Stroke stroke);

    /** @param room width that the text has, in points: a wider one is squeezed */
    void text(String words, double x, double y, double room, TextStyle style);

    default void text(String words, double x, double y, TextStyle style) {
        text(words, x, y, Double.POSITIVE_INFINITY, style);
    }

    /**
     * Draws a text so that it can be read on anything: on an outline of its letters.
     *
     * @param halo the outline; half of its width is seen around the letters
     */
    void textWithHalo(String words, double x, double y, TextStyle style, Stroke halo);

    /**
     * Draws one image into an area, in its middle and as large as fits: each pixel as a sharp square. What it leaves of
     * the area is black.
     */
    void image(ImageStrip images, int index, Area area);

    /**
     * Draws images of weights, each into the middle of its area and as large as fits: each pixel as a sharp square, in
     * the colour of its weight. All of a strip that can be seen together, so that a pen can make one picture of them.
     */
    void weights(WeightStrip weights, List<Placed> placed);

    /** Fills an area with the colours of weights, from the most negative at the left to the most positive. */
    void weightScale(Area area);

    /** @return width of a text, in points */
    double width(String words, TextStyle style);

    /** @return a text, or as much of its beginning as there is room for, with an ellipsis */
    default String cut(String words, double room, TextStyle style) {
        String shown = words;
        for (int end = words.length() - 1; end > 0 && width(shown, style) > room; end--) {
            shown = words.substring(0, end).stripTrailing() + "…";
        }
        return shown;
    }

    /** Draws with nothing painted outside of an area. */
    void within(Area area, Runnable drawing);
}
