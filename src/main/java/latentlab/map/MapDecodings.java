package latentlab.map;

import latentlab.data.ImageShape;

/**
 * What the decoder makes of the middles of cells all over a map, row by row from the upper left.
 *
 * @param at where they lie: another map, other decodings
 * @param shape of a decoding
 * @param pixels shape [rows, columns, channels, height, width]
 */
public record MapDecodings(MapProjection at, int columns, int rows, ImageShape shape, byte[] pixels) {
    /** Side of a cell, in pixels of the map. */
    public static final double CELL = 34;
}
