package latentlab.data;

/**
 * Resizes a grey image by averaging over areas: every pixel of the result is the mean of what it covers of the source,
 * parts of pixels counted by their share. Takes the source row by row, so that a large photograph needs no second copy.
 */
public final class AreaAverage {
    private final int sourceHeight;
    private final int sourceWidth;
    private final int height;
    private final int width;
    private final double[] sums;
    private final double[] row;

    public AreaAverage(int sourceHeight, int sourceWidth, int height, int width) {
        this.sourceHeight = sourceHeight;
        this.sourceWidth = sourceWidth;
        this.height = height;
        this.width = width;
        sums = new double[height * width];
        row = new double[width];
    }

    /** @param pixels the source's row y, each pixel 0 to 255; every row is given once */
    public void add(int y, float[] pixels) {
        narrow(pixels);
        double scale = (double) height / sourceHeight;
        double top = y * scale;
        double bottom = (y + 1) * scale;
        for (int j = (int) top; j < Math.min(height, bottom); j++) {
            double share = Math.min(j + 1, bottom) - Math.max(j, top);
            for (int i = 0; i < width; i++) {
                sums[j * width + i] += share * row[i];
            }
        }
    }

    private void narrow(float[] pixels) {
        double step = (double) sourceWidth / width;
        for (int i = 0; i < width; i++) {
            double left = i * step;
            double right = (i + 1) * step;
            int first = (int) left;
            int last = Math.min(sourceWidth - 1, (int) right);
            if (first == last) {
                row[i] = pixels[first];
            } else {
                double sum = (first + 1 - left) * pixels[first] + (right - last) * pixels[last];
                for (int x = first + 1; x < last; x++) {
                    sum += pixels[x];
                }
                row[i] = sum / step;
            }
        }
    }

    /** @return shape [height, width], unsigned bytes */
    public byte[] pixels() {
        byte[] pixels = new byte[sums.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.clamp(Math.round(sums[i]), 0, 255);
        }
        return pixels;
    }
}
