package latentlab.data.digits;

/**
 * Puts ink where MNIST has it: moved by whole pixels so that the centre of its mass comes to the middle of the image.
 */
final class CentreOfMass {
    private CentreOfMass() {}

    /**
     * @param ink shape [height, width], 0 to 1, all of it inside a square of {@code box} pixels in the middle; the
     *     square never leaves the image, however lopsided the ink is
     * @param pixels takes the image, one unsigned byte a pixel, from {@code offset} on; zero before
     */
    static void place(float[] ink, int height, int width, int box, byte[] pixels, int offset) {
        float mass = 0;
        float massX = 0;
        float massY = 0;
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                float here = ink[row * width + column];
                if (here != 0) {
                    mass += here;
                    massX += here * column;
                    massY += here * row;
                }
            }
        }
        if (mass == 0) {
            return;
        }
        int right = shift(width, box, massX / mass);
        int down = shift(height, box, massY / mass);
        for (int row = Math.max(0, -down); row < Math.min(height, height - down); row++) {
            for (int column = Math.max(0, -right); column < Math.min(width, width - right); column++) {
                float here = ink[row * width + column];
                if (here != 0) {
                    pixels[offset + (row + down) * width + column + right] = (byte) Math.round(255 * here);
                }
            }
        }
    }

    private static int shift(int length, int box, float centre) {
        int before = (length - box) / 2;
        return Math.clamp(Math.round(length / 2f - centre), -before, length - box - before);
    }
}
