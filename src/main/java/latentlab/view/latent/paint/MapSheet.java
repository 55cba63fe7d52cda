package latentlab.view.latent.paint;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import latentlab.data.ImageShape;
import latentlab.map.MapDecodings;
import latentlab.map.MapProjection;
import latentlab.view.paint.ImagePixels;

/** What the decoder makes of places all over the map, painted behind the points. */
final class MapSheet {
    private static final double OPACITY = 0.55;

    private MapDecodings shown;
    private WritableImage picture;

    /** @param decodings or null for none */
    void show(MapDecodings decodings) {
        shown = decodings;
        picture = null;
        if (decodings != null) {
            ImageShape shape = decodings.shape();
            int columns = decodings.columns();
            picture = new WritableImage(columns * shape.width(), decodings.rows() * shape.height());
            for (int i = 0; i < columns * decodings.rows(); i++) {
                int x = i % columns * shape.width();
                int y = Math.floorDiv(i, columns) * shape.height();
                ImagePixels.write(picture.getPixelWriter(), x, y, decodings.pixels(), i * shape.size(), shape);
            }
        }
    }

    /** Until there are decodings of another part of the map, those of this one go along with it. */
    void paint(GraphicsContext graphics, MapProjection places) {
        if (picture != null && shown.at().points() == places.points()) {
            double left = places.placeX(shown.at().valueX(0));
            double top = places.placeY(shown.at().valueY(0));
            double right = places.placeX(shown.at().valueX(shown.columns() * MapDecodings.CELL));
            double bottom = places.placeY(shown.at().valueY(shown.rows() * MapDecodings.CELL));
            graphics.setGlobalAlpha(OPACITY);
            graphics.setImageSmoothing(true);
            graphics.drawImage(picture, left, top, right - left, bottom - top);
            graphics.setGlobalAlpha(1);
        }
    }
}
