package latentlab.data.digits;

import java.util.Arrays;

/**
 * Where a pen went and how broad its line was there: a polyline of circles. Cleared and filled again for each digit.
 */
final class PenPath {
    float[] x = new float[128];
    float[] y = new float[128];
    float[] radius = new float[128];
    /** Whether the pen was put down here, so that no line leads to this point from the one before. */
    boolean[] penDown = new boolean[128];

    int size;

    void clear() {
        size = 0;
    }

    void add(float px, float py, boolean down) {
        if (size == x.length) {
            x = Arrays.copyOf(x, 2 * size);
            y = Arrays.copyOf(y, 2 * size);
            radius = Arrays.copyOf(radius, 2 * size);
            penDown = Arrays.copyOf(penDown, 2 * size);
        }
        x[size] = px;
        y[size] = py;
        penDown[size++] = down;
    }
}
