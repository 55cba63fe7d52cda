package latentlab.figure;

import java.util.Arrays;

/** Lines from point to point, with gaps where a new one is begun. */
public final class Track {
    private double[] places = new double[64];
    private boolean[] starts = new boolean[32];
    private int count;

    /** Hears of each point in order. */
    public interface Walker {
        /** @param start whether a line begins here, instead of coming from the point before */
        void at(double x, double y, boolean start);
    }

    /** Begins a line. */
    public void moveTo(double x, double y) {
        add(x, y, true);
    }

    /** Goes on from the last point. */
    public void lineTo(double x, double y) {
        add(x, y, false);
    }

    private void add(double x, double y, boolean start) {
        if (count == starts.length) {
            places = Arrays.copyOf(places, 2 * places.length);
            starts = Arrays.copyOf(starts, 2 * starts.length);
        }
        places[2 * count] = x;
        places[2 * count + 1] = y;
        starts[count++] = start;
    }

    public void walk(Walker walker) {
        for (int i = 0; i < count; i++) {
            walker.at(places[2 * i], places[2 * i + 1], starts[i]);
        }
    }
}
