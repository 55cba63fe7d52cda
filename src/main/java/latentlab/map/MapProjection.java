package latentlab.map;

import latentlab.map.MapPoints.Kind;
import latentlab.map.MapPoints.Range;

/**
 * Converts coordinates of the map to places in pixels, and back. All that does not depend on the point is computed
 * once, since there are many points.
 */
public final class MapProjection {
    /** At the top, where the map's numbers and buttons are, no points are seen: they would lie below these. */
    private static final double ABOVE = 28;

    private static final Margins PLAIN = new Margins(ABOVE + 8, 18, 18, 18);
    /** With room for numbers at the left and below, and for the controls above. */
    private static final Margins FRAMED = new Margins(ABOVE, 10, 20, 34);

    /** Room kept free around the points, in pixels. */
    private record Margins(double top, double right, double bottom, double left) {}

    private final MapPoints points;
    private final double width;
    private final double height;
    private final double gutter;
    private final MapZoom zoom;
    private final double scaleX;
    private final double scaleY;
    /** The place of coordinate 0, in pixels. */
    private final double originX;

    private final double originY;
    private final MapArea sight;

    /**
     * @param points of the map
     * @param width of the map, in pixels
     * @param height of the map, in pixels
     * @param gutter width kept free at the left for the names of a strip's bands, in pixels
     * @param zoom the part shown
     */
    public MapProjection(MapPoints points, double width, double height, double gutter, MapZoom zoom) {
        this.points = points;
        this.width = width;
        this.height = height;
        this.gutter = gutter;
        this.zoom = zoom;
        Margins room = room();
        double roomWidth = Math.max(1, width - room.left() - room.right());
        double roomHeight = Math.max(1, height - room.top() - room.bottom());
        Range x = points.xRange();
        Range y = points.yRange();
        double ownX = roomWidth / x.length();
        double ownY = roomHeight / y.length();
        // On these maps, both axes have the same scale.
        boolean sameScale = points.kind() == Kind.PRINCIPAL || points.kind().laidOut();
        scaleX = zoom.factor() * (sameScale ? Math.min(ownX, ownY) : ownX);
        scaleY = zoom.factor() * (sameScale ? Math.min(ownX, ownY) : ownY);
        originX = (room.left() + width - room.right()) / 2 - (x.middle() + zoom.x() * x.length()) * scaleX;
        originY = (room.top() + height - room.bottom()) / 2 + (y.middle() + zoom.y() * y.length()) * scaleY;
        sight = points.frame() == null
                ? new MapArea(0, ABOVE, width, Math.max(1, height - ABOVE))
                : new MapArea(room.left(), room.top(), roomWidth, roomHeight);
    }

    public MapPoints points() {
        return points;
    }

    public double width() {
        return width;
    }

    public double height() {
        return height;
    }

    public double gutter() {
        return gutter;
    }

    public MapZoom zoom() {
        return zoom;
    }

    private Margins room() {
        return switch (points.kind()) {
            case PRINCIPAL, TSNE, UMAP -> PLAIN;
            case UNITS -> FRAMED;
            case STRIP -> new Margins(FRAMED.top(), FRAMED.right(), FRAMED.bottom(), gutter);
        };
    }

    /** Width kept free at the left of the points, in pixels. */
    public double leftMargin() {
        return room().left();
    }

    /** The area in which points are visible: all below the buttons, or the inside of the frame if there is one. */
    public MapArea sight() {
        return sight;
    }

    public double x(int image) {
        return placeX(points.x()[image]);
    }

    public double y(int image) {
        return placeY(points.y()[image]);
    }

    public double placeX(double value) {
        return originX + value * scaleX;
    }

    public double placeY(double value) {
        return originY - value * scaleY;
    }

    /** @return the coordinate at a place: the inverse of {@link #placeX} */
    public double valueX(double place) {
        return (place - originX) / scaleX;
    }

    public double valueY(double place) {
        return (originY - place) / scaleY;
    }

    /** @return the part shown after enlarging the current one by a factor, with the given place fixed */
    public MapZoom zoomed(double times, double placeX, double placeY) {
        return zoom.about(times, share(points.xRange(), valueX(placeX)), share(points.yRange(), valueY(placeY)));
    }

    /** @return the part shown after moving everything to the right and down, in pixels */
    public MapZoom pushed(double right, double down) {
        return zoom.moved(
                -right / scaleX / points.xRange().length(),
                down / scaleY / points.yRange().length());
    }

    private static double share(Range range, double value) {
        return (value - range.middle()) / range.length();
    }
}
