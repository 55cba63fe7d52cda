package latentlab.export.animation;

import java.util.function.IntUnaryOperator;

/**
 * The rectangle in which a frame differs from the one before it; a single pixel where it does not, so that it has
 * its time.
 */
record ChangedPart(int left, int top, int columns, int rows) {
    /**
     * @param first column in which a row differs first; -1 where it does not
     * @param last column in which a row that differs does so last
     */
    static ChangedPart of(int width, int height, IntUnaryOperator first, IntUnaryOperator last) {
        int top = 0;
        while (top < height - 1 && first.applyAsInt(top) < 0) {
            top++;
        }
        int bottom = height - 1;
        while (bottom > top && first.applyAsInt(bottom) < 0) {
            bottom--;
        }
        int left = width - 1;
        int right = 0;
        for (int y = top; y <= bottom; y++) {
            int at = first.applyAsInt(y);
            if (at >= 0) {
                left = Math.min(left, at);
                right = Math.max(right, last.applyAsInt(y));
            }
        }
        return new ChangedPart(left, top, Math.max(1, right - left + 1), bottom - top + 1);
    }
}
