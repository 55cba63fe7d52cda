package latentlab.view.latent;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import latentlab.map.MapProjection;

/** Where a map has put an image, for those who point at it. On the user interface's thread. */
public final class MapProbe {
    private MapProbe() {}

    /** @return in pixels of the map */
    public static Point2D place(Node map, int image) {
        MapProjection places = ((LatentMap) map).places();
        return new Point2D(places.x(image), places.y(image));
    }

    /** @return how many times larger than the whole map it is */
    public static double factor(Node map) {
        return ((LatentMap) map).zoomProperty().get().factor();
    }
}
