package latentlab.view.latent;

import javafx.geometry.Insets;
import javafx.geometry.Rectangle2D;
import latentlab.view.latent.MapPoints.Kind;
import latentlab.view.latent.MapPoints.Range;

/** From codes to places on the map, and back. All that does not depend on the point is computed once, for the many there are. */
final class MapProjection {
    private static final Insets PLAIN = new Insets(18);
    /** With numbers left of the points and below, and what lies upon the map above. */
    private static final Insets FRAMED = new Insets(28, 10, 20, 34);

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
    private final Rectangle2D sight;

    /**
     * @param points what is shown
     * @param width of the map
     * @param height of the map
     * @param gutter width kept free at the left for the names of a strip's bands
     * @param zoom the part that is looked at
     */
    MapProjection(MapPoints points, double width, double height, double gutter, MapZoom zoom) {
        this.points = points;
        this.width = width;
        this.height = height;
        this.gutter = gutter;
        this.zoom = zoom;
        Insets room = room();
        double roomWidth = Math.max(1, width - room.getLeft() - room.getRight());
        double roomHeight = Math.max(1, height - room.getTop() - room.getBottom());
        Range x = points.xRange();
        Range y = points.yRange();
        double ownX = roomWidth / x.length();
        double ownY = roomHeight / y.length();
        // Of these, a step along one axis is as long as one along the other.
        boolean sameScale = points.kind() == Kind.PRINCIPAL || points.kind() == Kind.TSNE;
        scaleX = zoom.factor() * (sameScale ? Math.min(ownX, ownY) : ownX);
        scaleY = zoom.factor() * (sameScale ? Math.min(ownX, ownY) : ownY);
        originX = (room.getLeft() + width - room.getRight()) / 2 - (x.middle() + zoom.x() * x.length()) * scaleX;
        originY = (room.getTop() + height - room.getBottom()) / 2 + (y.middle() + zoom.y() * y.length()) * scaleY;
        sight = points.frame() == null
                ? new Rectangle2D(0, 0, width, height)
                : new Rectangle2D(room.getLeft(), room.getTop(), roomWidth, roomHeight);
    }

    MapPoints points() {
        return points;
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    double gutter() {
        return gutter;
    }

    MapZoom zoom() {
        return zoom;
    }

    Insets room() {
        return switch (points.kind()) {
            case PRINCIPAL, TSNE -> PLAIN;
            case UNITS -> FRAMED;
            case STRIP -> new Insets(FRAMED.getTop(), FRAMED.getRight(), FRAMED.getBottom(), gutter);
        };
    }

    /** Where points are seen: all of the map, or of a framed one what is inside of the numbers. */
    Rectangle2D sight() {
        return sight;
    }

    double x(int image) {
        return placeX(points.x()[image]);
    }

    double y(int image) {
        return placeY(points.y()[image]);
    }

    double placeX(double value) {
        return originX + value * scaleX;
    }

    double placeY(double value) {
        return originY - value * scaleY;
    }

    /** @return the coordinate at a place: {@link #placeX} the other way */
    double valueX(double place) {
        return (place - originX) / scaleX;
    }

    double valueY(double place) {
        return (originY - place) / scaleY;
    }

    /** @return the part looked at if this part is made some times larger, while what lies at a place stays there */
    MapZoom zoomed(double times, double placeX, double placeY) {
        return zoom.about(times, share(points.xRange(), valueX(placeX)), share(points.yRange(), valueY(placeY)));
    }

    /** @return the part looked at if all is pushed to the right and down, in pixels */
    MapZoom pushed(double right, double down) {
        return zoom.moved(
                -right / scaleX / points.xRange().length(),
                down / scaleY / points.yRange().length());
    }

    private static double share(Range range, double value) {
        return (value - range.middle()) / range.length();
    }
}
