package latentlab.data.pictures;

import latentlab.data.ImageOptions;

/**
 * One image of a folder, upright and about as small as it will be.
 *
 * @param height rows, in pixels
 * @param width columns, in pixels
 * @param channels 1 for grey, 3 for red, green and blue
 * @param values shape [channels, height, width], unsigned bytes: 0 none of a colour, 255 all of it; where it is
 *     transparent, only the share it covers
 * @param opacity shape [height, width], unsigned bytes: 0 transparent, 255 opaque; null when all of it is opaque
 * @param file what it was in its file
 */
record Picture(int height, int width, int channels, byte[] values, byte[] opacity, Original file) {
    /** Channels of a pixel that differ by less may do so because JPEG rounds them. */
    private static final int COLOURED = 24;
    /** That many pixels may come out coloured in a grey picture, at an edge. */
    private static final int HANDFUL = 5;

    /**
     * A picture's file, as far as somebody may want to be told of it.
     *
     * @param height rows, in pixels, upright; likewise {@code width}
     * @param turned whether it had to be turned or mirrored to be upright
     * @param several whether there are more pictures in it
     * @param coloured whether it has colours at all, even if they have been made grey
     * @param numbers whether its values are floating-point numbers, which have no fixed white
     */
    record Original(int height, int width, boolean turned, boolean several, boolean coloured, boolean numbers) {}

    /** What it takes in memory, about. */
    int bytes() {
        return values.length + (opacity == null ? 0 : opacity.length);
    }

    int pixels() {
        return height * width;
    }

    /** Whether more than a handful of its pixels have a colour that can be seen. */
    static boolean coloured(byte[] values, int pixels) {
        int coloured = 0;
        for (int i = 0; i < pixels; i++) {
            int red = values[i] & 0xFF;
            int green = values[pixels + i] & 0xFF;
            int blue = values[2 * pixels + i] & 0xFF;
            if (Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue)) >= COLOURED) {
                coloured++;
            }
        }
        return coloured > Math.min(HANDFUL, pixels / 2);
    }

    /** @return the picture with one channel */
    Picture grey() {
        return channels == 1 ? this : new Picture(height, width, 1, Luma.of(values, 0, pixels()), opacity, file);
    }

    /** @return the picture at the size it has in a frame */
    Picture in(ImageOptions.Size frame, ImageOptions.Fit fit) {
        Placing placing = Placing.of(height, width, frame, fit);
        if (placing.height() == height && placing.width() == width) {
            return this;
        }
        byte[] resized = new byte[channels * placing.height() * placing.width()];
        for (int channel = 0; channel < channels; channel++) {
            byte[] plane = placing.resized(values, channel * pixels(), height, width);
            System.arraycopy(plane, 0, resized, channel * plane.length, plane.length);
        }
        byte[] covered = opacity == null ? null : placing.resized(opacity, 0, height, width);
        return new Picture(placing.height(), placing.width(), channels, resized, covered, file);
    }

    /** @return the picture as it looks on paper of that brightness, 0 to 255 */
    Picture on(int paper) {
        if (opacity == null) {
            return this;
        }
        byte[] seen = new byte[values.length];
        for (int i = 0; i < seen.length; i++) {
            int shining = Math.round((255 - (opacity[i % pixels()] & 0xFF)) * paper / 255f);
            seen[i] = (byte) Math.min(255, (values[i] & 0xFF) + shining);
        }
        return new Picture(height, width, channels, seen, null, file);
    }

    /** @return the picture with light for dark */
    Picture inverted() {
        byte[] turned = new byte[values.length];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = (byte) (255 - (values[i] & 0xFF));
        }
        return new Picture(height, width, channels, turned, null, file);
    }
}
