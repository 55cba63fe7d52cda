package latentlab.view.paint;

import latentlab.data.ImageSet;

/** Dots, and hundreds of the images they stand for, in one raster. */
class PointRaster extends DotRaster {
    /** Mixes a colour with what is there. @param colour 0xRRGGBB @param strength 0 to 1 */
    void blend(int x, int y, int colour, double strength) {
        if (x < left || x >= right || y < top || y >= bottom) {
            return;
        }
        int under = pixels[y * width + x];
        int now = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            int over = shift == 24 ? 255 : colour >> shift & 0xFF;
            int below = under >>> shift & 0xFF;
            now |= (int) Math.round(below + strength * (over - below)) << shift;
        }
        pixels[y * width + x] = now;
    }

    /**
     * Puts an image in a border over what is there.
     *
     * @param x where the border begins
     * @param y where the border begins
     * @param which index of the image
     * @param times pixels a pixel of it becomes along each axis
     * @param shrunk pixels of it that become one, along each axis; their mean
     * @param inks its colours
     * @param border its thickness
     * @param colour of the border, 0xRRGGBB
     */
    void picture(
            int x,
            int y,
            ImageSet images,
            int which,
            int times,
            int shrunk,
            ThumbnailInks inks,
            int border,
            int colour) {
        int side = Math.ceilDiv(images.width(), shrunk) * times + 2 * border;
        int standing = Math.ceilDiv(images.height(), shrunk) * times + 2 * border;
        int toRow = Math.min(bottom, y + standing);
        int toColumn = Math.min(right, x + side);
        for (int row = Math.max(top, y); row < toRow; row++) {
            int down = row - y - border;
            boolean above = down < 0 || row >= y + standing - border;
            for (int column = Math.max(left, x); column < toColumn; column++) {
                int along = column - x - border;
                boolean outside = above || along < 0 || column >= x + side - border;
                int here = outside
                        ? colour
                        : inks.colour(images, which, Math.floorDiv(down, times), Math.floorDiv(along, times), shrunk);
                pixels[row * width + column] = 0xFF000000 | here;
            }
        }
    }
}
