package latentlab.data.pictures;

/** How light colours are, by ITU-R BT.601, as most programs turn colours into grey. */
public final class Luma {
    private Luma() {}

    static double of(double red, double green, double blue) {
        return 0.299 * red + 0.587 * green + 0.114 * blue;
    }

    /**
     * @param values unsigned bytes, all of an image's red, then its green, then its blue
     * @param offset where the image begins among them
     * @return one for each pixel, unsigned bytes
     */
    public static byte[] of(byte[] values, int offset, int pixels) {
        byte[] light = new byte[pixels];
        for (int i = 0; i < pixels; i++) {
            int red = values[offset + i] & 0xFF;
            int green = values[offset + pixels + i] & 0xFF;
            int blue = values[offset + 2 * pixels + i] & 0xFF;
            light[i] = (byte) Math.round(of(red, green, blue));
        }
        return light;
    }
}
