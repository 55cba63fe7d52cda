package latentlab.view.latent;

import javafx.geometry.Insets;
import latentlab.view.latent.MapPoints.Kind;

/**
 * From codes to places on the map.
 *
 * @param points what is shown
 * @param width of the map
 * @param height of the map
 * @param gutter width kept free at the left for the names of a strip's bands
 */
record MapProjection(MapPoints points, double width, double height, double gutter) {
    private static final Insets PLAIN = new Insets(18);
    /** With numbers left of the points and below. */
    private static final Insets FRAMED = new Insets(8, 10, 20, 34);

    Insets room() {
        return switch (points.kind()) {
            case PRINCIPAL, TSNE -> PLAIN;
            case UNITS -> FRAMED;
            case STRIP -> new Insets(FRAMED.getTop(), FRAMED.getRight(), FRAMED.getBottom(), gutter);
        };
    }

    double x(int image) {
        return placeX(points.x()[image]);
    }

    double y(int image) {
        return placeY(points.y()[image]);
    }

    double placeX(double value) {
        Insets room = room();
        double middle = (room.getLeft() + width - room.getRight()) / 2;
        return middle + (value - points.xRange().middle()) * scaleX();
    }

    double placeY(double value) {
        Insets room = room();
        double middle = (room.getTop() + height - room.getBottom()) / 2;
        return middle - (value - points.yRange().middle()) * scaleY();
    }

    /** @return the coordinate at a place: {@link #placeX} the other way */
    double valueX(double place) {
        Insets room = room();
        double middle = (room.getLeft() + width - room.getRight()) / 2;
        return points.xRange().middle() + (place - middle) / scaleX();
    }

    double valueY(double place) {
        Insets room = room();
        double middle = (room.getTop() + height - room.getBottom()) / 2;
        return points.yRange().middle() - (place - middle) / scaleY();
    }

    private double scaleX() {
        Insets room = room();
        double own = Math.max(1, width - room.getLeft() - room.getRight())
                / points.xRange().length();
        return sameScale() ? Math.min(own, ownScaleY()) : own;
    }

    private double scaleY() {
        return sameScale() ? scaleX() : ownScaleY();
    }

    private double ownScaleY() {
        Insets room = room();
        return Math.max(1, height - room.getTop() - room.getBottom())
                / points.yRange().length();
    }

    /** A step along one axis is as long as one along the other. */
    private boolean sameScale() {
        return points.kind() == Kind.PRINCIPAL || points.kind() == Kind.TSNE;
    }
}
