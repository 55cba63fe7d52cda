package latentlab.view.latent.paint;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import latentlab.map.MapDecodings;
import latentlab.map.MapProjection;
import latentlab.view.GreyImages;

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
            int size = decodings.height() * decodings.width();
            picture = new WritableImage(decodings.columns() * decodings.width(), decodings.rows() * decodings.height());
            for (int i = 0; i < decodings.columns() * decodings.rows(); i++) {
                picture.getPixelWriter()
                        .setPixels(
                                i % decodings.columns() * decodings.width(),
                                Math.floorDiv(i, decodings.columns()) * decodings.height(),
                                decodings.width(),
                                decodings.height(),
                                GreyImages.FORMAT,
                                decodings.pixels(),
                                i * size,
                                decodings.width());
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
