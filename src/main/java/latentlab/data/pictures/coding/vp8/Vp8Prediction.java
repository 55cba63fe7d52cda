package latentlab.data.pictures.coding.vp8;

/** Guesses a block from its neighbours above and to the left, as RFC 6386 has it in section 12. */
final class Vp8Prediction {
    /** Modes of large blocks. */
    static final int MEAN = 0;

    static final int VERTICAL = 1;
    static final int HORIZONTAL = 2;
    static final int MOTION = 3;
    /** Mode of a block whose small ones have modes of their own. */
    static final int SMALL = 4;

    /** Modes of small blocks, in the order of the tables. */
    private static final int B_MEAN = 0;

    private static final int B_MOTION = 1;
    private static final int B_VERTICAL = 2;
    private static final int B_HORIZONTAL = 3;
    private static final int B_LEFT_DOWN = 4;
    private static final int B_RIGHT_DOWN = 5;
    private static final int B_VERTICAL_RIGHT = 6;
    private static final int B_VERTICAL_LEFT = 7;
    private static final int B_HORIZONTAL_DOWN = 8;

    private Vp8Prediction() {}

    /** @return the mode a small block would have in a large one of some mode */
    static int smallMode(int mode) {
        return switch (mode) {
            case VERTICAL -> B_VERTICAL;
            case HORIZONTAL -> B_HORIZONTAL;
            case MOTION -> B_MOTION;
            default -> B_MEAN;
        };
    }

    /** @param size 16 for light, 8 for colours */
    static void large(Vp8Plane plane, int y, int x, int size, int mode) {
        int place = plane.at(y, x);
        int mean = mode == MEAN ? mean(plane, y, x, size) : 0;
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                int above = plane.get(place - plane.stride + column);
                int left = plane.get(place + row * plane.stride - 1);
                int value =
                        switch (mode) {
                            case VERTICAL -> above;
                            case HORIZONTAL -> left;
                            case MOTION -> left + above - plane.get(place - plane.stride - 1);
                            default -> mean;
                        };
                plane.set(place + row * plane.stride + column, value);
            }
        }
    }

    /** Of those neighbours that are in the picture. */
    private static int mean(Vp8Plane plane, int y, int x, int size) {
        int sum = 0;
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (y > 0) {
                sum += plane.get(plane.at(y - 1, x + i));
                count++;
            }
            if (x > 0) {
                sum += plane.get(plane.at(y + i, x - 1));
                count++;
            }
        }
        return count == 0 ? 128 : (sum + count / 2) / count;
    }

    /**
     * @param place of its first pixel
     * @param right the four pixels above and to the right of it
     */
    static void small(Vp8Plane plane, int place, int mode, int[] right) {
        // From the lowest on the left over the corner to the last one on the right.
        int[] edge = new int[13];
        for (int i = 0; i < 4; i++) {
            edge[i] = plane.get(place + (3 - i) * plane.stride - 1);
            edge[5 + i] = plane.get(place - plane.stride + i);
            edge[9 + i] = right[i];
        }
        edge[4] = plane.get(place - plane.stride - 1);
        int mean = 4;
        for (int i = 0; i < 4; i++) {
            mean += edge[i] + edge[5 + i];
        }
        for (int row = 0; row < 4; row++) {
            for (int column = 0; column < 4; column++) {
                plane.set(place + row * plane.stride + column, value(edge, mode, row, column, mean / 8));
            }
        }
    }

    private static int value(int[] edge, int mode, int row, int column, int mean) {
        return switch (mode) {
            case B_MEAN -> mean;
            case B_MOTION -> edge[3 - row] + edge[5 + column] - edge[4];
            case B_VERTICAL -> three(edge, 4 + column);
            case B_HORIZONTAL -> row == 3 ? weighted(edge[1], edge[0], edge[0]) : three(edge, 2 - row);
            case B_LEFT_DOWN ->
                row + column == 6 ? weighted(edge[11], edge[12], edge[12]) : three(edge, 5 + row + column);
            case B_RIGHT_DOWN -> three(edge, 3 - row + column);
            case B_VERTICAL_RIGHT -> verticalRight(edge, row, column);
            case B_VERTICAL_LEFT -> verticalLeft(edge, row, column);
            case B_HORIZONTAL_DOWN -> horizontalDown(edge, row, column);
            default -> horizontalUp(edge, row, column);
        };
    }

    private static int verticalRight(int[] edge, int row, int column) {
        // Two rows down is one column to the left, until the edge itself is reached.
        int along = 2 * column - row;
        if (along < -1) {
            return three(edge, along == -2 ? 2 : 1);
        }
        if (along == -1) {
            return three(edge, 3);
        }
        return along % 2 == 0 ? two(edge, 4 + along / 2) : three(edge, 3 + (along + 1) / 2);
    }

    private static int verticalLeft(int[] edge, int row, int column) {
        if (column == 3 && row >= 2) {
            return three(edge, row == 2 ? 9 : 10);
        }
        int first = 5 + column + row / 2;
        return row % 2 == 0 ? two(edge, first) : three(edge, first);
    }

    private static int horizontalDown(int[] edge, int row, int column) {
        int along = 2 * row - column;
        if (along < -1) {
            return three(edge, along == -2 ? 4 : 5);
        }
        if (along == -1) {
            return three(edge, 3);
        }
        return along % 2 == 0 ? two(edge, 3 - along / 2) : three(edge, 2 - along / 2);
    }

    private static int horizontalUp(int[] edge, int row, int column) {
        int along = 2 * row + column;
        if (along > 5) {
            return edge[0];
        }
        if (along == 5) {
            return weighted(edge[1], edge[0], edge[0]);
        }
        return along % 2 == 0 ? two(edge, 2 - along / 2) : three(edge, 1 - along / 2);
    }

    private static int two(int[] edge, int first) {
        return (edge[first] + edge[first + 1] + 1) / 2;
    }

    private static int three(int[] edge, int first) {
        return weighted(edge[first], edge[first + 1], edge[first + 2]);
    }

    private static int weighted(int one, int two, int three) {
        return (one + 2 * two + three + 2) / 4;
    }
}
