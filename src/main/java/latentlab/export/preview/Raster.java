package latentlab.export.preview;

/**
 * A picture in plain numbers, which any toolkit can show.
 *
 * @param rgb shape [height, width], 0xFFRRGGBB
 */
public record Raster(int width, int height, int[] rgb) {
    private static final int OPAQUE = 0xFF << 24;

    /**
     * A picture made smaller until it has room, each pixel the mean of those that it stands for, so that thin lines and
     * small letters stay to be seen. One that has room is left as it is.
     *
     * @param rgb shape [height, width], 0xRRGGBB; copied
     * @param mostWidth 1 or more, as is the height
     */
    public static Raster within(int width, int height, int[] rgb, int mostWidth, int mostHeight) {
        double factor = Math.max(1, Math.max((double) width / mostWidth, (double) height / mostHeight));
        int columns = Math.max(1, (int) (width / factor));
        int rows = Math.max(1, (int) (height / factor));
        int[] small = new int[columns * rows];
        for (int row = 0; row < rows; row++) {
            int top = (int) ((long) row * height / rows);
            int bottom = Math.max(top + 1, (int) ((row + 1L) * height / rows));
            for (int column = 0; column < columns; column++) {
                int left = (int) ((long) column * width / columns);
                int right = Math.max(left + 1, (int) ((column + 1L) * width / columns));
                small[row * columns + column] = mean(rgb, width, left, right, top, bottom);
            }
        }
        return new Raster(columns, rows, small);
    }

    private static int mean(int[] rgb, int width, int left, int right, int top, int bottom) {
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int pixel = rgb[y * width + x];
                red += pixel >> 16 & 0xFF;
                green += pixel >> 8 & 0xFF;
                blue += pixel & 0xFF;
            }
        }
        long count = (long) (right - left) * (bottom - top);
        return OPAQUE | (int) (red / count) << 16 | (int) (green / count) << 8 | (int) (blue / count);
    }
}
