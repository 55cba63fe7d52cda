package latentlab.export.picture;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.List;
import java.util.function.Consumer;
import latentlab.export.Java2dPen;
import latentlab.export.Lettering;
import latentlab.figure.Area;
import latentlab.figure.Ink;
import latentlab.figure.Pen;
import latentlab.figure.Role;

/**
 * A picture laid out on white, to be drawn with any pen.
 *
 * @param title what is on it, for readers who do not see it
 * @param epoch that it shows; -1 for all of them
 * @param width in points, as is the height
 * @param parts drawn in their order
 */
record Sheet(String title, int epoch, double width, double height, List<Part> parts) {
    /** A figure and its upper left corner. */
    record Part(double x, double y, Consumer<Pen> figure) {}

    /** @param graphics in points of the sheet */
    void draw(Graphics2D graphics, Lettering lettering) {
        Pen pen = new Java2dPen(graphics, lettering);
        pen.fillRectangle(new Area(0, 0, width, height), Ink.of(Role.BACKGROUND));
        AffineTransform before = graphics.getTransform();
        for (Part part : parts) {
            graphics.translate(part.x(), part.y());
            part.figure().accept(pen);
            graphics.setTransform(before);
        }
    }
}
