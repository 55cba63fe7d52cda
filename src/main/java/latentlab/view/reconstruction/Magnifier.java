package latentlab.view.reconstruction;

/**
 * Which part of an image is seen in a square, so large that single pixels can be read. Lengths are in pixels of the
 * image.
 */
final class Magnifier {
    /** Side of a pixel on the screen at most. */
    private static final double LARGEST = 64;

    private final int width;
    private final int height;
    private double span;
    private double left;
    private double top;

    Magnifier(int width, int height) {
        this.width = width;
        this.height = height;
        whole();
    }

    /** Shows all of it. */
    void whole() {
        span = Math.max(width, height);
        keepInside();
    }

    /** Side of the part that is seen. */
    double span() {
        return span;
    }

    double left() {
        return left;
    }

    double top() {
        return top;
    }

    /**
     * Shows a smaller or larger part, with one place staying where it is.
     *
     * @param factor more than 1 for a smaller part
     * @param side of the square on the screen
     */
    void zoom(double factor, double x, double y, double side) {
        double most = Math.max(width, height);
        double next = Math.clamp(span / factor, Math.min(side / LARGEST, most), most);
        left = x - (x - left) * next / span;
        top = y - (y - top) * next / span;
        span = next;
        keepInside();
    }

    /** Moves so far that a pixel is seen. */
    void reveal(int column, int row) {
        left = Math.min(column, Math.max(left, column + 1 - span));
        top = Math.min(row, Math.max(top, row + 1 - span));
        keepInside();
    }

    private void keepInside() {
        left = span >= width ? (width - span) / 2 : Math.clamp(left, 0, width - span);
        top = span >= height ? (height - span) / 2 : Math.clamp(top, 0, height - span);
    }
}
