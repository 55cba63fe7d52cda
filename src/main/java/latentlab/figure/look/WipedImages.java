package latentlab.figure.look;

import java.util.List;
import latentlab.figure.Area;
import latentlab.figure.ImageGridFigure;
import latentlab.figure.ImageStrip;
import latentlab.figure.Ink;
import latentlab.figure.Pen;
import latentlab.figure.Role;
import latentlab.figure.Stroke;

/**
 * Two pictures of each image in one: one of them left of a divider, the other right of it.
 *
 * @param share of the width that is left of the divider, 0 to 1: the same in each image
 */
public record WipedImages(ImageStrip left, ImageStrip right, double share) implements ImageGridFigure.Images {
    private static final Stroke DIVIDER = Stroke.of(Ink.of(Role.ACCENT), 2);
    /** Around the divider, to be seen on images of any colour. */
    private static final Stroke HALO = Stroke.of(Ink.of(Role.BACKGROUND), 3);

    @Override
    public int count() {
        return left.count();
    }

    @Override
    public void draw(Pen pen, List<Area> places) {
        for (int index = 0; index < places.size(); index++) {
            int image = index;
            Area place = places.get(index);
            Area covered = left.fitted(place);
            double x = covered.x() + share * covered.width();
            pen.image(left, image, place);
            if (x < place.right()) {
                Area rest = new Area(x, place.y(), place.right() - x, place.height());
                pen.within(rest, () -> pen.image(right, image, place));
            }
            pen.line(x, place.y() + 2, x, place.bottom() - 2, HALO);
            pen.line(x, place.y() + 2, x, place.bottom() - 2, DIVIDER);
        }
    }
}
