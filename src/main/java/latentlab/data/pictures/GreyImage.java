package latentlab.data.pictures;

import latentlab.data.AreaAverage;

/**
 * One image of a folder, grey and about as small as it will be.
 *
 * @param height rows, in pixels
 * @param width columns, in pixels
 * @param light shape [height, width], unsigned bytes: 0 black, 255 white; where it is transparent, only the share it
 *     covers
 * @param opacity shape [height, width], unsigned bytes: 0 transparent, 255 opaque; null when all of it is opaque
 */
record GreyImage(int height, int width, byte[] light, byte[] opacity) {
    /** What it takes in memory, about. */
    int bytes() {
        return light.length + (opacity == null ? 0 : opacity.length);
    }

    /** @return the image at a size such that its longer side has {@code side} pixels, its proportions kept */
    GreyImage fit(int side) {
        int longest = Math.max(height, width);
        int newHeight = fitted(height, longest, side);
        int newWidth = fitted(width, longest, side);
        return new GreyImage(
                newHeight,
                newWidth,
                resize(light, newHeight, newWidth),
                opacity == null ? null : resize(opacity, newHeight, newWidth));
    }

    /** @return what becomes of a side of {@code length} when the longest one becomes {@code side} */
    static int fitted(int length, int longest, int side) {
        return Math.max(1, Math.round((float) length * side / longest));
    }

    private byte[] resize(byte[] pixels, int newHeight, int newWidth) {
        AreaAverage average = new AreaAverage(height, width, newHeight, newWidth);
        float[] row = new float[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                row[x] = pixels[y * width + x] & 0xFF;
            }
            average.add(y, row);
        }
        return average.pixels();
    }

    /** @return the image as it looks on paper of that brightness, 0 to 255 */
    GreyImage on(int paper) {
        if (opacity == null) {
            return this;
        }
        byte[] seen = new byte[light.length];
        for (int i = 0; i < seen.length; i++) {
            int shining = (255 - (opacity[i] & 0xFF)) * paper / 255;
            seen[i] = (byte) Math.min(255, (light[i] & 0xFF) + shining);
        }
        return new GreyImage(height, width, seen, null);
    }

    /** Mean brightness of the outermost pixels, 0 to 255. */
    double borderLight() {
        long sum = 0;
        int count = 0;
        for (int y = 0; y < height; y++) {
            boolean edge = y == 0 || y == height - 1;
            for (int x = 0; x < width; x += edge || x == width - 1 ? 1 : Math.max(1, width - 1)) {
                sum += light[y * width + x] & 0xFF;
                count++;
            }
        }
        return (double) sum / count;
    }
}
