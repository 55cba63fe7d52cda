package latentlab.map;

import latentlab.data.ImageShape;

/**
 * Decoded images at the middles of cells all over a map, row by row from the upper left.
 *
 * @param at the map they belong to, as another map has other decodings
 * @param shape of one decoded image
 * @param pixels shape [rows, columns, channels, height, width]
 */
public record MapDecodings(MapProjection at, int columns, int rows, ImageShape shape, byte[] pixels) {
    /** Side of a cell, in pixels of the map. */
    public static final double CELL = 34;
}
