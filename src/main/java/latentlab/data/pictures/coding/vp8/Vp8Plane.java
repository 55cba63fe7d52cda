package latentlab.data.pictures.coding.vp8;

/**
 * Light, or one of the two colours, of a picture: whole blocks of pixels, with a row above and columns beside them for
 * those whose neighbours are outside of the picture.
 */
final class Vp8Plane {
    /** Columns to the left of the picture; more than the one needed. */
    private static final int LEFT = 4;
    /** Columns to the right, for what is above and to the right of the last block. */
    private static final int RIGHT = 4;

    private static final int ABOVE_ALL = 127;
    private static final int LEFT_OF_ALL = 129;

    final byte[] pixels;
    final int stride;

    /** @param size pixels of a side of a block */
    Vp8Plane(int blocksHigh, int blocksWide, int size) {
        stride = LEFT + blocksWide * size + RIGHT;
        pixels = new byte[(1 + blocksHigh * size) * stride];
        for (int x = 0; x < stride; x++) {
            pixels[x] = (byte) ABOVE_ALL;
        }
        for (int y = 1; y <= blocksHigh * size; y++) {
            pixels[y * stride + LEFT - 1] = (byte) LEFT_OF_ALL;
        }
    }

    /** @return where a pixel is; rows and columns may be -1 */
    int at(int y, int x) {
        return (1 + y) * stride + LEFT + x;
    }

    int get(int place) {
        return pixels[place] & 0xFF;
    }

    void set(int place, int value) {
        pixels[place] = (byte) Math.clamp(value, 0, 255);
    }
}
