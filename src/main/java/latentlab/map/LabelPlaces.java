package latentlab.map;

import java.util.ArrayList;
import java.util.List;

/**
 * Moves labels that would overlap: step by step they are pushed apart from the place each belongs to, as little as
 * needed, and stay on the map. The same labels always get the same places.
 */
public final class LabelPlaces {
    private static final int STEPS = 400;
    /** Side by side, further apart: "4" and "9" must not be read as a number. */
    private static final double GAP_BESIDE = 8;

    private static final double GAP = 2;
    /** An angle whose multiples never coincide, to separate labels at the same place. */
    private static final double GOLDEN_ANGLE = 2.399963229728653;

    /**
     * A label's rectangle.
     *
     * @param x of its middle; in the input, of the place it belongs to
     * @param y of its middle
     */
    public record Box(double x, double y, double width, double height) {
        public boolean contains(double otherX, double otherY) {
            return Math.abs(otherX - x) <= width / 2 && Math.abs(otherY - y) <= height / 2;
        }

        public boolean overlaps(Box other) {
            return Math.abs(other.x - x) < (width + other.width) / 2
                    && Math.abs(other.y - y) < (height + other.height) / 2;
        }
    }

    private LabelPlaces() {}

    /**
     * @param labels each centred at the place it belongs to
     * @param width of the map they stay on
     * @param height of it
     * @return the labels in the same order, without overlap if the map has room for that
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

    /** Moves two overlapping labels apart, the shorter way. @return whether they did overlap */
    private static boolean part(List<Box> labels, double[] x, double[] y, int i, int j) {
        double dx = x[j] - x[i];
        double dy = y[j] - y[i];
        double tooNear = (labels.get(i).width() + labels.get(j).width()) / 2 + GAP_BESIDE - Math.abs(dx);
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
