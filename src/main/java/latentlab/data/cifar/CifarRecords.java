package latentlab.data.cifar;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import latentlab.text.Problem;

/**
 * Images as CIFAR's binary files have them, record by record: one or two labels, of which the last counts, and an image
 * of 32x32 pixels, all of its red, then its green, then its blue.
 */
final class CifarRecords {
    private static final int SIDE = 32;
    private static final int CHANNELS = 3;
    private static final int PIXELS = CHANNELS * SIDE * SIDE;

    private final CifarFiles.Kind kind;
    private final byte[] pixels;
    private final long[] labels;
    private int count;

    /** @param images that there will be */
    CifarRecords(CifarFiles.Kind kind, int images) {
        this.kind = kind;
        pixels = new byte[images * PIXELS];
        labels = new long[images];
    }

    /** @return bytes of one record */
    static int bytes(CifarFiles.Kind kind) {
        return kind.labels + PIXELS;
    }

    /**
     * Reads to the end, or as far as there is room.
     *
     * @param place the file, for sentences
     * @throws EOFException if the last record is not whole
     * @throws Problem if there is a label that no class has
     */
    void read(InputStream in, String place) throws IOException, Problem {
        byte[] record = new byte[bytes(kind)];
        while (count < labels.length) {
            int read = in.readNBytes(record, 0, record.length);
            if (read == 0) {
                return;
            }
            if (read < record.length) {
                throw new EOFException();
            }
            int label = record[kind.labels - 1] & 0xFF;
            if (label >= kind.classes) {
                throw Problem.of("data.cifar.label", place, label, kind.classes);
            }
            labels[count] = label;
            System.arraycopy(record, kind.labels, pixels, count * PIXELS, PIXELS);
            count++;
        }
    }

    /** @return how much has been read, 0 to 1 */
    double done() {
        return (double) count / labels.length;
    }

    /** @return [images, channels, height, width] */
    int[] shape() {
        return new int[] {labels.length, CHANNELS, SIDE, SIDE};
    }

    /** @return of {@link #shape()}; not a copy */
    byte[] pixels() {
        return pixels;
    }

    /** @return one for each image, from 0 on; not a copy */
    long[] labels() {
        return labels;
    }
}
