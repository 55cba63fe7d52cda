package latentlab.map;

import latentlab.map.MapPoints.Kind;
import latentlab.map.MapPoints.Range;

/** From codes to places on the map, and back. All that does not depend on the point is computed once, for the many there are. */
public final class MapProjection {
    private static final Margins PLAIN = new Margins(18, 18, 18, 18);
    /** With numbers left of the points and below, and what lies upon the map above. */
    private static final Margins FRAMED = new Margins(28, 10, 20, 34);

    /** What is kept free around the points, in pixels. */
    private record Margins(double top, double right, double bottom, double left) {}

    private final MapPoints points;
    private final double width;
    private final double height;
    private final double gutter;
    private final MapZoom zoom;
    private final double scaleX;
    private final double scaleY;
    /** Where the coordinates 0 lie. */
    private final double originX;

    private final double originY;
    private final MapArea sight;

    /**
     * @param points what is shown
     * @param width of the map
     * @param height of the map
     * @param gutter width kept free at the left for the names of a strip's bands
     * @param zoom the part that is looked at
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
        // Of these, a step along one axis is as long as one along the other.
        boolean sameScale = points.kind() == Kind.PRINCIPAL || points.kind() == Kind.TSNE;
        scaleX = zoom.factor() * (sameScale ? Math.min(ownX, ownY) : ownX);
        scaleY = zoom.factor() * (sameScale ? Math.min(ownX, ownY) : ownY);
        originX = (room.left() + width - room.right()) / 2 - (x.middle() + zoom.x() * x.length()) * scaleX;
        originY = (room.top() + height - room.bottom()) / 2 + (y.middle() + zoom.y() * y.length()) * scaleY;
        sight = points.frame() == null
                ? new MapArea(0, 0, width, height)
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
            case PRINCIPAL, TSNE -> PLAIN;
            case UNITS -> FRAMED;
            case STRIP -> new Margins(FRAMED.top(), FRAMED.right(), FRAMED.bottom(), gutter);
        };
    }

    /** What is kept free left of the points. */
    public double leftMargin() {
        return room().left();
    }

    /** Where points are seen: all of the map, or of a framed one what is inside of the numbers. */
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

    /** @return the coordinate at a place: {@link #placeX} the other way */
    public double valueX(double place) {
        return (place - originX) / scaleX;
    }

    public double valueY(double place) {
        return (originY - place) / scaleY;
    }

    /** @return the part looked at if this part is made some times larger, while what lies at a place stays there */
    public MapZoom zoomed(double times, double placeX, double placeY) {
        return zoom.about(times, share(points.xRange(), valueX(placeX)), share(points.yRange(), valueY(placeY)));
    }

    /** @return the part looked at if all is pushed to the right and down, in pixels */
    public MapZoom pushed(double right, double down) {
        return zoom.moved(
                -right / scaleX / points.xRange().length(),
                down / scaleY / points.yRange().length());
    }

    private static double share(Range range, double value) {
        return (value - range.middle()) / range.length();
    }
}
