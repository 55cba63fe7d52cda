package latentlab.data;

import java.util.Arrays;

/**
 * Resizes one channel of an image by averaging over areas: every pixel of the result is the mean of what it covers of
 * the source, parts of pixels counted by their share. Takes the source row by row, so that a large photograph needs no
 * second copy.
 */
public final class AreaAverage {
    private final Part part;
    private final int sourceWidth;
    private final int height;
    private final int width;
    private final double[] sums;
    private final double[] row;

    /**
     * The part of the source that is seen; what lies outside of it does not count.
     *
     * @param top first row in pixels, which may be in the middle of one; likewise {@code left}
     * @param height in rows, more than 0; likewise {@code width}
     */
    public record Part(double top, double left, double height, double width) {}

    public AreaAverage(int sourceHeight, int sourceWidth, int height, int width) {
        this(new Part(0, 0, sourceHeight, sourceWidth), sourceWidth, height, width);
    }

    /**
     * @param part of the source, within it
     * @param sourceWidth columns of the source
     * @param height rows of the result
     * @param width columns of the result
     */
    public AreaAverage(Part part, int sourceWidth, int height, int width) {
        this.part = part;
        this.sourceWidth = sourceWidth;
        this.height = height;
        this.width = width;
        sums = new double[height * width];
        row = new double[width];
    }

    /** @param pixels the source's row y; every row is given once */
    public void add(int y, float[] pixels) {
        if (bottom(y) > 0 && top(y) < height) {
            narrow(pixels);
            addRow(y);
        }
    }

    /**
     * Adds some pixels of a row, as interlaced files have them; every pixel of the source is given once.
     *
     * @param y the source's row
     * @param first column of the first one
     * @param step columns from one to the next
     * @param count how many there are
     * @param pixels their values, one after the other
     */
    public void add(int y, int first, int step, int count, float[] pixels) {
        Arrays.fill(row, 0);
        double scale = width / part.width;
        for (int k = 0; k < count; k++) {
            double left = (first + (double) k * step - part.left) * scale;
            double right = left + scale;
            for (int i = (int) Math.max(0, left); i < Math.min(width, right); i++) {
                row[i] += (Math.min(i + 1, right) - Math.max(i, left)) * pixels[k];
            }
        }
        addRow(y);
    }

    private void addRow(int y) {
        double top = top(y);
        double bottom = bottom(y);
        for (int j = (int) Math.max(0, top); j < Math.min(height, bottom); j++) {
            double share = Math.min(j + 1, bottom) - Math.max(j, top);
            for (int i = 0; i < width; i++) {
                sums[j * width + i] += share * row[i];
            }
        }
    }

    /** Where a row of the source begins, in rows of the result. */
    private double top(int y) {
        return (y - part.top) * (height / part.height);
    }

    private double bottom(int y) {
        return (y + 1 - part.top) * (height / part.height);
    }

    private void narrow(float[] pixels) {
        double step = part.width / width;
        if (step == 1 && part.left == (int) part.left) {
            for (int i = 0; i < width; i++) {
                row[i] = pixels[(int) part.left + i];
            }
            return;
        }
        for (int i = 0; i < width; i++) {
            double left = part.left + i * step;
            double right = part.left + (i + 1) * step;
            int first = (int) left;
            int last = Math.min(sourceWidth - 1, (int) right);
            if (first >= last) {
                row[i] = pixels[last];
            } else {
                double sum = (first + 1 - left) * pixels[first] + (right - last) * pixels[last];
                for (int x = first + 1; x < last; x++) {
                    sum += pixels[x];
                }
                row[i] = sum / step;
            }
        }
    }

    /** @return shape [height, width], in the units of what was added; not a copy, and so once all has been added */
    public double[] means() {
        return sums;
    }

    /** @return shape [height, width], unsigned bytes, of pixels that are 0 to 255 each */
    public byte[] pixels() {
        byte[] pixels = new byte[sums.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.clamp(Math.round(sums[i]), 0, 255);
        }
        return pixels;
    }
}
