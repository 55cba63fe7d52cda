package latentlab.figure.prior;

import latentlab.figure.Area;
import latentlab.figure.ImageStrip;
import latentlab.figure.Ink;
import latentlab.figure.Pen;
import latentlab.figure.Role;
import latentlab.figure.Stroke;

/**
 * Images in lines of equal length, as large as fits.
 *
 * @param columns images a line
 * @param gap between them, in points; 0 for a sheet without seams
 */
public record ImageTable(ImageStrip images, int columns, double gap) {
    private static final double MOST = 56;
    private static final Stroke POINTED = Stroke.of(Ink.of(Role.ACCENT), 1.5);

    private double side(double width, double height) {
        int lines = (images.count() + columns - 1) / columns;
        double across = (width + gap) / columns - gap;
        double down = (height + gap) / lines - gap;
        return Math.max(4, Math.floor(Math.min(MOST, Math.min(across, down))));
    }

    private Area area(int image, double side) {
        int line = image / columns;
        return new Area(image % columns * (side + gap), line * (side + gap), side, side);
    }

    /**
     * @param width and height there is room for, in points
     * @return the image at a place; -1 where there is none
     */
    public int at(double x, double y, double width, double height) {
        double side = side(width, height);
        int column = (int) Math.floor(x / (side + gap));
        int line = (int) Math.floor(y / (side + gap));
        int image = line * columns + column;
        return x < 0 || y < 0 || column >= columns || image >= images.count() ? -1 : image;
    }

    /** @param pointed the image that is pointed at; -1 for none */
    public void draw(Pen pen, double width, double height, int pointed) {
        double side = side(width, height);
        for (int image = 0; image < images.count(); image++) {
            pen.image(images, image, area(image, side));
        }
        if (pointed >= 0) {
            pen.rectangle(area(pointed, side), POINTED);
        }
    }
}
