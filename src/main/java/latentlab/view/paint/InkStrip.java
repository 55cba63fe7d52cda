package latentlab.view.paint;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import latentlab.data.ImageShape;
import latentlab.figure.Area;

/** Images of one shape in one picture, painted pixel by pixel onto a canvas, on black like the data. */
public final class InkStrip {
    private final int height;
    private final int width;
    private final WritableImage picture;

    /** @param images shape [count, channels, height, width], one unsigned byte each */
    public InkStrip(byte[] images, ImageShape shape) {
        height = shape.height();
        width = shape.width();
        int count = images.length / shape.size();
        picture = new WritableImage(width, height * Math.max(1, count));
        for (int i = 0; i < count; i++) {
            ImagePixels.write(picture.getPixelWriter(), 0, i * height, images, i * shape.size(), shape);
        }
    }

    /** Paints one image into the square with its upper left corner at x, y, as large as it fits. */
    public void paint(GraphicsContext graphics, int index, double x, double y, double side) {
        paint(graphics, index, new Area(x, y, side, side));
    }

    /** Paints one image into the middle of an area, as large as it fits, on black. */
    void paint(GraphicsContext graphics, int index, Area area) {
        graphics.setFill(Color.BLACK);
        graphics.fillRect(area.x(), area.y(), area.width(), area.height());
        // The pixels are what one looks at: they stay squares.
        graphics.setImageSmoothing(false);
        double scale = Math.min(area.width() / width, area.height() / height);
        double across = width * scale;
        double down = height * scale;
        graphics.drawImage(
                picture,
                0,
                (double) index * height,
                width,
                height,
                area.x() + (area.width() - across) / 2,
                area.y() + (area.height() - down) / 2,
                across,
                down);
    }
}
