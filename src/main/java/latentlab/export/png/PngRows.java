package latentlab.export.png;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/**
 * The pixels of a PNG, filtered and compressed. Of the format's filters each row gets the one that leaves the least sum
 * of differences, as the specification advises.
 */
public final class PngRows {
    private static final int FILTERS = 5;

    private final int step;
    private final byte[] before;
    private final byte[][] filtered;
    private final byte[] packed = new byte[1 << 14];
    private final Deflater deflater = new Deflater();
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    /** @param bytes that a pixel has */
    public PngRows(int width, int bytes) {
        step = bytes;
        before = new byte[width * bytes];
        filtered = new byte[FILTERS][1 + width * bytes];
        for (int filter = 0; filter < FILTERS; filter++) {
            filtered[filter][0] = (byte) filter;
        }
    }

    /** @param pixels of which the next row begins at {@code from} */
    public void add(byte[] pixels, int from) {
        int length = before.length;
        int best = 0;
        long least = Long.MAX_VALUE;
        for (int filter = 0; filter < FILTERS; filter++) {
            long sum = filter(filter, pixels, from);
            if (sum < least) {
                least = sum;
                best = filter;
            }
        }
        System.arraycopy(pixels, from, before, 0, length);
        deflater.setInput(filtered[best]);
        drain();
    }

    private long filter(int filter, byte[] pixels, int from) {
        byte[] row = filtered[filter];
        long sum = 0;
        for (int i = 0; i < before.length; i++) {
            int left = i < step ? 0 : pixels[from + i - step] & 0xFF;
            int above = before[i] & 0xFF;
            int predicted =
                    switch (filter) {
                        case 0 -> 0;
                        case 1 -> left;
                        case 2 -> above;
                        case 3 -> (left + above) / 2;
                        default -> paeth(left, above, i < step ? 0 : before[i - step] & 0xFF);
                    };
            row[1 + i] = (byte) (pixels[from + i] - predicted);
            sum += Math.abs(row[1 + i]);
        }
        return sum;
    }

    private static int paeth(int left, int above, int corner) {
        int byLeft = Math.abs(above - corner);
        int byAbove = Math.abs(left - corner);
        int byCorner = Math.abs(left + above - 2 * corner);
        if (byLeft <= byAbove && byLeft <= byCorner) {
            return left;
        }
        return byAbove <= byCorner ? above : corner;
    }

    private void drain() {
        while (!deflater.needsInput()) {
            take();
        }
    }

    private void take() {
        content.write(packed, 0, deflater.deflate(packed));
    }

    /** @return what has come of the rows since this was last asked for: memory does not grow with their number */
    public byte[] soFar() {
        byte[] some = content.toByteArray();
        content.reset();
        return some;
    }

    /** @return what is left of the rows, of which no more can be added: all pieces in a row are a stream of zlib */
    public byte[] finish() {
        deflater.finish();
        while (!deflater.finished()) {
            take();
        }
        deflater.end();
        return soFar();
    }
}
