package latentlab.export.player;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.export.png.PngChunks;
import latentlab.export.png.PngRows;

/**
 * The images of a player, one row of them under the other, in as few PNG as browsers can show: each has a limited
 * height.
 */
final class PlayerSprites {
    /** Lower than what the least of browsers takes. */
    private static final int HIGHEST = 4096;

    private final ImageShape shape;
    private final int count;
    private final int bytes;
    private final byte[] line;
    private int left;
    private int open;
    private PngRows rows;

    /** @param rows of images there will be; @param count of images in each */
    PlayerSprites(ImageSet images, int rows, int count) {
        shape = images.shape();
        this.count = count;
        bytes = shape.grey() ? 1 : 3;
        line = new byte[count * shape.width() * bytes];
        left = rows;
    }

    /** @return how many rows of images each of them has; the last may have fewer */
    int rowsEach() {
        return Math.max(1, HIGHEST / shape.height());
    }

    /**
     * @param values of images
     * @param places where each of them begins
     * @return a PNG that has become full; null if more rows fit
     */
    byte[] add(byte[] values, int... places) throws IOException {
        if (rows == null) {
            rows = new PngRows(count * shape.width(), bytes);
            open = 0;
        }
        for (int y = 0; y < shape.height(); y++) {
            int at = 0;
            for (int place : places) {
                for (int x = 0; x < shape.width(); x++) {
                    int rgb = shape.rgb(values, place, y * shape.width() + x);
                    for (int channel = bytes - 1; channel >= 0; channel--) {
                        line[at++] = (byte) (rgb >> 8 * channel);
                    }
                }
            }
            rows.add(line, 0);
        }
        open++;
        left--;
        return open == rowsEach() || left == 0 ? close() : null;
    }

    private byte[] close() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        PngChunks chunks = new PngChunks(file, count * shape.width(), open * shape.height(), bytes == 1);
        chunks.write("IDAT", rows.finish());
        chunks.finish();
        rows = null;
        return file.toByteArray();
    }
}
