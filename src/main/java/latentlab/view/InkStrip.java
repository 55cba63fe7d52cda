package latentlab.view;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/** Images of one size in one picture, to be painted by hand: ink on black as the data is, pixel by pixel. */
public final class InkStrip {
    private final int height;
    private final int width;
    private final int count;
    private final WritableImage picture;

    /** @param images shape [count, height, width], one unsigned byte a pixel */
    public InkStrip(byte[] images, int height, int width) {
        this.height = height;
        this.width = width;
        count = images.length / (height * width);
        picture = new WritableImage(width, height * Math.max(1, count));
        picture.getPixelWriter().setPixels(0, 0, width, height * count, GreyImages.FORMAT, images, 0, width);
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
