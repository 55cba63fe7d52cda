package latentlab.data.pictures.coding;

/** Pictures for print: how much of four inks there is. Without a profile, each takes its share of the light away. */
final class Inks {
    private Inks() {}

    /**
     * @param samples of a row, four a pixel, as in a JPEG file
     * @param planes of red, green and blue
     */
    static void unpack(int[] samples, JpegHeader header, float[][] planes) {
        boolean ycc = header.colour() == JpegHeader.Colour.YCCK;
        for (int x = 0; x < header.width(); x++) {
            int cyan = samples[4 * x];
            int magenta = samples[4 * x + 1];
            int yellow = samples[4 * x + 2];
            int key = samples[4 * x + 3];
            if (ycc) {
                // What the three stand for is not the inks but what they leave over.
                double light = cyan;
                double blue = magenta - 128;
                double red = yellow - 128;
                cyan = 255 - clamp(light + 1.402 * red);
                magenta = 255 - clamp(light - 0.344_136 * blue - 0.714_136 * red);
                yellow = 255 - clamp(light + 1.772 * blue);
            }
            light(cyan, magenta, yellow, key, header.inverted(), planes, x);
        }
    }

    private static int clamp(double value) {
        return Math.clamp(Math.round(value), 0, 255);
    }

    /** @param inverted whether 255 is no ink */
    private static void light(int cyan, int magenta, int yellow, int key, boolean inverted, float[][] planes, int x) {
        int left = inverted ? key : 255 - key;
        planes[0][x] = (inverted ? cyan : 255 - cyan) * left / 255f;
        planes[1][x] = (inverted ? magenta : 255 - magenta) * left / 255f;
        planes[2][x] = (inverted ? yellow : 255 - yellow) * left / 255f;
    }
}
