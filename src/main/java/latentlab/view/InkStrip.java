package latentlab.view;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import latentlab.data.ImageShape;

/** Images of one shape in one picture, to be painted by hand: on black as the data is, pixel by pixel. */
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

    /** Paints one image into the square whose upper left corner is at x, y, as large as it fits. */
    public void paint(GraphicsContext graphics, int index, double x, double y, double side) {
        graphics.setFill(Color.BLACK);
        graphics.fillRect(x, y, side, side);
        // The pixels are what one looks at: they stay squares.
        graphics.setImageSmoothing(false);
        double scale = side / Math.max(width, height);
        double across = width * scale;
        double down = height * scale;
        graphics.drawImage(
                picture,
                0,
                (double) index * height,
                width,
                height,
                x + (side - across) / 2,
                y + (side - down) / 2,
                across,
                down);
    }
}
