package latentlab.figure;

import java.util.List;
import latentlab.data.ImageShape;

/** Images of one shape: white on black as the data are, or in their own colours. */
public final class ImageStrip implements ImageGridFigure.Images {
    private final byte[] values;
    private final ImageShape shape;

    /** @param values shape [count, channels, height, width], one unsigned byte each; not changed any more */
    public ImageStrip(byte[] values, ImageShape shape) {
        this.values = values;
        this.shape = shape;
    }

    @Override
    public int count() {
        return values.length / shape.size();
    }

    @Override
    public void draw(Pen pen, List<Area> places) {
        for (int index = 0; index < places.size(); index++) {
            pen.image(this, index, places.get(index));
        }
    }

    /** @return what an image covers of an area that it is drawn into: in its middle and as large as fits */
    public Area fitted(Area area) {
        double scale = Math.min(area.width() / shape.width(), area.height() / shape.height());
        double width = scale * shape.width();
        double height = scale * shape.height();
        return new Area(area.centreX() - width / 2, area.centreY() - height / 2, width, height);
    }

    /** The shape of each image. */
    public ImageShape shape() {
        return shape;
    }

    /** @return the values themselves, shape [count, channels, height, width]: not to be changed */
    public byte[] values() {
        return values;
    }
}
