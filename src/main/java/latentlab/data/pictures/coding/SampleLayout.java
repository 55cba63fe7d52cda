package latentlab.data.pictures.coding;

/**
 * What a picture's header says of it.
 *
 * @param height rows in the file, before it is turned upright; at least 1, likewise {@code width}
 * @param colours 1 for grey, 3 for red, green and blue
 * @param opacity whether there is one for each pixel
 * @param premultiplied whether the colours are already what an opaque pixel would have times its opacity
 * @param orientation what makes it upright
 * @param several whether the file holds more pictures than the one that is read
 */
public record SampleLayout(
        int height,
        int width,
        int colours,
        boolean opacity,
        boolean premultiplied,
        Orientation orientation,
        boolean several) {
    /** Planes of a row: the colours, and opacity where there is one. */
    public int planes() {
        return colours + (opacity ? 1 : 0);
    }
}
