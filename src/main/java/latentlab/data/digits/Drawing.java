package latentlab.data.digits;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import latentlab.data.AreaAverage;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;

/**
 * What somebody draws with a pen on a square pad, and the image a model is given of it, made as MNIST's images are: the
 * box around the ink is scaled, proportions kept, to 20x20 pixels by averaging over areas, and the centre of mass comes
 * to the middle of 28x28 (Y. LeCun, C. Cortes, C. Burges: The MNIST database). Images of other sizes have a box in
 * proportion. Never changes: what is drawn on is a new one.
 *
 * @param strokes each x, y, x, y, … from where the pen was put down to where it was lifted, at least one point; 0 to 1
 *     across and down the pad; never written to
 */
public record Drawing(List<float[]> strokes) {
    public static final Drawing EMPTY = new Drawing(List.of());

    /** Half of the breadth of a line, of the pad's side. */
    public static final float PEN = 0.04f;

    /** Over which a line's edge fades from full ink to none, of the pad's side. */
    public static final float SOFT = 0.02f;

    private static final double BOX_OF_SIDE = 20.0 / 28;
    /** Pixels across one of the box's, before averaging. */
    private static final int FINE = 8;
    /** Steps across the pad that are told apart, so that it makes no difference where on the pad something is drawn. */
    private static final double STEPS = 4096;

    public Drawing {
        strokes = List.copyOf(strokes);
    }

    public boolean isEmpty() {
        return strokes.isEmpty();
    }

    /** Puts the pen down. Places beyond the pad are at its edge. */
    public Drawing begin(double x, double y) {
        List<float[]> more = new ArrayList<>(strokes);
        more.add(new float[] {onPad(x), onPad(y)});
        return new Drawing(more);
    }

    /** Moves the pen on from where it is. Of an empty drawing as {@link #begin}. */
    public Drawing lineTo(double x, double y) {
        if (isEmpty()) {
            return begin(x, y);
        }
        List<float[]> longer = new ArrayList<>(strokes);
        float[] before = longer.removeLast();
        float[] stroke = Arrays.copyOf(before, before.length + 2);
        stroke[before.length] = onPad(x);
        stroke[before.length + 1] = onPad(y);
        longer.add(stroke);
        return new Drawing(longer);
    }

    private static float onPad(double place) {
        return (float) Math.clamp(place, 0, 1);
    }

    /** Without the last stroke; an empty one stays as it is. */
    public Drawing undo() {
        return isEmpty() ? this : new Drawing(strokes.subList(0, strokes.size() - 1));
    }

    /** @return one grey image of that size without a label; of an empty drawing without ink */
    public ImageSet image(int height, int width) {
        byte[] pixels = new byte[height * width];
        if (!isEmpty()) {
            int box = Math.max(1, (int) Math.round(BOX_OF_SIDE * Math.min(height, width)));
            CentreOfMass.place(inBox(box, height, width), height, width, box, pixels, 0);
        }
        return new ImageSet(1, ImageShape.grey(height, width), pixels, null);
    }

    /** @return ink 0 to 1, shape [height, width], in the box in the middle */
    private float[] inBox(int box, int height, int width) {
        byte[] boxed = average(box);
        float[] ink = new float[height * width];
        int top = (height - box) / 2;
        int left = (width - box) / 2;
        for (int row = 0; row < box; row++) {
            for (int column = 0; column < box; column++) {
                ink[(top + row) * width + left + column] = (boxed[row * box + column] & 0xFF) / 255f;
            }
        }
        return ink;
    }

    private byte[] average(int box) {
        int fine = box * FINE;
        float left = bound(0, -1);
        float top = bound(1, -1);
        double across = steps(bound(0, 1), left);
        double down = steps(bound(1, 1), top);
        double scale = fine / (Math.max(across, down) + 2 * PEN + SOFT);
        PenPath path = new PenPath();
        for (float[] stroke : strokes) {
            for (int i = 0; i < stroke.length; i += 2) {
                path.add(
                        (float) (fine / 2.0 + scale * (steps(stroke[i], left) - across / 2)),
                        (float) (fine / 2.0 + scale * (steps(stroke[i + 1], top) - down / 2)),
                        i == 0);
            }
        }
        Arrays.fill(path.radius, (float) (scale * PEN));
        PenRaster raster = new PenRaster(fine, (float) (scale * SOFT));
        raster.draw(path);
        AreaAverage average = new AreaAverage(fine, fine, box, box);
        float[] row = new float[fine];
        for (int y = 0; y < fine; y++) {
            for (int x = 0; x < fine; x++) {
                row[x] = 255 * raster.ink(y * fine + x);
            }
            average.add(y, row);
        }
        return average.pixels();
    }

    /** How far a place is from the first, in whole steps. */
    private static double steps(float place, float from) {
        return Math.rint(((double) place - from) * STEPS) / STEPS;
    }

    /** @param axis 0 across, 1 down; @param sign 1 for the greatest, -1 for the least */
    private float bound(int axis, int sign) {
        float bound = strokes.getFirst()[axis];
        for (float[] stroke : strokes) {
            for (int i = axis; i < stroke.length; i += 2) {
                bound = sign < 0 ? Math.min(bound, stroke[i]) : Math.max(bound, stroke[i]);
            }
        }
        return bound;
    }
}
