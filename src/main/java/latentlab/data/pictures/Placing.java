package latentlab.data.pictures;

import java.util.Arrays;
import latentlab.data.AreaAverage;
import latentlab.data.ImageOptions.Fit;
import latentlab.data.ImageOptions.Size;

/**
 * Which part of a picture is seen, and how large it becomes.
 *
 * @param part of the picture, in its pixels
 * @param height rows it becomes, likewise {@code width}
 */
public record Placing(AreaAverage.Part part, int height, int width) {
    /** @return what becomes of a picture of some size in a frame */
    public static Placing of(int height, int width, Size frame, Fit fit) {
        AreaAverage.Part all = new AreaAverage.Part(0, 0, height, width);
        return switch (fit) {
            case STRETCH -> new Placing(all, frame.height(), frame.width());
            case PAD -> {
                double scale = Math.min((double) frame.height() / height, (double) frame.width() / width);
                yield new Placing(all, side(height * scale), side(width * scale));
            }
            case CROP -> {
                double scale = Math.max((double) frame.height() / height, (double) frame.width() / width);
                double rows = Math.min(height, frame.height() / scale);
                double columns = Math.min(width, frame.width() / scale);
                AreaAverage.Part middle =
                        new AreaAverage.Part((height - rows) / 2, (width - columns) / 2, rows, columns);
                yield new Placing(middle, frame.height(), frame.width());
            }
        };
    }

    private static int side(double length) {
        return Math.max(1, (int) Math.round(length));
    }

    /** Whether no background is seen beside it. */
    boolean fills(Size frame) {
        return height == frame.height() && width == frame.width();
    }

    /** @return the same of a picture that lies on its side */
    Placing onItsSide() {
        AreaAverage.Part lying = new AreaAverage.Part(part.left(), part.top(), part.width(), part.height());
        return new Placing(lying, width, height);
    }

    /** @param sourceWidth columns of the picture */
    AreaAverage average(int sourceWidth) {
        return new AreaAverage(part, sourceWidth, height, width);
    }

    /**
     * @param values unsigned bytes
     * @param offset where those of one channel of the picture begin among them
     * @param sourceHeight rows of the picture, likewise {@code sourceWidth}
     * @return what becomes of that channel, shape [height, width]
     */
    public byte[] resized(byte[] values, int offset, int sourceHeight, int sourceWidth) {
        if (height == sourceHeight && width == sourceWidth) {
            return Arrays.copyOfRange(values, offset, offset + height * width);
        }
        AreaAverage average = average(sourceWidth);
        float[] row = new float[sourceWidth];
        for (int y = 0; y < sourceHeight; y++) {
            for (int x = 0; x < sourceWidth; x++) {
                row[x] = values[offset + y * sourceWidth + x] & 0xFF;
            }
            average.add(y, row);
        }
        return average.pixels();
    }

    /**
     * Copies a channel of that size into the middle of a frame.
     *
     * @param from where it begins among the values
     * @param to where the frame begins among the pixels; what is seen beside the picture stays as it is there
     */
    public void centre(byte[] values, int from, Size frame, byte[] pixels, int to) {
        int top = (frame.height() - height) / 2;
        int left = (frame.width() - width) / 2;
        for (int y = 0; y < height; y++) {
            System.arraycopy(values, from + y * width, pixels, to + (top + y) * frame.width() + left, width);
        }
    }
}
