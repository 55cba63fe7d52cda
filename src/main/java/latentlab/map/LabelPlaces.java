package latentlab.map;

import java.util.ArrayList;
import java.util.List;

/**
 * Where labels go that would hide one another: from the place each belongs to they are pushed apart, step by step, as little as
 * it takes, and stay on the map. The same labels always come to lie at the same places.
 */
public final class LabelPlaces {
    private static final int STEPS = 400;
    private static final double GAP = 2;
    /** An angle whose multiples never meet, to part labels of one place. */
    private static final double GOLDEN_ANGLE = 2.399963229728653;

    /**
     * A label.
     *
     * @param x its middle; before, the place it belongs to
     * @param y its middle
     */
    public record Box(double x, double y, double width, double height) {
        public boolean contains(double otherX, double otherY) {
            return Math.abs(otherX - x) <= width / 2 && Math.abs(otherY - y) <= height / 2;
        }

        boolean overlaps(Box other) {
            return Math.abs(other.x - x) < (width + other.width) / 2
                    && Math.abs(other.y - y) < (height + other.height) / 2;
        }
    }

    private LabelPlaces() {}

    /**
     * @param labels each in the middle of where it belongs
     * @param width of the map they stay on
     * @param height of it
     * @return the labels in the same order; none on another if the map has room for that
     */
    public static List<Box> apart(List<Box> labels, double width, double height) {
        int count = labels.size();
        double[] x = new double[count];
        double[] y = new double[count];
        for (int i = 0; i < count; i++) {
            x[i] = labels.get(i).x() + 0.5 * Math.cos(i * GOLDEN_ANGLE);
            y[i] = labels.get(i).y() + 0.5 * Math.sin(i * GOLDEN_ANGLE);
        }
        boolean moved = true;
        for (int step = 0; step < STEPS && moved; step++) {
            moved = false;
            for (int i = 0; i < count; i++) {
                for (int j = i + 1; j < count; j++) {
                    moved |= part(labels, x, y, i, j);
                }
            }
            for (int i = 0; i < count; i++) {
                x[i] = within(x[i], labels.get(i).width(), width);
                y[i] = within(y[i], labels.get(i).height(), height);
            }
        }
        List<Box> places = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            places.add(new Box(x[i], y[i], labels.get(i).width(), labels.get(i).height()));
        }
        return places;
    }

    /** Moves two labels that overlap away from each other, the shorter way. @return whether they did */
    private static boolean part(List<Box> labels, double[] x, double[] y, int i, int j) {
        double dx = x[j] - x[i];
        double dy = y[j] - y[i];
        double tooNear = (labels.get(i).width() + labels.get(j).width()) / 2 + GAP - Math.abs(dx);
        double tooClose = (labels.get(i).height() + labels.get(j).height()) / 2 + GAP - Math.abs(dy);
        if (tooNear <= 0 || tooClose <= 0) {
            return false;
        }
        if (tooNear < tooClose) {
            double push = Math.copySign(tooNear / 2 + 0.05, dx);
            x[i] -= push;
            x[j] += push;
        } else {
            double push = Math.copySign(tooClose / 2 + 0.05, dy);
            y[i] -= push;
            y[j] += push;
        }
        return true;
    }

    private static double within(double middle, double size, double room) {
        return size >= room ? room / 2 : Math.clamp(middle, size / 2, room - size / 2);
    }
}
